import { describe, expect, it } from 'vitest';
import {
  claimPosition,
  countedWriteOffs,
  decidedAbout,
  disputedOf,
  isSettled,
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
