import { describe, expect, it } from 'vitest';
import { allAdjustments, knownControlNumbers, remarksOf } from '../../../functions/domain/ledger/decision.ts';
import { adjudication, adjustment } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';

describe('a decision', () => {
  const [first, second] = adjudication().lines;
  if (!first || !second) throw new TypeError('The decision of the tests has two lines');
  const decision = adjudication({
    adjustments: [adjustment('OA', '23', 100)],
    remarks: ['MA01', 'N54'],
    lines: [
      { ...first, remarks: ['N54'] },
      { ...second, remarks: ['M15'] },
    ],
  });

  it('has its own adjustments and those of its lines', () => {
    expect(allAdjustments(decision).map(({ reason }) => reason)).toEqual(['23', '45', '2', '197']);
  });

  it('has every remark once', () => {
    expect(remarksOf(decision)).toEqual(['MA01', 'N54', 'M15']);
  });
});

describe('the numbers that payers gave a claim', () => {
  it('are each known once, whichever came last', () => {
    const of = (payerControlNumber: string, adjudicationId: string) =>
      adjudication({ payerControlNumber, adjudicationId });
    const decided = claim({
      payerControlNumber: 'ICN2',
      adjudications: [of('ICN1', 'a'), of('ICN2', 'b'), of('', 'c')],
    });
    expect(knownControlNumbers(decided).toSorted()).toEqual(['ICN1', 'ICN2']);
  });

  it('are none before a payer gives one', () => {
    const { payerControlNumber: _none, ...unnumbered } = adjudication();
    expect(knownControlNumbers(claim({ adjudications: [unnumbered] }))).toEqual([]);
  });
});
