import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ChangeClaim, type ClaimChange, changed } from '../domain/claim-change.ts';
import { billedParts, claimPosition, countedPatientBilled, decidedAbout } from '../domain/position.ts';
import type { StepResult } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { patientsByDecision } from '../domain/tasks/amount-at-stake.ts';
import { decided } from './decide.ts';

export type BillPatientEffects = {
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly changeClaim: ChangeClaim;
};

/** With a task, bills what a person decided; without one, the patient's share of a settled claim. */
export const billPatient = async (
  { claimId, taskId }: { readonly claimId: string; readonly taskId?: string | undefined },
  { getTask, changeClaim }: BillPatientEffects,
): Promise<StepResult<'billed'>> => {
  const task = taskId ? await getTask(taskId) : undefined;
  await changeClaim(claimId, (claim) =>
    task ? billPatientByDecision(claim, task) : billPatientShare(claim),
  );
  return { outcome: 'billed' };
};

/** What single adjustments were billed for stays said with the bill, as long as it counts. */
const keptParts = (claim: Claim): Partial<Claim> =>
  claim.patientBilledParts ? { patientBilledParts: [...billedParts(claim)] } : {};

/** Bills the plan's patient share (deductible, coinsurance, copay) after a settled claim. */
export const billPatientShare = (claim: Claim): ClaimChange | undefined => {
  const { patientBalance } = claimPosition(claim);
  if (countedPatientBilled(claim) === patientBalance) return undefined;
  return changed(
    claim,
    {
      patientBilled: patientBalance,
      patientBilledAbout: decidedAbout(claim),
      ...keptParts(claim),
    },
    { type: 'billed-to-patient', actor: stepActor('bill-patient'), detail: { amount: patientBalance } },
  );
};

/**
 * Bills the patient by a person's decision: what the 835 puts to group PR, or the whole charge where no payer
 * covers the visit; where only this one does not, what the one before it left to the patient. Amounts of any other group
 * stay open.
 */
export const billPatientByDecision = (claim: Claim, task: Task): ClaimChange | undefined => {
  const patientBilled = patientsByDecision(claim);
  return decided(
    claim,
    task,
    { patientBilled, patientBilledAbout: decidedAbout(claim), ...keptParts(claim) },
    { amount: patientBilled },
  );
};
