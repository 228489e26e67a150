import type { Actor } from '../../domain/actor.ts';
import type { Practice } from '../../domain/practice.ts';
import type { Task } from '../../domain/task.ts';
import type { HandlingEntry } from '../../domain/tasks/handling.ts';
import { revised } from '../../domain/tasks/revision.ts';
import { dueFor, remindAtFor } from '../assign-task.ts';

export type Reopening = { readonly by: Actor; readonly now: Date; readonly practice: Practice };

/** A decided task as it is open again, with time and mails of its own; what was decided stands in its history. */
export const reopened = (task: Task, { by, now, practice }: Reopening): Task => {
  const { outcome, notifiedAt: _told, remindedAt: _reminded, escalatedAt: _late, ...rest } = task;
  const due = dueFor(task, practice, now);
  const entry: HandlingEntry = {
    handling: 'reopen',
    ...{ by, at: now.toISOString(), note: '' },
    ...(outcome && { decided: decidedOf(outcome) }),
  };
  return revised({
    ...rest,
    ...{ status: 'open', due, remindAt: remindAtFor(due, now) },
    history: [...task.history, entry],
  });
};

const decidedOf = ({ action, by, at, note, correction }: NonNullable<Task['outcome']>) => ({
  ...{ action, by, at, note },
  ...(correction && { correction }),
});
