import type { Claim } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import { patientControlNumber } from '../domain/ids.ts';
import type { Payer } from '../domain/payer.ts';
import { allAdjustments, effectiveAdjudication, isDisputed } from '../domain/position.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import { decided } from './decide.ts';
import { currentSubmission } from './submit-claim.ts';

/** Records the appeal; the claim then waits for the payer's second answer. */
export const appealClaim = (claim: Claim, task: Task): ClaimChange | undefined =>
  decided(claim, task, { status: 'appealed', followUpsForgiven: claim.followUps });

/**
 * The appeal letter as plain text, which a partner mails, faxes or uploads: it names the claim, the decision that
 * is contested and the biller's grounds. It holds PHI and goes only to the payer.
 */
export const appealLetter = (claim: Claim, task: Task, practice: Practice, payer: Payer): string => {
  const adjudication = effectiveAdjudication(claim);
  const reasons = adjudication ? allAdjustments(adjudication).filter(isDisputed) : [];
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
