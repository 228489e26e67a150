import { payerActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { mergeStatus, mostUrgent } from '../domain/follow-up/payer-status.ts';
import { withControlNumber } from '../domain/ledger/decision.ts';
import { reasonOf, type StatusAnswer } from './read-status.ts';
import type { StatusInquiry } from './status-inquiry.ts';

/** Everything that was said in answer to one inquiry: a payer may have split the claim, each part with a number of its own. */
export type InquiryAnswer = StatusAnswer & { readonly payerControlNumbers?: readonly string[] };

/** What several claims of a file say in answer to one inquiry, as one word: the most pressing decides. */
export const togetherOf = (answers: readonly [InquiryAnswer, ...InquiryAnswer[]]): InquiryAnswer => ({
  ...answers[0],
  outcome: mostUrgent(answers.map(({ outcome }) => outcome)),
  codes: answers.flatMap(({ codes }) => codes),
  payerControlNumbers: answers.flatMap(({ payerControlNumbers = [] }) => payerControlNumbers),
});

/**
 * Records the answer to one inquiry, and ends it. What comes again changes nothing; what comes late, to an inquiry that was
 * given up or beside an earlier answer, is kept as the payer's word and acted on when the wait that runs is over.
 */
export const recordClaimStatus = (
  claim: Claim,
  { submissionNumber, inquiry }: Omit<StatusInquiry, 'claimId'>,
  { payerControlNumbers = [], ...said }: InquiryAnswer,
  at: string,
): ClaimChange | undefined => {
  if (inquiry > claim.followUps) return undefined;
  const isLate = inquiry < claim.followUps;
  const payerStatus = mergeStatus(claim.payerStatus, { ...said, submissionNumber, inquiry, at });
  if (isLate && (inquiry < claim.followUpsForgiven || payerStatus === claim.payerStatus)) return undefined;
  return changed(
    claim,
    {
      payerStatus,
      ...(!isLate && { followUps: inquiry + 1, followedUpAt: at }),
      ...withNumbers(claim, submissionNumber, payerControlNumbers),
    },
    {
      type: isLate ? 'status-answered-late' : 'status-answered',
      actor: payerActor(claim.payerId),
      detail: { outcome: said.outcome, reason: reasonOf(said), inquiry },
    },
  );
};

const withNumbers = (claim: Claim, submissionNumber: number, numbers: readonly string[]): Partial<Claim> => {
  let patch: Partial<Claim> = {};
  for (const payerControlNumber of numbers)
    patch = withControlNumber({ ...claim, ...patch }, { submissionNumber, payerControlNumber });
  return patch;
};
