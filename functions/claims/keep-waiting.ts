import { sentAtOf } from '../domain/appeals/sent-at.ts';
import type { TimeZone } from '../domain/calendar/time-zone.ts';
import type { Claim } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import type { Task } from '../domain/task.ts';
import { decided, outcomeOf } from './decide.ts';

/**
 * A biller called the payer or sent what it asked for, or news withdrew the task: the follow-ups start over. A claim that
 * was decided and whose payer got what it asked for is with the payer again.
 */
export const keepWaiting = (claim: Claim, task: Task, timeZone: TimeZone): ClaimChange | undefined => {
  const { at, sent } = outcomeOf(task);
  return decided(
    claim,
    task,
    {
      followUpsForgiven: claim.followUps,
      followedUpAt: sent ? sentAtOf(sent, at, timeZone) : at,
      ...(sent && claim.status === 'adjudicated' && { status: 'accepted' as const }),
    },
    {
      ...(sent && { way: sent.way, sentOn: sent.on }),
      ...(sent?.confirmation && { confirmation: sent.confirmation }),
      ...(sent?.packet && { packet: sent.packet.digest }),
      ...(sent?.exception && { exception: sent.exception }),
    },
  );
};
