import { type Cents, cents, sum } from '../../edi/money.ts';
import { disputedAmount } from '../appeals/appeal-answer.ts';
import type { Claim } from '../claim.ts';
import { leftToPatient } from '../coordination/prior-payers.ts';
import { allAdjustments } from '../ledger/decision.ts';
import { effectiveAdjudication } from '../ledger/effective-decision.ts';
import { claimPosition, countedWriteOffs } from '../position.ts';
import type { TaskAction } from '../task.ts';

/**
 * What a person's decision bills to the patient, in cents: what the payer puts to group PR, and nothing of CO, OA or
 * PI, less what of it was written off; or the whole charge where no payer covers the visit, and where only this one
 * does not, what the one before it left to the patient.
 */
export const patientsByDecision = (claim: Claim): Cents => {
  const adjudication = effectiveAdjudication(claim);
  const { charge, insurancePaid } = claimPosition(claim);
  if (adjudication === undefined)
    return claim.priorPayers.length > 0 ? leftToPatient(claim) : cents(charge - insurancePaid);
  const writtenOff = countedWriteOffs(claim).flatMap(({ parts = [] }) => parts);
  const ofPatient = (list: readonly { readonly group: string; readonly amount: Cents }[]): Cents =>
    sum(list.filter(({ group }) => group === 'PR').map(({ amount }) => amount));
  return cents(ofPatient(allAdjustments(adjudication)) - ofPatient(writtenOff));
};

/** The money that an action moves or asks for, in cents; undefined where it moves none. */
export const amountAtStake = (action: TaskAction, claim: Claim): Cents | undefined => {
  const { open, patientBalance } = claimPosition(claim);
  if (action === 'write-off') return open;
  if (action === 'bill-patient') return patientsByDecision(claim);
  if (action === 'bill-next-payer') return cents(open + patientBalance);
  if (action === 'appeal') return disputedAmount(claim);
  return undefined;
};
