import { ringAt } from '../domain/calendar/clocks.ts';
import type { Claim, ClaimContext, GetClaimContext, Submission } from '../domain/claim.ts';
import type { ChangeClaim } from '../domain/claim-change.ts';
import { isGivenOver } from '../domain/coordination/given-over.ts';
import type { Checked } from '../domain/finding.ts';
import { type FindQueued, outboxFor, type QueueClaim, type QueuedClaim } from '../domain/outbox/outbox.ts';
import { isToBeSent, refuseSubmission } from '../domain/outbox/transmissions.ts';
import { tryRendering } from '../domain/partner-file.ts';
import type { AwaitingResult } from '../domain/step.ts';
import { lastUndo } from '../domain/undo/undone.ts';
import { waits } from '../domain/wait.ts';
import { BillingError } from '../runtime/errors.ts';
import { check837p } from './837p/check-claim-set.ts';
import { refusalInWords } from './837p/refusal-in-words.ts';
import { rendering837p } from './837p/render-claim.ts';

export const submitClaimOutcomes = [
  ...(['queued', 'full', 'submitted', 'forwarded', 'rejected'] as const),
  /** Not to be sent: a decision was taken back, and a person is asked again. */
  'undone',
] as const;
export type SubmitClaimOutcome = (typeof submitClaimOutcomes)[number];
type Submitted = AwaitingResult<SubmitClaimOutcome, 'queued' | 'full' | 'submitted'>;

export type SubmitClaimEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly changeClaim: ChangeClaim;
  readonly findQueued: FindQueued;
  readonly queueClaim: QueueClaim;
  readonly removeQueued: (queued: QueuedClaim) => Promise<void>;
};

/**
 * Puts the current transmission into the outbox of its partner once; one that is on its way already is only waited
 * for. One that no payer would take is rejected before it waits, and holds no other back.
 */
export const submitClaim = async (
  claimId: string,
  now: Date,
  effects: SubmitClaimEffects,
): Promise<Submitted> => {
  const context = await effects.getClaimContext(claimId);
  const submission = currentSubmission(context.claim);
  const { number } = submission;
  if (submission.forwarded) return { outcome: 'forwarded', wait: null };
  if (isUndone(context.claim, submission)) return { outcome: 'undone', wait: null };
  if (submission.sentAt) return acknowledgementOf(context, number, now);
  const standing = await effects.findQueued({ claimId, submissionNumber: number });
  if (standing?.openedBy === submission.openedBy && standing) return queued('queued', standing);
  // It waited under this number before it was taken back.
  if (standing) await effects.removeQueued(standing);
  const written = written837p(context, submission, now);
  if (!written.success) {
    const reasons = refusalInWords(written.findings, context);
    await effects.changeClaim(claimId, (claim) => refuseSubmission(claim, number, reasons));
    return { outcome: 'rejected', wait: null };
  }
  const outbox = outboxFor(context.practice, context.payer);
  const { outboxId, batchClaims } = outbox;
  const own = {
    claimId,
    submissionNumber: number,
    outboxId,
    queuedAt: now.toISOString(),
    ...(submission.openedBy !== undefined && { openedBy: submission.openedBy }),
    text: written.data,
  };
  const waiting = await effects.queueClaim(own, outbox);
  // The same step, tried again before it ended, was faster: what it did stands.
  if (waiting === undefined) return submitClaim(claimId, now, effects);
  // Whoever fills the file calls for it; the others would only get in one another's way.
  return queued(waiting % batchClaims === 0 ? 'full' : 'queued', own);
};

/** Whether nothing is to go out: a decision was taken back, and the payer has it or was not to get it; or another payer is billed. */
const isUndone = (claim: Claim, { number, sentAt, frequency }: Submission): boolean => {
  if (isGivenOver(claim)) return claim.status === 'closed' || (sentAt === undefined && frequency !== '8');
  const { at } = lastUndo(claim) ?? {};
  if (at === undefined) return false;
  return sentAt === undefined ? claim.status === 'not-covered' || !isToBeSent(claim, number) : sentAt <= at;
};

/** Nobody rings: what waits is sent when its file is full, or when it has waited long enough. */
const queued = (
  outcome: 'queued' | 'full',
  { claimId, submissionNumber, queuedAt }: QueuedClaim,
): Submitted => ({
  outcome,
  wait: { waitId: waits.transmission(claimId, submissionNumber, queuedAt), round: 0, ringAt: null },
});

const acknowledgementOf = ({ claim, payer }: ClaimContext, number: number, now: Date): Submitted => ({
  outcome: 'submitted',
  wait: {
    waitId: waits.acknowledgement(claim.claimId, number),
    round: 0,
    ringAt: ringAt('acknowledgementDays', payer, now),
  },
});

/** The 837P of the transmission alone, or what its payer would find in it. */
const written837p = (context: ClaimContext, submission: Submission, now: Date): Checked<string> => {
  const rendered = tryRendering(rendering837p(context, submission), now);
  if (!rendered.success) return rendered;
  const findings = check837p(rendered.data);
  return findings.length > 0 ? { success: false, findings } : rendered;
};

/** The transmission that is open or was sent last. */
export const currentSubmission = (claim: Claim): Submission => {
  const submission = claim.submissions.at(-1);
  if (!submission) throw new BillingError('InvalidInput', `Claim ${claim.claimId} has no submission`);
  return submission;
};
