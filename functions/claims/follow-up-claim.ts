import { stepActor } from '../domain/actor.ts';
import type { Claim, ClaimContext, GetClaimContext } from '../domain/claim.ts';
import { type ChangeClaim, type ClaimChange, changed } from '../domain/claim-change.ts';
import { awaitedForwarding } from '../domain/coordination/crossover.ts';
import { isGivenOver } from '../domain/coordination/given-over.ts';
import { followUpAt } from '../domain/follow-up/follow-up-at.ts';
import { isLeftToPayer } from '../domain/follow-up/left-to-payer.ts';
import type { FindPace, PayerPace } from '../domain/follow-up/payer-pace.ts';
import type { AwaitingResult } from '../domain/step.ts';
import { asksAgainOfSilence } from '../domain/undo/undone.ts';
import { waits } from '../domain/wait.ts';
import { settleClaim } from './settle-claim.ts';
import { currentSubmission } from './submit-claim.ts';

export const followUpClaimOutcomes = [
  'waiting',
  'settled',
  'denied',
  'rejected',
  'not-covered',
  'no-answer',
  'unsent',
  'closed',
] as const;
export type FollowUpClaimOutcome = (typeof followUpClaimOutcomes)[number];
export type FollowUp = AwaitingResult<FollowUpClaimOutcome, 'waiting'>;

export type FollowUpClaimEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly changeClaim: ChangeClaim;
  readonly findPace: FindPace;
};

/** Closes the status inquiry that went unanswered, if one is named, and tells where the claim then stands. */
export const followUpClaim = async (
  { claimId, inquiry }: { readonly claimId: string; readonly inquiry?: number | undefined },
  now: Date,
  { getClaimContext, changeClaim, findPace }: FollowUpClaimEffects,
): Promise<FollowUp> => {
  if (inquiry !== undefined) await changeClaim(claimId, (claim) => closeInquiry(claim, inquiry, now));
  const context = await getClaimContext(claimId);
  const { practiceId, payerId } = context.claim;
  return standingOf({ ...context, pace: await findPace(practiceId, payerId) }, now);
};

/** Counts a status inquiry that the payer left unanswered, so that the next one is a new one. */
export const closeInquiry = (claim: Claim, inquiry: number, now: Date): ClaimChange | undefined =>
  inquiry === claim.followUps
    ? changed(
        claim,
        { followUps: claim.followUps + 1, followedUpAt: now.toISOString() },
        { type: 'status-unanswered', actor: stepActor('follow-up-claim'), detail: { inquiry } },
      )
    : undefined;

type Standing = Omit<ClaimContext, 'practice'> & { readonly pace?: PayerPace | undefined };

/** Where a submitted claim stands: decided already, to go out again, or to be awaited until it is time to ask. */
export const standingOf = ({ claim, payer, pace }: Standing, now: Date): FollowUp => {
  if (claim.status === 'closed') return { outcome: 'closed', wait: null };
  if (settleClaim(claim, payer) !== 'open-amount') return { outcome: 'settled', wait: null };
  if (!isGivenOver(claim)) {
    const isWaitedFor = isLeftToPayer(claim) && followUpAt(claim, payer, pace, now) > now.toISOString();
    const asked = isWaitedFor ? undefined : askedOf(claim);
    if (asked) return { outcome: asked, wait: null };
  }
  const { number, sentAt, frequency } = currentSubmission(claim);
  const isToGo = sentAt === undefined && (!isGivenOver(claim) || frequency === '8');
  if (isToGo) return { outcome: 'unsent', wait: null };
  return {
    outcome: 'waiting',
    wait: {
      waitId: waits.remittance(claim.claimId, number, claim.remittances),
      round: claim.followUps,
      // Whom another payer forwarded the claim is not asked about it, but billed once its time is over.
      ringAt: awaitedForwarding(claim)?.until ?? followUpAt(claim, payer, pace, now),
    },
  };
};

/** What a person is asked about a claim; of one that was given over its own step asks. */
const askedOf = (claim: Claim): 'denied' | 'rejected' | 'not-covered' | 'no-answer' | undefined => {
  if (claim.status === 'adjudicated') return 'denied';
  if (claim.status === 'rejected' || claim.status === 'not-covered') return claim.status;
  return asksAgainOfSilence(claim) ? 'no-answer' : undefined;
};
