import type { Task, TaskOutcome } from '../task.ts';
import type { TaskDraft } from '../task-draft.ts';

/** How a review asks about what it finds, and takes back what it asked about and does not find any more. */
export type StandingTaskEffects = {
  readonly tasksByStatus: (practiceId: string, status: 'open') => Promise<readonly Task[]>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly taskId: string },
  ) => Promise<unknown>;
  /** Closes the task if it is open; false when somebody closed it before. */
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<boolean>;
  readonly now: () => Date;
};

/** A thing that is asked about now: the same id as long as it is the same question. */
export type Standing = { readonly taskId: string; readonly draft: TaskDraft };

type Review = { readonly kind: Task['kind']; readonly by: TaskOutcome['by']; readonly over: string };

/**
 * Asks about everything that stands, once each however often it looks, and closes the open tasks of the kind about what
 * stands no more, with why it is over. Returns how many it closed.
 */
export const askAboutStanding = async (
  practiceId: string,
  standing: readonly Standing[],
  { kind, by, over }: Review,
  { tasksByStatus, raiseTask, closeTask, now }: StandingTaskEffects,
): Promise<number> => {
  for (const { taskId, draft } of standing) await raiseTask(draft, { practiceId, taskId });
  const asked = new Set(standing.map(({ taskId }) => taskId));
  const settled = (await tasksByStatus(practiceId, 'open')).filter(
    (task) => task.kind === kind && !asked.has(task.taskId),
  );
  for (const task of settled)
    await closeTask(task, { action: 'dismiss', by, at: now().toISOString(), note: over });
  return settled.length;
};
