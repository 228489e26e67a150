import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftLetter } from '../../functions/appeals/letter/draft-letter.ts';
import { evidenceOf } from '../../functions/appeals/letter/evidence.ts';
import { unknownsIn } from '../../functions/domain/appeals/unknown-marks.ts';
import { dollars } from '../../functions/domain/claim/written.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { payer } from '../factories/payers.ts';
import { claims } from '../factories/random-claims.ts';
import { appealEncounter, appealFacts, appealNote, deniedClaim } from './appeal-facts.ts';

const medicare = payer({ claimFilingIndicator: 'MB' });
const letterFor = (reason: string, change: Parameters<typeof appealFacts>[1] = {}): string =>
  draftLetter(appealFacts(deniedClaim(reason), { reasons: [], ...change }));

describe('the letter of an appeal', () => {
  it('names who and what, the payer’s reason in words, and the note’s own sentences', () => {
    const letter = draftLetter(appealFacts(deniedClaim('50')));
    expect(letter).toContain('Our claim number: C0000000000A1-1');
    expect(letter).toContain('Your claim number: ICN900100');
    expect(letter).toContain('- $80.00 not paid: CO-50, not deemed medically necessary');
    expect(letter).toContain('- “Patient reports palpitations with lightheadedness for two weeks.” (M17.11)');
    expect(unknownsIn(letter)).toEqual([]);
  });

  it('asserts timely filing only with the answers that prove it', () => {
    expect(letterFor('29')).toContain(
      'A 999 accepted the file on Oct 15, 2026. A 277CA took the claim in on Oct 16, 2026 under your number ICN900100.\n\nThe claim was filed within the limit.',
    );
    const unanswered = deniedClaim('29', {
      submissions: [{ number: 1, frequency: '1', fileAccepted: false, sentAt: '2026-10-14T09:00:00.000Z' }],
    });
    const letter = draftLetter(appealFacts(unanswered, { history: [] }));
    expect(letter).not.toMatch(/accepted the file|within the limit|took the claim in/);
    expect(unknownsIn(letter)).toEqual([expect.stringContaining('no 999 and no 277CA')]);
  });

  it('does not call timely what went out after the limit', () => {
    const letter = letterFor('29', { payer: payer({ filingLimitDays: 1 }) });
    expect(letter).not.toContain('within the limit');
    expect(unknownsIn(letter)).toEqual([expect.stringContaining('after the limit')]);
  });

  it('asks Medicare for an exception where nothing can be appealed', () => {
    expect(letterFor('29', { payer: medicare })).toContain('42 CFR 424.44(b)');
  });

  it('names the authorization that the claim has, and marks the one that nobody has', () => {
    expect(unknownsIn(letterFor('197'))).toHaveLength(1);
    const facts = appealFacts(deniedClaim('197', { priorAuthorization: 'PA-77' }));
    expect(draftLetter(facts)).toContain('authorized under number PA-77');
  });

  it('says that coverage was confirmed only where a 271 said so', () => {
    expect(letterFor('27')).toContain('On Oct 13, 2026 you answered our inquiry (271)');
    expect(unknownsIn(letterFor('27', { history: [] }))).toHaveLength(1);
  });

  it('cites an NCCI edit with what was billed, and marks one that no modifier opens', () => {
    const ptp = (modifier: 'allowed' | 'never') => ({
      ncci: {
        pair: (column1: string, column2: string) =>
          column1 === '99213' && column2 === '36415'
            ? {
                column1,
                column2,
                modifier,
                rationale: '',
                validFrom: '2020-01-01',
                edition: '2026Q4',
                inForce: true,
              }
            : undefined,
        mostUnits: () => undefined,
        addOn: () => undefined,
      },
      absentNcciTables: [],
      coverage: { isInstalled: false, judge: () => undefined },
    });
    expect(letterFor('97', { book: ptp('allowed') })).toContain(
      'The NCCI edit of 99213 and 36415 (2026Q4) pays both where a modifier tells them apart. It was billed: 36415 beside 99213-25.',
    );
    expect(unknownsIn(letterFor('97', { book: ptp('never') }))).toEqual([
      expect.stringContaining('lets no modifier tell the two apart'),
    ]);
  });

  it('cites a coverage article only for Medicare, and only where it covers', () => {
    const book = (outcome: 'covered' | 'not-covered') => ({
      ...appealFacts(deniedClaim('50')).book,
      coverage: {
        isInstalled: true,
        judge: () => ({
          ...{ outcome, unsure: false, policy: 'A52850', lcds: ['L33668'], wants: [] },
          ...{ edition: '2026-10', inForce: true },
        }),
      },
    });
    expect(letterFor('50', { payer: medicare, book: book('covered') })).toContain(
      'Coverage article A52850 (with L33668) covers 36415',
    );
    expect(letterFor('50', { payer: medicare, book: book('not-covered') })).not.toContain('A52850');
    expect(letterFor('50', { book: book('covered') })).not.toContain('A52850');
  });

  it('marks a service of which the note says nothing', () => {
    expect(unknownsIn(letterFor('50', { encounter: undefined, note: undefined }))).toEqual([
      'quote what in the record supports 36415',
    ]);
  });

  it('leaves out words that are not in the note, however sure the suggestion is', () => {
    const encounter = appealEncounter();
    const invented = encounter.suggestions.map((one) => ({
      ...one,
      evidence: [{ start: 3, end: 9, quote: 'severe', sentence: 'Severe chest pain at rest.' }],
    }));
    expect(
      evidenceOf(appealFacts(deniedClaim('50'), { encounter: { ...encounter, suggestions: invented } })),
    ).toEqual([]);
  });

  it('finds whole and half marks', () => {
    expect(unknownsIn('a [[b]] c [[d')).toEqual(['b', '[[']);
    expect(unknownsIn('a [b] c')).toEqual([]);
  });
});

/** What is open of adjustments that people have to decide, by the model of the tests: said by the payer, and not routine. */
const amountsIn = (text: string): string[] =>
  [...text.matchAll(/-?\$[\d,]+\.\d\d/g)].map(([amount]) => amount);

describe('of any claim', () => {
  it('every amount of the letter is one of the claim’s, and every quote is in the note', () => {
    let disputed = 0;
    fc.assert(
      fc.property(claims, fc.integer({ min: 0, max: 200 }), (claim, cut) => {
        const note = appealNote.slice(cut);
        const facts = appealFacts(claim, { note, reasons: [] });
        const letter = draftLetter(facts);
        const ledger = new Set(
          [
            ...claim.lines.map(({ charge }) => charge),
            ...claim.adjudications.flatMap(({ adjustments, lines }) =>
              [...adjustments, ...lines.flatMap((line) => line.adjustments)].map(({ amount }) => amount),
            ),
          ].map(dollars),
        );
        const { open } = claimPosition(claim);
        const [total = ''] = /Amount in dispute: (\S+)/.exec(letter)?.slice(1) ?? [];
        const parts = [...letter.matchAll(/^- (\S+) not paid/gm)].map(([, amount = '']) => amount);
        const inCents = (text: string) => Number(text.replace(/[$,.]/g, ''));
        expect(inCents(total)).toBe(parts.reduce((sum, part) => sum + inCents(part), 0));
        if (claim.writeOffs.length === 0 && claim.patientBilled === 0)
          for (const amount of parts) expect(ledger).toContain(amount);
        if (parts.length > 0) disputed++;
        if (open === 0 && claim.writeOffs.length > 0) expect(parts).toEqual([]);
        expect(
          amountsIn(letter)
            .filter((one) => one !== total && !parts.includes(one))
            .every((one) => ledger.has(one)),
        ).toBe(true);
        for (const [, quote = ''] of letter.matchAll(/^- “([\s\S]*?)” \(/gm))
          expect(note.replace(/\s+/g, ' ')).toContain(quote);
      }),
      { numRuns: 500 },
    );
    expect(disputed).toBeGreaterThan(100);
  });
});
