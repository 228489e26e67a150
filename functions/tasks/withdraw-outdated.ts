import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import { claimTaskId, claimTaskKinds, isOutdated } from '../domain/tasks/basis.ts';
import { findSharedTasks } from '../domain/tasks/shared-tasks.ts';
import { lastUndo } from '../domain/undo/undone.ts';
import { type CompletionEffects, decideTask } from './decide-task.ts';
import { newsOf } from './news-of-claim.ts';
import { sendWithdrawal, type WithdrawalEffects } from './send-task-email.ts';

export type WithdrawTaskEffects = CompletionEffects &
  WithdrawalEffects & {
    readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'supervisor'>>;
  };

export type WithdrawOutdatedEffects = WithdrawTaskEffects & {
  readonly findTask: (taskId: string) => Promise<Task | undefined>;
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
  // It may have been found in a file while somebody had the one before on the desk.
  submissions.length > 1 ||
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
  const ids = claimTaskKinds.flatMap((kind) => roundsOf(claim).map((round) => claimTaskId(round, kind)));
  const named = await Promise.all(ids.map(effects.findTask));
  const shared = claim.adjudications.length > 0 ? await findSharedTasks(claim, effects.findTask) : [];
  for (const task of [...named, ...shared])
    if (task?.status === 'open' && isOutdated(task, claim))
      await withdrawTask(task, { now, note: newsOf(claim) }, effects);
};

/** A decision that was taken back may have left a task behind that was asked after it. */
const roundsOf = (claim: Claim): readonly Pick<Claim, 'claimId' | 'decisions'>[] =>
  lastUndo(claim) ? [claim, { ...claim, decisions: claim.decisions.slice(0, -1) }] : [claim];

/** Withdraws a task because of what the note says, and tells who had it; one that is decided stays so. */
export const withdrawTask = async (
  task: Task,
  { now, note }: { readonly now: Date; readonly note: string },
  effects: WithdrawTaskEffects,
): Promise<void> => {
  const by = stepActor('withdraw-outdated');
  const outcome = { action: 'withdraw', by, at: now.toISOString(), note } as const;
  const { task: standing, taken } = await decideTask(task, outcome, effects);
  if (!taken || !task.notifiedAt) return;
  const { supervisor } = await effects.getPractice(task.practiceId);
  const readers = task.escalatedAt ? [task.email, supervisor] : [task.email];
  for (const to of new Set(readers)) await sendWithdrawal(standing, to, effects);
};
