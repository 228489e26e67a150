import { payerActor } from '../domain/actor.ts';
import { ringAt } from '../domain/calendar/clocks.ts';
import type { Claim, GetClaimContext } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { awaitedForwarding } from '../domain/coordination/crossover.ts';
import { withControlNumber } from '../domain/ledger/decision.ts';
import type { SendToPartner } from '../domain/partner-file.ts';
import type { AwaitingResult } from '../domain/step.ts';
import { type AnswerOutcome, waits } from '../domain/wait.ts';
import type { ClaimStatus, StatusRefusal } from '../edi/x277/loops.ts';
import { rendering276, statusTrace } from './status-inquiry.ts';

export const checkClaimStatusOutcomes = ['asked', 'given-up', 'decided', 'not-forwarded'] as const;
export type CheckClaimStatusOutcome = (typeof checkClaimStatusOutcomes)[number];

export type CheckClaimStatusEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly sendToPartner: SendToPartner;
};

/** Statuses of a claim of which its payer still owes word. */
const awaitingPayer: readonly Claim['status'][] = ['submitted', 'accepted', 'appealed'];

/** Asks once for each follow-up, up to the number in the contract; a claim decided meanwhile is not asked about. */
export const checkClaimStatus = async (
  claimId: string,
  now: Date,
  { getClaimContext, sendToPartner }: CheckClaimStatusEffects,
): Promise<AwaitingResult<CheckClaimStatusOutcome, 'asked'>> => {
  const context = await getClaimContext(claimId);
  const { claim, payer } = context;
  if (!awaitingPayer.includes(claim.status)) return { outcome: 'decided', wait: null };
  // The payer knows nothing of us where another one was to forward the claim: by now we bill it.
  if (awaitedForwarding(claim)) return { outcome: 'not-forwarded', wait: null };
  const inquiry = claim.followUps;
  if (inquiry - claim.followUpsForgiven >= payer.maxFollowUps) return { outcome: 'given-up', wait: null };
  const submissionNumber = claim.submissions.length;
  await sendToPartner({
    partnerId: payer.partnerId,
    practiceId: claim.practiceId,
    transaction: '276',
    purpose: statusTrace(claimId, submissionNumber, inquiry),
    claimId,
    submissionNumber,
    render: rendering276(context),
  });
  return {
    outcome: 'asked',
    wait: {
      waitId: waits.claimStatus(claimId, submissionNumber, inquiry),
      round: inquiry,
      ringAt: ringAt('statusAnswerDays', payer, now),
    },
  };
};

export type ClaimStatusOutcome = { outcome: AnswerOutcome<'claimStatus'>; reason: string };

/** What a 277 category means for the workflow; finalized claims still wait for their 835, which alone moves money. */
const outcomeOf = (category: string): ClaimStatusOutcome['outcome'] => {
  if (/^(P|A[0125])/.test(category)) return 'pending';
  if (category.startsWith('F')) return 'finalized';
  if (/^A[3678]$/.test(category)) return 'rejected';
  if (category.startsWith('R')) return 'information-requested';
  return category === 'A4' || category === 'D0' ? 'not-found' : 'unanswered';
};

/** Where a 277 says several things of a claim, what a person has to act on goes first. */
const byUrgency: readonly ClaimStatusOutcome['outcome'][] = [
  'rejected',
  'information-requested',
  'not-found',
  'finalized',
  'pending',
  'unanswered',
];

type StatusCode = { readonly category: string; readonly status: string };
type Status = { readonly status: StatusCode; readonly furtherStatuses?: readonly StatusCode[] | undefined };

const codesOf = (statuses: readonly Status[]): StatusCode[] =>
  statuses.flatMap(({ status, furtherStatuses = [] }) => [status, ...furtherStatuses]);

/** What a 277 says of a claim; its services speak only where the claim itself has no status. */
export const readClaimStatus = ({ statuses = [], lines = [] }: ClaimStatus): ClaimStatusOutcome => {
  const own = codesOf(statuses);
  const codes = own.length > 0 ? own : codesOf(lines.flatMap((line) => line.statuses ?? []));
  const said = codes.map(({ category, status }) => ({
    outcome: outcomeOf(category),
    reason: `${category}:${status}`,
  }));
  const [most = { outcome: 'unanswered', reason: 'none' }] = said.sort(
    (one, other) => byUrgency.indexOf(one.outcome) - byUrgency.indexOf(other.outcome),
  );
  return most;
};

/** A 277 that refuses all inquiries of a receiver or a provider is no verdict on a claim: it counts as no answer. */
export const readRefusal = ({ statuses = [] }: StatusRefusal): ClaimStatusOutcome => {
  const [first] = codesOf(statuses);
  return { outcome: 'unanswered', reason: first ? `${first.category}:${first.status}` : 'none' };
};

/** Records the answer to one inquiry; a late or repeated one changes nothing. */
export const recordClaimStatus = (
  claim: Claim,
  inquiry: number,
  { outcome, reason }: ClaimStatusOutcome,
  answered?: { readonly submissionNumber: number; readonly payerControlNumber?: string | undefined },
): ClaimChange | undefined => {
  if (claim.followUps !== inquiry) return undefined;
  return changed(
    claim,
    { followUps: inquiry + 1, ...(answered && withControlNumber(claim, answered)) },
    { type: 'status-answered', actor: payerActor(claim.payerId), detail: { outcome, reason, inquiry } },
  );
};
