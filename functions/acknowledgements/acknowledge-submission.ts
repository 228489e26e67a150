import { payerActor } from '../domain/actor.ts';
import type { Acknowledgement, Claim, Submission } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { knownControlNumbers, withControlNumber } from '../domain/ledger/decision.ts';

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
  if (!submission) return undefined;
  if (known === 'rejected' || known === acknowledgement.outcome)
    return keepNumber(claim, submissionNumber, payerControlNumber);
  const isCurrent = submission === claim.submissions.at(-1);
  const verdict = { ...claim, submissions: withSubmission(claim, { ...submission, acknowledgement }) };
  return changed(
    claim,
    {
      submissions: verdict.submissions,
      ...(isCurrent && awaitsPayer(claim) && { status: acknowledgement.outcome }),
      ...withControlNumber(verdict, { submissionNumber, payerControlNumber }),
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

/** The first to accept is often the clearinghouse; the payer's own number comes with its verdict after that. */
const keepNumber = (
  claim: Claim,
  submissionNumber: number,
  payerControlNumber: string | undefined,
): ClaimChange | undefined => {
  if (!payerControlNumber || knownControlNumbers(claim).includes(payerControlNumber)) return undefined;
  return changed(claim, withControlNumber(claim, { submissionNumber, payerControlNumber }), {
    type: 'payer-number-given',
    actor: payerActor(claim.payerId),
    detail: { submission: submissionNumber },
  });
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
