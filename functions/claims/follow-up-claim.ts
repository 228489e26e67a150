import { stepActor } from '../domain/actor.ts';
import { ringAt } from '../domain/calendar/clocks.ts';
import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import type { Payer } from '../domain/payer.ts';
import { type WaitFor, waits } from '../domain/wait.ts';
import { settleClaim } from './settle-claim.ts';
import { currentSubmission } from './submit-claim.ts';

/** Counts a status inquiry that the payer left unanswered, so that the next one is a new one. */
export const closeInquiry = (claim: Claim, inquiry: number): ClaimChange | undefined =>
  inquiry === claim.followUps
    ? changed(
        claim,
        { followUps: claim.followUps + 1 },
        { type: 'status-unanswered', actor: stepActor('follow-up-claim'), detail: { inquiry } },
      )
    : undefined;

export type FollowUp =
  | { readonly outcome: 'waiting'; readonly wait: WaitFor }
  | { readonly outcome: 'settled' | 'denied' | 'rejected' | 'closed' };

/** Where a submitted claim stands: decided already, or to be awaited until the payer's contract says to ask. */
export const followUpClaim = (claim: Claim, payer: Payer, now: Date): FollowUp => {
  if (claim.status === 'closed') return { outcome: 'closed' };
  if (settleClaim(claim) !== 'open-amount') return { outcome: 'settled' };
  if (claim.status === 'adjudicated') return { outcome: 'denied' };
  if (claim.status === 'rejected') return { outcome: 'rejected' };
  const { number } = currentSubmission(claim);
  return {
    outcome: 'waiting',
    wait: {
      waitId: waits.remittance(claim.claimId, number, claim.remittances),
      round: claim.followUps,
      ringAt: ringAt('firstFollowUpDays', payer, now),
    },
  };
};
