import { type Actor, payerActor, stepActor } from '../actor.ts';
import type { Acknowledgement, Claim, Submission } from '../claim.ts';
import { type ClaimChange, changed } from '../claim-change.ts';
import { isGivenOver } from '../coordination/given-over.ts';
import type { Finding } from '../finding.ts';

const transmissionOf = (claim: Claim, number: number): Submission | undefined =>
  claim.submissions.find((one) => one.number === number);

const withSubmission = (claim: Claim, submission: Submission): Submission[] =>
  claim.submissions.map((one) => (one.number === submission.number ? submission : one));

const isCurrent = (claim: Claim, number: number): boolean => claim.submissions.at(-1)?.number === number;

/**
 * Whether a transmission is still to go out: not sent, not refused, of a claim that is open; and of one that waits in an
 * outbox, whether it is the one that was opened last under its number.
 */
export const isToBeSent = (
  claim: Claim,
  number: number,
  waiting?: { readonly openedBy?: string | undefined },
): boolean => {
  const submission = transmissionOf(claim, number);
  return (
    submission !== undefined &&
    isCurrent(claim, number) &&
    (waiting === undefined || waiting.openedBy === submission.openedBy) &&
    !submission.sentAt &&
    !submission.acknowledgement &&
    (!isGivenOver(claim) || submission.frequency === '8') &&
    claim.status !== 'closed'
  );
};

/** Records that a transmission went out, and in which file; once sent, recording again changes nothing. */
export const recordSent = (
  claim: Claim,
  number: number,
  { key, at }: { readonly key: string; readonly at: string },
): ClaimChange | undefined => {
  const submission = transmissionOf(claim, number);
  if (!submission || submission.sentAt) return undefined;
  const submissions = withSubmission(claim, { ...submission, fileName: key, sentAt: at });
  const status = isCurrent(claim, number) && claim.status !== 'closed' ? 'submitted' : claim.status;
  return changed(
    claim,
    { status, submissions },
    {
      type: 'submitted',
      actor: stepActor('send-batch'),
      detail: { submission: number, frequency: submission.frequency, file: key },
    },
  );
};

/** Records why a transmission makes no 837P that a payer would take; a person corrects it, and nothing goes out before. */
export const refuseSubmission = (
  claim: Claim,
  number: number,
  findings: readonly Finding[],
): ClaimChange | undefined => {
  const submission = transmissionOf(claim, number);
  if (!submission || submission.sentAt || submission.acknowledgement) return undefined;
  const reasons = findings.map(({ code, path, detail }) => ({
    code: `${code} ${path}`.trim(),
    text: detail,
  }));
  const acknowledgement = { outcome: 'rejected', source: 'edits', reasons } as const;
  return changed(
    claim,
    { status: 'rejected', submissions: withSubmission(claim, { ...submission, acknowledgement }) },
    {
      type: 'not-sent',
      actor: stepActor('submit-claim'),
      detail: { submission: number, reasons: findings.map(({ code }) => code).join(' ') },
    },
  );
};

/** The claim as it goes out anew, in a transmission of its own: CLM01 names one file, whatever becomes of the other. */
const withNext = (claim: Claim, { frequency, originalReference }: Submission, isAgain: boolean): Claim => ({
  ...claim,
  status: 'covered',
  submissions: [
    ...claim.submissions,
    {
      number: claim.submissions.length + 1,
      frequency,
      ...(originalReference && { originalReference }),
      fileAccepted: false,
      ...(isAgain && { sentAgain: true }),
    },
  ],
});

/** Whether a refusal of a file is no word on this claim any more: it was answered by itself, or goes another way. */
const isPast = (claim: Claim, number: number): boolean =>
  !isCurrent(claim, number) || claim.status !== 'submitted';

/** How often a claim goes out again because of others before a person is asked: whatever it meets, it ends. */
const mostTimesAgain = 3;

/** Whether a claim that was refused for another one's fault may go out again without a person. */
export const mayGoAgain = ({ submissions }: Claim, number: number): boolean => {
  const upToIt = submissions.filter((one) => one.number <= number);
  return upToIt.length - 1 - upToIt.findLastIndex(({ sentAgain }) => !sentAgain) < mostTimesAgain;
};

/** Opens the next transmission of a claim whose set was refused for another claim; a repeated verdict changes nothing. */
export const sendAgain = (
  claim: Claim,
  number: number,
  acknowledgement: Acknowledgement,
): ClaimChange | undefined => {
  const submission = transmissionOf(claim, number);
  if (!submission || isPast(claim, number)) return undefined;
  const refused = { ...claim, submissions: withSubmission(claim, { ...submission, acknowledgement }) };
  return changed(claim, withNext(refused, submission, true), {
    type: 'set-refused',
    actor: payerActor(claim.payerId),
    detail: { submission: number, next: number + 1, source: acknowledgement.source },
  });
};

/** Opens the next transmission of a claim that was refused with its file, once a person mended what that was about. */
export const sendAnew = (claim: Claim, number: number, by: Actor): ClaimChange | undefined => {
  const submission = transmissionOf(claim, number);
  if (!submission || !isCurrent(claim, number) || claim.status !== 'rejected') return undefined;
  return changed(claim, withNext(claim, submission, false), {
    type: 'batch-sent-again',
    actor: by,
    detail: { submission: number, next: number + 1 },
  });
};
