import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import {
  claimPosition,
  countedWriteOffs,
  decidedAbout,
  disputedOf,
  isSettled,
  payerOwesDecision,
} from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, adjustment, reversalOf, settledAdjudication } from '../factories/adjudications.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { biller } from '../factories/tasks.ts';

const nothing = { insurancePaid: 0, adjustments: 0, writtenOff: 0, receivable: 0, patientBalance: 0 };

describe('the position of a claim', () => {
  it('is all open before the payer decides', () => {
    expect(claimPosition(claim())).toEqual({ ...nothing, charge: 23_000, open: 23_000 });
  });

  it('keeps a denied amount open, whatever the claim status code of the 835 says', () => {
    for (const claimStatusCode of ['1', '2', '3', '4', '19']) {
      const denied = adjudicated({ adjudications: [adjudication({ claimStatusCode })] });
      expect(claimPosition(denied)).toEqual({
        ...nothing,
        charge: 23_000,
        insurancePaid: 10_000,
        adjustments: 3_000,
        patientBalance: 2_000,
        open: 8_000,
      });
      expect(isSettled(denied)).toBe(false);
    }
  });

  it('has nothing open when status code 4 stands beside adjustments that nobody disputes', () => {
    const decided = adjudicated({ adjudications: [settledAdjudication({ claimStatusCode: '4' })] });
    expect(claimPosition(decided).open).toBe(0);
    expect(isSettled(decided)).toBe(true);
  });

  it('stays as it was decided while a replacement is on its way', () => {
    const first = adjudicated();
    const second = { number: 2, frequency: '7', fileAccepted: false } as const;
    expect(claimPosition({ ...first, submissions: [...first.submissions, second] })).toEqual(
      claimPosition(first),
    );
  });

  it('has what is withheld apart: it is still ours', () => {
    const held = adjudication({}, [adjustment('CO', '45', 7_000), adjustment('CO', '104', 1_000)]);
    expect(claimPosition(adjudicated({ adjudications: [held] }))).toMatchObject({
      receivable: 1_000,
      open: 0,
    });
  });

  it('lists what is disputed by line and reason, also where it adds up to nothing', () => {
    const [first, second] = adjudication().lines;
    if (!first || !second) throw new Error('The decision of the tests has two lines');
    const overpaid = { ...first, paid: cents(18_000), adjustments: [adjustment('CO', '94', -3_000)] };
    const denied = { ...second, charge: cents(3_000), adjustments: [adjustment('CO', '97', 3_000)] };
    const decision = adjudication({ charge: cents(18_000), paid: cents(18_000), lines: [overpaid, denied] });
    const both = adjudicated({ adjudications: [decision] });
    expect(disputedOf(both).map(({ lineNumber, reason, amount }) => [lineNumber, reason, amount])).toEqual([
      [1, '94', -3_000],
      [2, '97', 3_000],
    ]);
    expect(isSettled(both)).toBe(false);
  });
});

describe('what payers before this one did (OA-23)', () => {
  const stated = adjudication({}, [adjustment('OA', '23', 8_000)]);
  const prior = {
    claimId: 'C0000000000Z1',
    coverage: claim().coverage,
    payerName: 'GRANITE MUTUAL',
    claimFilingIndicator: 'CI',
    adjudication: settledAdjudication(),
  };

  it.each<[string, Partial<Claim>, number]>([
    ['a first payer', {}, 3_000],
    ['a second payer', { responsibility: 'S' }, 11_000],
    ['a first payer after one that we never billed', { priorPayers: [prior] }, 11_000],
  ])('is stated by %s', (_by, change, adjustments) => {
    const decided = adjudicated({ adjudications: [stated], ...change });
    expect(claimPosition(decided)).toMatchObject({ adjustments, open: 11_000 - adjustments });
  });
});

describe('what the payer owes', () => {
  const [first, second] = adjudication().lines;
  if (!first || !second) throw new TypeError('The decision of the tests has two lines');
  const onlyFirst = adjudication({ charge: cents(15_000), lines: [first] });
  const denied = { ...first, paid: cents(0), adjustments: [adjustment('CO', '97', 15_000)] };
  const firstDenied = adjudication({ charge: cents(15_000), paid: cents(0), lines: [denied] });
  const resent = {
    number: 2,
    frequency: '7',
    fileAccepted: true,
    sentAt: '2026-11-01T00:00:00.000Z',
  } as const;

  it.each<[string, Claim, boolean]>([
    ['all, before it decides', claim(), true],
    ['nothing, of what nobody disputes', adjudicated({ adjudications: [settledAdjudication()] }), false],
    ['nothing, of what it denies', adjudicated(), false],
    [
      'nothing, of what it decided and took back beside the claims',
      adjudicated({
        adjudications: [settledAdjudication()],
        takebacks: [
          {
            takebackId: 't',
            amount: cents(1_000),
            reference: 'ICN900100',
            traceNumber: 'T',
            paymentDate: '2026-12-01',
          },
        ],
      }),
      false,
    ],
    ['the lines that it left out', adjudicated({ adjudications: [onlyFirst] }), true],
    [
      'nothing while somebody has to decide about the lines that it did not leave out',
      adjudicated({ adjudications: [firstDenied] }),
      false,
    ],
    [
      'an answer to the replacement of what it denied',
      adjudicated({ submissions: [...claim().submissions, resent] }),
      true,
    ],
    [
      'nothing more once a person has given the rest up',
      adjudicated({
        submissions: [...claim().submissions, resent],
        writeOffs: [{ amount: cents(8_000), reason: 'r', decidedBy: biller, taskId: 't' }],
      }),
      false,
    ],
  ])('is %s', (_what, one, owes) => {
    expect(payerOwesDecision(one)).toBe(owes);
  });
});

describe('what a person decided', () => {
  const writeOff = { amount: cents(8_000), reason: 'r', decidedBy: biller, taskId: 't' };
  const writtenOff = adjudicated({ writeOffs: [{ ...writeOff, about: decidedAbout(adjudicated()) }] });

  it('stands apart from what the payer adjusted, and settles the claim', () => {
    expect(claimPosition(writtenOff)).toMatchObject({ adjustments: 3_000, writtenOff: 8_000, open: 0 });
    expect(isSettled(writtenOff)).toBe(true);
  });

  it('falls away with the decision that it was about', () => {
    const wrong = adjudication();
    const corrected = settledAdjudication({ adjudicationId: 'payment-2/2' });
    const after = { ...writtenOff, adjudications: [wrong, reversalOf(wrong), corrected] };
    expect(countedWriteOffs(after)).toEqual([]);
    expect(claimPosition(after)).toMatchObject({ writtenOff: 0, open: 0 });
  });

  it('was about nothing decided, and falls away with the first decision', () => {
    const early = { ...writeOff, about: [] };
    expect(countedWriteOffs(claim({ writeOffs: [early] }))).toEqual([early]);
    expect(countedWriteOffs(adjudicated({ writeOffs: [early] }))).toEqual([]);
  });

  it('counts where nobody said what it was about', () => {
    expect(claimPosition(adjudicated({ writeOffs: [writeOff] }))).toMatchObject({
      writtenOff: 8_000,
      open: 0,
    });
  });

  it('counts only while all that it was about stands', () => {
    const half = { ...writeOff, about: [...decidedAbout(adjudicated()), 'gone'] };
    expect(countedWriteOffs(adjudicated({ writeOffs: [half] }))).toEqual([]);
  });

  it('empties the list of what is disputed once nothing is open, and not before', () => {
    const reasons = (change: Partial<Claim>) => disputedOf(adjudicated(change)).map(({ reason }) => reason);
    expect(reasons({})).toEqual(['197']);
    expect(reasons({ writeOffs: [writeOff] })).toEqual([]);
    expect(reasons({ writeOffs: [{ ...writeOff, amount: cents(7_999) }] })).toEqual(['197']);
    expect(reasons({ patientBilled: cents(10_000) })).toEqual([]);
    expect(reasons({ patientBilled: cents(9_999) })).toEqual(['197']);
  });

  it('may be a bill that is more than the payer left to the patient', () => {
    expect(claimPosition(adjudicated({ patientBilled: cents(9_000) }))).toMatchObject({
      patientBalance: 9_000,
      open: 1_000,
    });
    expect(claimPosition(adjudicated({ patientBilled: cents(500) })).patientBalance).toBe(2_000);
    const gone = { patientBilled: cents(9_000), patientBilledAbout: ['gone'] };
    expect(claimPosition(adjudicated(gone)).patientBalance).toBe(2_000);
  });

  it('leaves disputed what nets out to nothing while nobody decided', () => {
    const [line] = adjudication().lines;
    if (!line) throw new TypeError('The decision of the tests has lines');
    const twoWays = [
      adjustment('CO', '94', -3_000),
      adjustment('CO', '97', 3_000),
      adjustment('CO', '16', 0),
    ];
    const netted = adjudication({
      charge: cents(23_000),
      paid: cents(23_000),
      lines: [{ ...line, charge: cents(23_000), paid: cents(23_000), adjustments: twoWays }],
    });
    const decided = adjudicated({ adjudications: [netted] });
    expect(disputedOf(decided).map(({ reason }) => reason)).toEqual(['94', '97']);
    expect(isSettled(decided)).toBe(false);
  });

  it('stands when an earlier transmission is taken back', () => {
    const earlier = adjudication({ adjudicationId: 'payment-0/1', payerControlNumber: 'ICN1' });
    const later = adjudication({ submissionNumber: 2 });
    const second = { number: 2, frequency: '7', fileAccepted: true } as const;
    const resent = adjudicated({
      submissions: [...claim().submissions, second],
      adjudications: [earlier, later],
    });
    const decided = { ...resent, writeOffs: [{ ...writeOff, about: decidedAbout(resent) }] };
    const after = { ...decided, adjudications: [...decided.adjudications, reversalOf(earlier)] };
    expect(claimPosition(after)).toMatchObject({ insurancePaid: 10_000, writtenOff: 8_000, open: 0 });
  });
});
