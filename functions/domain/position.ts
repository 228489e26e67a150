import { type Cents, cents, sum, zero } from '../edi/money.ts';
import type { Adjudication, Adjustment, Claim } from './claim.ts';

/** Where the money of a claim stands; always charge = insurancePaid + adjustments + patientBalance + open. */
export type Position = {
  readonly charge: Cents;
  readonly insurancePaid: Cents;
  readonly adjustments: Cents;
  readonly patientBalance: Cents;
  readonly open: Cents;
};

/** Reversal of a previous payment (CLP02 22). */
const isReversal = (adjudication: Adjudication): boolean => adjudication.claimStatusCode === '22';

/** What the payer holds now about one transmission; undefined before an 835 and after a bare reversal. */
const adjudicationOf = (claim: Claim, submissionNumber: number | undefined): Adjudication | undefined => {
  const last = claim.adjudications.findLast((one) => one.submissionNumber === submissionNumber);
  return last && !isReversal(last) ? last : undefined;
};

/** What the payer holds now about the transmission sent last. */
export const effectiveAdjudication = (claim: Claim): Adjudication | undefined =>
  adjudicationOf(claim, claim.submissions.at(-1)?.number);

/** What the payer holds now about the claim, whichever transmission it was about: what a replacement replaces. */
export const heldAdjudication = (claim: Claim): Adjudication | undefined =>
  claim.submissions.map(({ number }) => adjudicationOf(claim, number)).findLast((one) => one !== undefined);

export const allAdjustments = (adjudication: Adjudication): Adjustment[] => [
  ...adjudication.adjustments,
  ...adjudication.lines.flatMap((line) => line.adjustments),
];

/** All remark codes (RARC) of a decision, of the claim (MOA) and of its lines (LQ), each once. */
export const remarksOf = ({ remarks, lines }: Adjudication): string[] => [
  ...new Set([...remarks, ...lines.flatMap((line) => line.remarks)]),
];

/** RARC MA130: the claim is unprocessable; a new claim must be sent, no replacement, and there is no appeal. */
export const unprocessableRemark = 'MA130';

/** Deductible, coinsurance and copay: the patient's share by the plan, not a denial. */
const patientShareReasons = new Set(['1', '2', '3']);

/**
 * Reductions that the contract or the law makes, and nobody works: 45 fee schedule, 253 sequestration,
 * 23 impact of the prior payer, 225 interest or penalty, 24 capitation.
 */
const contractualReasons = new Set(['45', '253', '23', '225', '24']);

export const isPatientShare = ({ group, reason }: Adjustment): boolean =>
  group === 'PR' && patientShareReasons.has(reason);

export const isContractual = ({ group, reason }: Adjustment): boolean =>
  group !== 'PR' && contractualReasons.has(reason);

/** Neither the patient's share nor contractual: somebody has to decide about it. */
export const isDisputed = (adjustment: Adjustment): boolean =>
  !isPatientShare(adjustment) && !isContractual(adjustment) && adjustment.amount !== 0;

const amountOf = (adjustments: readonly Adjustment[]): Cents => sum(adjustments.map(({ amount }) => amount));

/** What is denied is derived from CAS, never from CLP02 (X12 RFI 1423, 1885), and stays open until a person decides. */
export const claimPosition = (claim: Claim): Position => {
  const adjudication = effectiveAdjudication(claim);
  const adjustments = adjudication ? allAdjustments(adjudication) : [];
  const charge = sum(claim.lines.map((line) => line.charge));
  const insurancePaid = sum(claim.adjudications.map(({ paid }) => paid));
  const writtenOff = sum(claim.writeOffs.map(({ amount }) => amount));
  const adjusted = cents(amountOf(adjustments.filter(isContractual)) + writtenOff);
  const patientBalance = cents(Math.max(amountOf(adjustments.filter(isPatientShare)), claim.patientBilled));
  return {
    charge,
    insurancePaid,
    adjustments: adjusted,
    patientBalance,
    open: cents(charge - insurancePaid - adjusted - patientBalance),
  };
};

/** An encounter's money over its claims: each payer sees the whole charge, and the last one says what is left. */
export const encounterPosition = (claims: readonly Claim[]): Position => {
  const inOrder = [...claims].sort(
    (a, b) => 'PST'.indexOf(a.responsibility) - 'PST'.indexOf(b.responsibility),
  );
  const last = inOrder.at(-1);
  if (!last)
    return { charge: zero, insurancePaid: zero, adjustments: zero, patientBalance: zero, open: zero };
  const positions = inOrder.map(claimPosition);
  const insurancePaid = sum(positions.map((position) => position.insurancePaid));
  const priorImpact = sum(inOrder.map(priorPayerImpact));
  const adjustments = cents(sum(positions.map((position) => position.adjustments)) - priorImpact);
  const { charge, patientBalance } = claimPosition(last);
  return {
    charge,
    insurancePaid,
    adjustments,
    patientBalance,
    open: cents(charge - insurancePaid - adjustments - patientBalance),
  };
};

/** CARC 23 repeats, on a later payer's claim, what earlier payers paid and adjusted. */
const priorPayerImpact = (claim: Claim): Cents => {
  const adjudication = effectiveAdjudication(claim);
  if (!adjudication) return zero;
  return amountOf(allAdjustments(adjudication).filter((one) => isContractual(one) && one.reason === '23'));
};
