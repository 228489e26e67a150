import { payerActor } from '../domain/actor.ts';
import type { Acknowledgement, Claim, Submission } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';

const withSubmission = (claim: Claim, submission: Submission): Submission[] =>
  claim.submissions.map((sent) => (sent.number === submission.number ? submission : sent));

/** Statuses of a claim that an acknowledgement can still move. */
const awaitsPayer = (claim: Claim): boolean => claim.status === 'submitted' || claim.status === 'accepted';

/**
 * Records a payer's verdict on one transmission. A repeated verdict changes nothing; a rejection after an
 * acceptance counts (payers do that); an acceptance after a rejection does not.
 */
export const acknowledgeSubmission = (
  claim: Claim,
  submissionNumber: number,
  acknowledgement: Acknowledgement,
  payerControlNumber?: string,
): ClaimChange | undefined => {
  const submission = claim.submissions.find(({ number }) => number === submissionNumber);
  const known = submission?.acknowledgement?.outcome;
  if (!submission || known === 'rejected' || known === acknowledgement.outcome) return undefined;
  const isCurrent = submission === claim.submissions.at(-1);
  return changed(
    claim,
    {
      submissions: withSubmission(claim, { ...submission, acknowledgement }),
      ...(isCurrent && awaitsPayer(claim) && { status: acknowledgement.outcome }),
      ...(payerControlNumber && { payerControlNumber }),
    },
    {
      type: acknowledgement.outcome,
      actor: payerActor(claim.payerId),
      detail: {
        submission: submissionNumber,
        source: acknowledgement.source,
        reasons: acknowledgement.reasons.map(({ code }) => code).join(' '),
      },
    },
  );
};

/** Records that a 999 accepted the file of a transmission: the proof that it reached the payer in time. */
export const acceptFile = (claim: Claim, submissionNumber: number): ClaimChange | undefined => {
  const submission = claim.submissions.find(({ number }) => number === submissionNumber);
  if (!submission || submission.fileAccepted) return undefined;
  return changed(
    claim,
    { submissions: withSubmission(claim, { ...submission, fileAccepted: true }) },
    {
      type: 'file-accepted',
      actor: payerActor(claim.payerId),
      detail: { submission: submissionNumber, source: '999' },
    },
  );
};
