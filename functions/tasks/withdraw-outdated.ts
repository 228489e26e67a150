import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import { claimTaskId, claimTaskKinds, isOutdated } from '../domain/tasks/basis.ts';
import { type CompletionEffects, decideTask } from './complete-task.ts';
import { newsOf } from './news-of-claim.ts';
import { sendWithdrawal, type WithdrawalEffects } from './send-task-email.ts';

export type WithdrawOutdatedEffects = CompletionEffects &
  WithdrawalEffects & {
    readonly findTask: (taskId: string) => Promise<Task | undefined>;
    readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'supervisor'>>;
  };

/** Most claims are paid at the first answer, and were never anybody's task: nothing is read for them. */
const mayHaveTask = ({
  followUps,
  decisions,
  adjudications,
  submissions,
  eligibilityChecks,
}: Claim): boolean =>
  followUps > 0 ||
  decisions.length > 0 ||
  adjudications.length > 1 ||
  eligibilityChecks > 1 ||
  submissions.at(-1)?.acknowledgement?.outcome === 'rejected';

/**
 * Withdraws the tasks of a claim whose reason news has settled or changed, tells who had them, and lets the lifecycle
 * look where the claim stands now: what is left to decide becomes a new task, with the reasons of now. Doing it again
 * changes nothing.
 */
export const withdrawOutdated = async (
  claim: Claim,
  now: Date,
  effects: WithdrawOutdatedEffects,
): Promise<void> => {
  if (!mayHaveTask(claim)) return;
  const named = await Promise.all(claimTaskKinds.map((kind) => effects.findTask(claimTaskId(claim, kind))));
  for (const task of named)
    if (task?.status === 'open' && isOutdated(task, claim)) await withdraw(task, claim, now, effects);
};

const withdraw = async (
  task: Task,
  claim: Claim,
  now: Date,
  effects: WithdrawOutdatedEffects,
): Promise<void> => {
  const by = stepActor('withdraw-outdated');
  const outcome = { action: 'withdraw', by, at: now.toISOString(), note: newsOf(claim) } as const;
  const { task: standing, taken } = await decideTask(task, outcome, effects);
  if (!taken || !task.notifiedAt) return;
  const { supervisor } = await effects.getPractice(task.practiceId);
  const readers = task.escalatedAt ? [task.email, supervisor] : [task.email];
  for (const to of new Set(readers)) await sendWithdrawal(standing, to, effects);
};
