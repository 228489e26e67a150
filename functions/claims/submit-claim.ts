import { stepActor } from '../domain/actor.ts';
import type { Claim, Submission } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import type { Finding } from '../domain/finding.ts';
import { BillingError } from '../runtime/errors.ts';

/** The transmission that is open or was sent last. */
export const currentSubmission = (claim: Claim): Submission => {
  const submission = claim.submissions.at(-1);
  if (!submission) throw new BillingError('InvalidInput', `Claim ${claim.claimId} has no submission`);
  return submission;
};

/** Records that the current transmission went out; once sent, sending again changes nothing. */
export const submitClaim = (claim: Claim, fileName: string, sentAt: string): ClaimChange | undefined => {
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
