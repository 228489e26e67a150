import fc from 'fast-check';
import { type Chapter, type Draft, decisionOf } from './chapter.ts';
import { laterSplit } from './line-splits.ts';
import { balanceOf, type DecidedLine, type ModelClaim, reasonsOf, sumOf } from './payer-model.ts';

/** What the second payer makes of a line, in parts of a thousand of what the first left to it. */
export type SecondView = {
  /** Whether it states what the first payer adjusted together with what that paid (OA-23), or lowers it anew (CO-45). */
  readonly statesAdjusted: boolean;
  readonly lowersMore: number;
  readonly pays: number;
  readonly leavesToPatient: number;
};

export const secondViews: fc.Arbitrary<SecondView> = fc.record({
  statesAdjusted: fc.boolean(),
  lowersMore: fc.oneof(fc.constant(0), fc.nat(1000)),
  pays: fc.nat(1000),
  leavesToPatient: fc.nat(1000),
});

const seenBySecond = (line: DecidedLine, view: SecondView): DecidedLine => {
  const adjusted = sumOf(
    reasonsOf([line]).flatMap(({ means, amount }) => (means === 'lowers' ? [amount] : [])),
  );
  const left = line.charge - line.paid - adjusted;
  const share = (of: number, thousandths: number): number => Math.floor((of * thousandths) / 1000);
  const contract = (view.statesAdjusted ? 0 : adjusted) + share(left, view.lowersMore);
  // A reduction of the whole by CO-45 goes to people, as everywhere in this model.
  const more = contract === line.charge ? 0 : share(left, view.lowersMore);
  const paid = share(left - more, view.pays);
  return laterSplit(line, {
    stated: line.paid + (view.statesAdjusted ? adjusted : 0),
    contract: (view.statesAdjusted ? 0 : adjusted) + more,
    paid,
    patient: share(left - more - paid, view.leavesToPatient),
  });
};

/**
 * A visit with two payers. What both paid adds up; lowered is what the first lowered and what the second lowered
 * beyond that; the second says what is the patient's.
 */
export const twoPayers = ({ claim, first }: Draft, view: SecondView): Chapter => {
  const later: ModelClaim = {
    ...claim,
    claimId: claim.claimId.replace('C0', 'CS'),
    responsibility: 'S',
  };
  const second = first.map((line) => seenBySecond(line, view));
  const lowered = balanceOf(later, second).adjustments - sumOf(first.map(({ paid }) => paid));
  const { insurancePaid, patientBalance } = balanceOf(later, second, sumOf(first.map(({ paid }) => paid)));
  const charge = sumOf(claim.lines.map((line) => line.charge));
  return {
    claims: [claim, later],
    steps: [[decisionOf(claim, first)], [{ ...decisionOf(later, second), status: '2' }]],
    plb: [],
    ends: new Map([
      [claim.claimId, balanceOf(claim, first)],
      [later.claimId, balanceOf(later, second)],
    ]),
    visit: {
      insurancePaid,
      adjustments: lowered,
      receivable: 0,
      patientBalance,
      open: charge - insurancePaid - lowered - patientBalance,
      disputed: [],
    },
  };
};
