import type { Task } from '../task.ts';

/** Which mail of a task is due next, and at which instant. */
export type DueNotice = { readonly notice: 'reminder' | 'escalation'; readonly at: string };

type Timed = Pick<Task, 'status' | 'remindAt' | 'remindedAt' | 'due' | 'escalatedAt'>;

/**
 * What an open task is to be told of next: its owner is reminded, then its supervisor hears that the deadline has passed.
 * None once both were told, or the task is decided. Whoever moves the deadline moves this with it.
 */
export const dueNotice = ({
  status,
  remindAt,
  remindedAt,
  due,
  escalatedAt,
}: Timed): DueNotice | undefined => {
  if (status === 'done') return undefined;
  if (remindedAt === undefined) return { notice: 'reminder', at: remindAt };
  return escalatedAt === undefined ? { notice: 'escalation', at: due } : undefined;
};
