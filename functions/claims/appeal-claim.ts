import { disputedAmount } from '../domain/appeals/appeal-answer.ts';
import type { ClaimAppeal } from '../domain/appeals/claim-appeal.ts';
import { appealLevel, levelName } from '../domain/appeals/levels.ts';
import type { Packet, Sent } from '../domain/appeals/packet.ts';
import { attachmentControlNumber } from '../domain/appeals/preparation.ts';
import { sentAtOf } from '../domain/appeals/sent-at.ts';
import type { TimeZone } from '../domain/calendar/time-zone.ts';
import type { Claim, ClaimContext, GetClaimContext } from '../domain/claim.ts';
import type { ChangeClaim, ClaimChange } from '../domain/claim-change.ts';
import { patientControlNumber } from '../domain/ids.ts';
import { effectiveAdjudication, insurancePaidOf } from '../domain/ledger/effective-decision.ts';
import type { SendToPartner } from '../domain/partner-file.ts';
import { decidedAbout, disputedOf } from '../domain/position.ts';
import type { ClaimTaskStep, StepResult } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { undoneBy } from '../domain/undo/undone.ts';
import { decided, outcomeOf } from './decide.ts';
import { currentSubmission } from './submit-claim.ts';

export type AppealClaimEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly sendToPartner: SendToPartner;
  /** The bytes of a packet as it was made. */
  readonly readPacket: (packet: Packet) => Promise<Uint8Array>;
  readonly changeClaim: ChangeClaim;
};

/**
 * Records an appeal that a person has sent; where the payer's partner takes it, sends it. The claim says so before it goes
 * out, so that an appeal that was taken back before is not sent, and one that is sent is not taken back; a step that runs
 * again sends the same once.
 */
export const appealClaim = async (
  { claimId, taskId }: ClaimTaskStep,
  { getClaimContext, getTask, sendToPartner, readPacket, changeClaim }: AppealClaimEffects,
): Promise<StepResult<'appealed'>> => {
  const [context, task] = await Promise.all([getClaimContext(claimId), getTask(taskId)]);
  const { claim, payer, practice } = context;
  const after = await changeClaim(claimId, (before) => recordAppeal(before, task, practice.timeZone));
  if (undoneBy(after, taskId) || sentOf(task).way !== 'partner') return { outcome: 'appealed' };
  const packet = task.outcome?.sent?.packet;
  await sendToPartner({
    partnerId: payer.partnerId,
    practiceId: claim.practiceId,
    transaction: 'appeal',
    purpose: taskId,
    claimId,
    submissionNumber: claim.submissions.length,
    render: () => appealLetter(context, task),
    ...(packet && { enclosure: await readPacket(packet) }),
  });
  return { outcome: 'appealed' };
};

/** How it was sent. Decisions of before that was asked for were sent by the partner on the day of the decision. */
const sentOf = (task: Task): Sent => {
  const { sent, at } = outcomeOf(task);
  return sent ?? { way: 'partner', on: at.slice(0, 10) };
};

/** Records the appeal; the claim then waits for the payer's second answer, from the day on which it was sent. */
export const recordAppeal = (claim: Claim, task: Task, timeZone: TimeZone): ClaimChange | undefined => {
  const sent = sentOf(task);
  const appeal: ClaimAppeal = {
    taskId: task.taskId,
    level: appealLevel(claim),
    about: decidedAbout(claim),
    disputed: disputedAmount(claim),
    paidBefore: insurancePaidOf(claim),
    sent,
  };
  return decided(
    claim,
    task,
    {
      status: 'appealed',
      followUpsForgiven: claim.followUps,
      followedUpAt: sentAtOf(sent, outcomeOf(task).at, timeZone),
      appeals: [...(claim.appeals ?? []), appeal],
    },
    {
      ...{ appealLevel: appeal.level, appealDisputed: appeal.disputed, way: sent.way, sentOn: sent.on },
      ...(sent.confirmation && { confirmation: sent.confirmation }),
      ...(sent.packet && { packet: sent.packet.digest }),
    },
  );
};

/**
 * The head of an appeal as plain text, for a partner that mails, faxes or uploads it: it names the claim, the decision
 * that is contested and the packet beside it, or has the letter itself where there is none. It holds PHI and goes only to
 * the payer.
 */
export const appealLetter = ({ claim, practice, payer }: ClaimContext, task: Task): string => {
  const adjudication = effectiveAdjudication(claim);
  const reasons = disputedOf(claim);
  const packet = task.outcome?.sent?.packet;
  // The claim may know of it already: a step that runs again sends the same.
  const levelSent = claim.appeals?.find(({ taskId }) => taskId === task.taskId)?.level;
  return [
    'Appeal',
    `Patient control number: ${patientControlNumber(claim.claimId, currentSubmission(claim).number)}`,
    `Attachment control number: ${attachmentControlNumber(claim, task)}`,
    `Payer claim control number: ${claim.payerControlNumber ?? 'not assigned'}`,
    `To: ${payer.name}`,
    `Level: ${levelName(levelSent ?? appealLevel(claim), payer)}`,
    `From: ${practice.name}, NPI ${practice.npi}, phone ${practice.phone}`,
    `Patient: ${claim.patient.firstName} ${claim.patient.lastName}, member ${claim.coverage.memberId}`,
    `Date of service: ${claim.dateOfService}`,
    `Remittance: ${adjudication?.traceNumber ?? 'none'} of ${adjudication?.paymentDate ?? 'unknown date'}`,
    `Contested adjustments: ${reasons.map(({ group, reason }) => `${group}-${reason}`).join(', ')}`,
    ...(packet ? [`Packet: ${packet.pages} pages beside this file, SHA-256 ${packet.digest}`] : []),
    '',
    task.outcome?.note ?? '',
    '',
  ].join('\n');
};
