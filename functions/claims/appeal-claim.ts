import type { Claim, ClaimContext, GetClaimContext } from '../domain/claim.ts';
import type { ChangeClaim, ClaimChange } from '../domain/claim-change.ts';
import { patientControlNumber } from '../domain/ids.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { SendToPartner } from '../domain/partner-file.ts';
import { disputedOf } from '../domain/position.ts';
import type { ClaimTaskStep, StepResult } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { undoneBy } from '../domain/undo/undone.ts';
import { decided, outcomeOf } from './decide.ts';
import { currentSubmission } from './submit-claim.ts';

export type AppealClaimEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly sendToPartner: SendToPartner;
  readonly changeClaim: ChangeClaim;
};

/**
 * The claim says so before the letter goes out, so that an appeal that was taken back before is not sent, and one that is
 * sent is not taken back; a step that runs again sends the same letter once.
 */
export const appealClaim = async (
  { claimId, taskId }: ClaimTaskStep,
  { getClaimContext, getTask, sendToPartner, changeClaim }: AppealClaimEffects,
): Promise<StepResult<'appealed'>> => {
  const [context, task] = await Promise.all([getClaimContext(claimId), getTask(taskId)]);
  const { claim, payer } = context;
  const after = await changeClaim(claimId, (before) => recordAppeal(before, task));
  if (undoneBy(after, taskId)) return { outcome: 'appealed' };
  await sendToPartner({
    partnerId: payer.partnerId,
    practiceId: claim.practiceId,
    transaction: 'appeal',
    purpose: taskId,
    claimId,
    submissionNumber: claim.submissions.length,
    render: () => appealLetter(context, task),
  });
  return { outcome: 'appealed' };
};

/** Records the appeal; the claim then waits for the payer's second answer. */
export const recordAppeal = (claim: Claim, task: Task): ClaimChange | undefined =>
  decided(claim, task, {
    status: 'appealed',
    followUpsForgiven: claim.followUps,
    followedUpAt: outcomeOf(task).at,
  });

/**
 * The appeal letter as plain text, which a partner mails, faxes or uploads: it names the claim, the decision that
 * is contested and the biller's grounds. It holds PHI and goes only to the payer.
 */
export const appealLetter = ({ claim, practice, payer }: ClaimContext, task: Task): string => {
  const adjudication = effectiveAdjudication(claim);
  const reasons = disputedOf(claim);
  return [
    'Appeal',
    `Patient control number: ${patientControlNumber(claim.claimId, currentSubmission(claim).number)}`,
    `Payer claim control number: ${claim.payerControlNumber ?? 'not assigned'}`,
    `To: ${payer.name}`,
    `From: ${practice.name}, NPI ${practice.npi}, phone ${practice.phone}`,
    `Patient: ${claim.patient.firstName} ${claim.patient.lastName}, member ${claim.coverage.memberId}`,
    `Date of service: ${claim.dateOfService}`,
    `Remittance: ${adjudication?.traceNumber ?? 'none'} of ${adjudication?.paymentDate ?? 'unknown date'}`,
    `Contested adjustments: ${reasons.map(({ group, reason }) => `${group}-${reason}`).join(', ')}`,
    '',
    task.outcome?.note ?? '',
    '',
  ].join('\n');
};
