import { stepActor } from '../domain/actor.ts';
import { ringAt } from '../domain/calendar/clocks.ts';
import type { Claim, ClaimContext, GetClaimContext, Submission } from '../domain/claim.ts';
import { type ChangeClaim, type ClaimChange, changed } from '../domain/claim-change.ts';
import type { Finding } from '../domain/finding.ts';
import { patientControlNumber } from '../domain/ids.ts';
import { type OutboundFile, type SendToPartner, tryRendering } from '../domain/partner-file.ts';
import type { AwaitingResult } from '../domain/step.ts';
import { waits } from '../domain/wait.ts';
import { BillingError } from '../runtime/errors.ts';
import { check837p } from './837p/check-claim-set.ts';
import { rendering837p } from './837p/render-claim.ts';

export const submitClaimOutcomes = ['submitted', 'rejected'] as const;
export type SubmitClaimOutcome = (typeof submitClaimOutcomes)[number];

export type SubmitClaimEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly changeClaim: ChangeClaim;
  readonly sendToPartner: SendToPartner;
};

/**
 * Sends the current transmission once; a claim that is on its way already is only waited for. One that no payer
 * would take is rejected before a control number is spent on it.
 */
export const submitClaim = async (
  claimId: string,
  now: Date,
  { getClaimContext, changeClaim, sendToPartner }: SubmitClaimEffects,
): Promise<AwaitingResult<SubmitClaimOutcome, 'submitted'>> => {
  const context = await getClaimContext(claimId);
  const submission = currentSubmission(context.claim);
  if (!submission.sentAt) {
    const file = claimFile(context, submission);
    const faults = faultsOf(file, now);
    if (faults.length > 0) {
      await changeClaim(claimId, (claim) => refuseSubmission(claim, faults));
      return { outcome: 'rejected', wait: null };
    }
    const { key, at } = await sendToPartner(file);
    await changeClaim(claimId, (claim) => recordSubmission(claim, key, at));
  }
  return {
    outcome: 'submitted',
    wait: {
      waitId: waits.acknowledgement(claimId, submission.number),
      round: 0,
      ringAt: ringAt('acknowledgementDays', context.payer, now),
    },
  };
};

const claimFile = (context: ClaimContext, submission: Submission): OutboundFile => ({
  partnerId: context.payer.partnerId,
  practiceId: context.claim.practiceId,
  transaction: '837P',
  purpose: patientControlNumber(context.claim.claimId, submission.number),
  claimId: context.claim.claimId,
  submissionNumber: submission.number,
  render: rendering837p(context, submission),
});

const faultsOf = ({ render }: OutboundFile, now: Date): readonly Finding[] => {
  const rendered = tryRendering(render, now);
  return rendered.success ? check837p(rendered.data) : rendered.findings;
};

/** The transmission that is open or was sent last. */
export const currentSubmission = (claim: Claim): Submission => {
  const submission = claim.submissions.at(-1);
  if (!submission) throw new BillingError('InvalidInput', `Claim ${claim.claimId} has no submission`);
  return submission;
};

/** Records that the current transmission went out; once sent, sending again changes nothing. */
export const recordSubmission = (claim: Claim, fileName: string, sentAt: string): ClaimChange | undefined => {
  const submission = currentSubmission(claim);
  if (submission.sentAt) return undefined;
  const sent: Submission = { ...submission, fileName, sentAt };
  return changed(
    claim,
    { status: 'submitted', submissions: [...claim.submissions.slice(0, -1), sent] },
    {
      type: 'submitted',
      actor: stepActor('submit-claim'),
      detail: { submission: sent.number, frequency: sent.frequency, file: fileName },
    },
  );
};

/** Records why the claim makes no 837P that a payer would take; a person corrects it, and nothing goes out before. */
export const refuseSubmission = (claim: Claim, findings: readonly Finding[]): ClaimChange | undefined => {
  const submission = currentSubmission(claim);
  if (submission.sentAt || submission.acknowledgement) return undefined;
  const reasons = findings.map(({ code, path, detail }) => ({
    code: `${code} ${path}`.trim(),
    text: detail,
  }));
  const refused: Submission = {
    ...submission,
    acknowledgement: { outcome: 'rejected', source: 'edits', reasons },
  };
  const codes = findings.map(({ code }) => code).join(' ');
  return changed(
    claim,
    { status: 'rejected', submissions: [...claim.submissions.slice(0, -1), refused] },
    {
      type: 'not-sent',
      actor: stepActor('submit-claim'),
      detail: { submission: refused.number, reasons: codes },
    },
  );
};
