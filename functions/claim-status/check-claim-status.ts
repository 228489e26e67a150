import { ringAt } from '../domain/calendar/clocks.ts';
import type { Claim, GetClaimContext } from '../domain/claim.ts';
import { awaitedForwarding } from '../domain/coordination/crossover.ts';
import { givingBack, isGivenOver } from '../domain/coordination/given-over.ts';
import { asksForPerson } from '../domain/follow-up/awaited-word.ts';
import type { SendToPartner } from '../domain/partner-file.ts';
import type { AwaitingResult } from '../domain/step.ts';
import { asksAgainOfSilence } from '../domain/undo/undone.ts';
import { waits } from '../domain/wait.ts';
import { rendering276, statusTrace } from './status-inquiry.ts';

export const checkClaimStatusOutcomes = ['asked', 'given-up', 'decided', 'not-forwarded'] as const;
export type CheckClaimStatusOutcome = (typeof checkClaimStatusOutcomes)[number];

export type CheckClaimStatusEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly sendToPartner: SendToPartner;
};

/** Statuses of a claim of which its payer still owes word. */
const awaitingPayer: readonly Claim['status'][] = ['submitted', 'accepted', 'appealed'];

/**
 * Asks once for each follow-up, up to the number in the contract; a claim decided meanwhile is not asked about, and one of
 * which the payer's last word is a person's work is given up: its 835 did not come in time, or the word came late.
 */
export const checkClaimStatus = async (
  claimId: string,
  now: Date,
  { getClaimContext, sendToPartner }: CheckClaimStatusEffects,
): Promise<AwaitingResult<CheckClaimStatusOutcome, 'asked'>> => {
  const context = await getClaimContext(claimId);
  const { claim, payer } = context;
  // The payer owes no decision of what another one is billed for, but its money: a person asks for that.
  if (isGivenOver(claim))
    return { outcome: givingBack(claim) === 'nothing' ? 'decided' : 'given-up', wait: null };
  if (!awaitingPayer.includes(claim.status)) return { outcome: 'decided', wait: null };
  // The payer knows nothing of us where another one was to forward the claim: by now we bill it.
  if (awaitedForwarding(claim)) return { outcome: 'not-forwarded', wait: null };
  const inquiry = claim.followUps;
  if (
    asksAgainOfSilence(claim) ||
    asksForPerson(claim) ||
    inquiry - claim.followUpsForgiven >= payer.maxFollowUps
  )
    return { outcome: 'given-up', wait: null };
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
