import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Adjudication, Adjustment, Claim } from '../../../functions/domain/claim.ts';
import { billedServiceOf } from '../../../functions/domain/history/billed-services.ts';
import { lineOutcomes, outcomesBetween } from '../../../functions/domain/history/line-outcome.ts';
import { cents } from '../../../functions/edi/money.ts';
import { postRemittance } from '../../../functions/remittance/post-remittance.ts';
import { adjudication, adjustment, reversalOf } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';
import { biller } from '../../factories/tasks.ts';

/** What became of the second line, 36415, which `denial` takes. */
const told = (of: Claim, lineNumber = 2): readonly string[] =>
  lineOutcomes(of)
    .filter((one) => one.lineNumber === lineNumber)
    .map(({ modifiers, denials, overturned }) =>
      [modifiers.join('+'), denials.join('+') || 'allowed', overturned ?? ''].join(' ').trim(),
    );

const whole = (group: Adjustment['group'], reason: string) => [adjustment(group, reason, 8_000)];
const decided = (...decisions: readonly Adjudication[]): Claim => claim({ adjudications: [...decisions] });
const denied = adjudication();
const allowed = adjudication(
  { adjudicationId: 'payment-2/1', paymentDate: '2026-11-20', traceNumber: '9000777', paid: cents(18_000) },
  [],
);
const paid: Adjudication = {
  ...allowed,
  lines: allowed.lines.map((line) =>
    line.lineNumber === 2 ? { ...line, paid: cents(8_000), adjustments: [] } : line,
  ),
};
const reversal = { ...reversalOf(denied), paymentDate: '2026-11-20', traceNumber: '9000777' };

describe('what a payer made of a line', () => {
  it.each<readonly [string, Claim, readonly string[]]>([
    ['nothing, before it decides', claim(), []],
    ['a denial', decided(denied), ['197']],
    ['a payment', decided(paid), ['allowed']],
    [
      'the contract’s reduction of all of it, which is no denial',
      decided(adjudication({}, whole('CO', '45'))),
      ['allowed'],
    ],
    ['the deductible', decided(adjudication({}, whole('PR', '1'))), ['allowed']],
    ['a denial that leaves it to the patient', decided(adjudication({}, whole('PR', '204'))), ['204']],
    [
      'coverage that had ended, which tells nothing of the service',
      decided(adjudication({}, whole('CO', '27'))),
      [],
    ],
    [
      'two reasons',
      decided(adjudication({}, [adjustment('CO', '50', 4_000), adjustment('CO', '97', 4_000)])),
      ['50+97'],
    ],
    [
      'a denial beside the contract',
      decided(adjudication({}, [adjustment('CO', '45', 1_000), adjustment('CO', '50', 7_000)])),
      ['50'],
    ],
    [
      'a denial of the claim as a whole',
      decided({ ...denied, paid: cents(0), lines: [], adjustments: [adjustment('CO', '197', 23_000)] }),
      ['197'],
    ],
    ['a reversal: nothing', decided(denied, reversal), []],
    ['a reversal whose decision has not come: nothing', decided(reversal), []],
    ['a correction of another payment', decided(denied, reversal, paid), ['197 payer']],
    [
      'a correction within one payment, which never stood otherwise',
      decided(
        denied,
        { ...reversal, paymentDate: denied.paymentDate },
        { ...paid, paymentDate: denied.paymentDate },
      ),
      ['allowed'],
    ],
    [
      'a payment after an appeal',
      claim({
        adjudications: [denied, reversal, paid],
        decisions: [{ taskId: 't', action: 'appeal', by: biller }],
      }),
      ['197 appeal'],
    ],
    [
      'a payment with an authorization',
      claim({ adjudications: [denied, reversal, paid], priorAuthorization: 'A1' }),
      ['197 authorization'],
    ],
    [
      'a payment that was taken back, and denied',
      decided(
        { ...paid, paymentDate: '2026-10-01' },
        { ...reversalOf(paid), paymentDate: '2026-10-20', traceNumber: 'x' },
        denied,
      ),
      ['197'],
    ],
    [
      'a payment that was taken back beside the claims',
      {
        ...decided(paid),
        takebacks: [
          {
            takebackId: 'w',
            amount: paid.paid,
            reference: 'ICN900100',
            traceNumber: 'y',
            paymentDate: '2026-12-01',
          },
        ],
      },
      [],
    ],
  ])('is %s', (_what, of, expected) => {
    expect(told(of)).toEqual(expected.map((one) => one));
  });

  it('counts a denial under the modifiers that were denied, and the payment under those that were paid', () => {
    const first = claim({ adjudications: [denied] });
    const services = first.lines.map((line) => billedServiceOf(line, first));
    const [sent] = first.submissions;
    if (!sent) throw new Error('The claim was not sent');
    const corrected: Claim = {
      ...first,
      lines: first.lines.map((line) => (line.lineNumber === 2 ? { ...line, modifiers: ['59'] } : line)),
      submissions: [
        { ...sent, services },
        { number: 2, frequency: '7', fileAccepted: false },
      ],
      adjudications: [denied, { ...paid, submissionNumber: 2 }],
    };
    expect(told(corrected)).toEqual(['197', '59 allowed']);
  });

  it('is by correction where the same was sent again and paid', () => {
    const [sent] = claim().submissions;
    if (!sent) throw new Error('The claim was not sent');
    const again = claim({
      submissions: [sent, { number: 2, frequency: '7', fileAccepted: false }],
      adjudications: [denied, { ...paid, submissionNumber: 2 }],
    });
    expect(told(again)).toEqual(['197 correction']);
  });

  it('says of which warning it was billed in spite', () => {
    const [, line] = lineOutcomes({
      ...decided(denied),
      answeredWarnings: ['learned-denied-before 36415 197', 'x'],
    });
    expect(line?.despite).toEqual(['197']);
  });

  it('names nobody', () => {
    const text = JSON.stringify(lineOutcomes(decided(denied)));
    expect(text).not.toMatch(/Okafor|1961|NW4410977|P-204/);
  });
});

/** How a payer dealt with the second line: what it said first, and what it said in the end, where it took that back. */
type Story = {
  readonly first: 'paid' | '197' | '50' | '45';
  readonly later?: 'paid' | '197' | '50' | 'nothing';
};

const aStory = fc.record(
  {
    first: fc.constantFrom<Story['first']>('paid', '197', '197', '50', '45'),
    later: fc.constantFrom<NonNullable<Story['later']>>('paid', '197', '50', 'nothing'),
  },
  { requiredKeys: ['first'] },
);

const saying = (what: string, at: number, date: string): Adjudication => {
  const one = what === 'paid' ? paid : adjudication({}, whole('CO', what));
  return {
    ...one,
    adjudicationId: `${at}/${date}/${what}`,
    paymentDate: date,
    traceNumber: `T${at}${date}`,
    payerControlNumber: `ICN${at}`,
  };
};

const decisionsOf = ({ first, later }: Story, at: number): readonly Adjudication[] => {
  const one = saying(first, at, '2026-10-28');
  if (later === undefined) return [one];
  const taken = {
    ...reversalOf(one, `${at}/reversal`),
    paymentDate: '2026-11-20',
    traceNumber: `T${at}2026-11-20`,
  };
  return later === 'nothing' ? [one, taken] : [one, taken, saying(later, at, '2026-11-20')];
};

/** The plain reading of a story, without a claim. */
const naive = ({ first, later }: Story): string | undefined => {
  const isDenial = (what: string) => what === '197' || what === '50';
  if (later === 'nothing') return undefined;
  const last = later ?? first;
  if (isDenial(last)) return last;
  return later !== undefined && isDenial(first) ? `${first} payer` : 'allowed';
};

it('counts what a naive recount counts, in whichever order and however often decisions are posted', () => {
  let hits = 0;
  fc.assert(
    fc.property(
      fc.array(aStory, { minLength: 1, maxLength: 8 }).chain((stories) => {
        const news = stories.flatMap((story, at) =>
          decisionsOf(story, at).map((decision) => ({ at, decision })),
        );
        return fc.tuple(
          fc.constant(stories),
          fc.shuffledSubarray([...news, ...news], { minLength: news.length * 2 }),
        );
      }),
      ([stories, news]) => {
        const claims = new Map(stories.map((_, at) => [at, claim({ claimId: `C${at}` })]));
        const kept = new Map<string, string>();
        for (const { at, decision } of news) {
          const before = claims.get(at);
          const after = before && postRemittance(before, [decision])?.claim;
          if (!before || !after) continue;
          claims.set(at, after);
          const { write, remove } = outcomesBetween(before, after);
          for (const one of remove) kept.delete(`${one.claimId} ${one.lineNumber} ${one.submission}`);
          for (const one of write)
            kept.set(
              `${one.claimId} ${one.lineNumber} ${one.submission}`,
              [one.denials.join() || 'allowed', one.overturned ?? ''].join(' ').trim(),
            );
        }
        const counted = [...kept].filter(([name]) => name.split(' ')[1] === '2').map(([, what]) => what);
        const expected = stories.flatMap((story) => naive(story) ?? []);
        hits += expected.filter((one) => one.includes('payer')).length;
        expect(counted.toSorted()).toEqual(expected.toSorted());
      },
    ),
    { numRuns: 500 },
  );
  expect(hits).toBeGreaterThan(50);
});
