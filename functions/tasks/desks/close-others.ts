import { type Actor, stepActor } from '../../domain/actor.ts';
import type { Task } from '../../domain/task.ts';
import { isHandledSince } from '../../domain/tasks/revision.ts';
import type { TaskShare } from '../../domain/tasks/share.ts';
import { answerWaiting } from '../decide-task.ts';
import { sendWithdrawal } from '../send-task-email.ts';
import type { WithdrawTaskEffects } from '../withdraw-outdated.ts';

/** The tasks of the other desks as they stand. */
export const othersOf = (
  { share }: { readonly share?: TaskShare | undefined },
  { getTask }: Pick<WithdrawTaskEffects, 'getTask'>,
): Promise<readonly Task[]> => Promise.all((share?.others ?? []).map(({ taskId }) => getTask(taskId)));

/** Why tasks end; where a person's decision ends them, whose and of which task. */
type Why = { readonly note: string; readonly now: Date; readonly by?: Actor; readonly endedBy?: string };

/**
 * Ends open tasks of other desks because of what one desk decides about the claim as a whole. Nobody is answered and
 * nobody told before that decision stands (`afterClosing`). `decided` is the first that its desk has decided meanwhile, or where a person ends them, has
 * done anything with.
 */
export const closeOthers = async (
  tasks: readonly Task[],
  why: Why,
  effects: Pick<WithdrawTaskEffects, 'closeTask' | 'getTask'>,
): Promise<{ readonly closed: readonly Task[]; readonly decided?: Task }> => {
  const { note, now, by = stepActor('withdraw-outdated'), endedBy } = why;
  const outcome = {
    action: 'withdraw',
    by,
    at: now.toISOString(),
    note,
    ...(endedBy && { endedBy }),
  } as const;
  const closed: Task[] = [];
  for (const task of tasks) {
    const end = await closeOne(task, outcome, effects);
    if (end.outcome?.action !== 'withdraw') return { closed, decided: end };
    closed.push(end);
  }
  return { closed };
};

const closeOne = async (
  task: Task,
  outcome: NonNullable<Task['outcome']>,
  effects: Pick<WithdrawTaskEffects, 'closeTask' | 'getTask'>,
): Promise<Task> => {
  if (task.status === 'done') return task;
  if (await effects.closeTask(task, outcome)) return { ...task, status: 'done', outcome };
  const standing = await effects.getTask(task.taskId);
  // What its desk did meanwhile nobody has seen who ends it.
  if (outcome.by.kind !== 'step' && standing.status === 'open' && isHandledSince(task, standing))
    return standing;
  return closeOne(standing, outcome, effects);
};

/** Tells those whose tasks were ended, and lets the lifecycle ask again where it was not told of a decision. */
export const afterClosing = async (closed: readonly Task[], effects: WithdrawTaskEffects): Promise<void> => {
  for (const task of closed) {
    await answerWaiting(task, effects);
    if (!task.notifiedAt) continue;
    const { supervisor } = await effects.getPractice(task.practiceId);
    const readers = task.escalatedAt ? [task.email, supervisor] : [task.email];
    for (const to of new Set(readers)) await sendWithdrawal(task, to, effects);
  }
};
