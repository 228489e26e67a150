import type { Actor } from '../../domain/actor.ts';
import type { Checked } from '../../domain/finding.ts';
import type { Task } from '../../domain/task.ts';
import { lastHandling, type TaskPlace } from '../../domain/tasks/handling.ts';
import { revised, taskNewer } from '../../domain/tasks/revision.ts';
import { sendDueEmail } from '../send-task-email.ts';
import { takenBackEmail } from '../task-email.ts';
import type { HandlingEffects } from './handle-task.ts';

/** Who takes back what was done without deciding; `of` names it by its instant, where it is not simply the last. */
export type UndoHandling = { readonly by: Actor; readonly of?: string | undefined };

const refused = (code: string, detail: string): Checked<never> => ({
  success: false,
  findings: [{ code, path: 'undo', detail }],
});

/**
 * Takes the last thing back that was done with an open task without deciding: the former desk has it, with the time that
 * it had, and whoever was told hears of it. What somebody did since has to be taken back first; a mail that is out has
 * left. Twice is once.
 */
export const undoHandling = async (
  task: Task,
  { by, of }: UndoHandling,
  now: Date,
  effects: HandlingEffects,
): Promise<Checked<Task>> => {
  const last = task.history.at(-1);
  if (last?.undoes !== undefined && (of === undefined || last.undoes === of))
    return { success: true, data: task };
  const entry = lastHandling(task);
  if (of !== undefined && entry?.at !== of)
    return refused(
      taskNewer,
      'Something else was done with the task since. Take that back first, or look again',
    );
  if (entry === undefined) return { success: true, data: task };
  if (entry.handling === 'mail-again')
    return refused(
      'mail-left',
      'The mail is out and cannot be taken back. Its link opens nothing but this task',
    );
  const isBack = entry.handling === 'hand-over' && entry.before !== undefined;
  if (entry.handling !== 'add-note' && entry.before === undefined)
    return refused(
      'place-unknown',
      'It is not known any more how the task was before: hand it over or hold it anew',
    );
  const undone = { handling: 'take-back', by, at: now.toISOString(), note: '', undoes: entry.at } as const;
  const placed = entry.before ? placedAs(task, entry.before) : task;
  const after = revised({ ...placed, history: [...task.history, undone] });
  if (!(await effects.saveOpenTask(after)))
    return refused(taskNewer, 'Somebody did something with the task meanwhile. Look again');
  if (isBack) await tellBoth(task, after, now, effects);
  return { success: true, data: after };
};

/** The task in its former place. Told anew where it was handed over, for the former link opens nothing. */
const placedAs = (task: Task, { owner, email, ...time }: TaskPlace): Task => {
  const { remindedAt: _reminded, escalatedAt: _late, handBack: _link, notifiedAt, ...rest } = task;
  const isMoved = email !== task.email;
  return {
    ...rest,
    ...{ owner, email, ...time },
    ...(!isMoved && notifiedAt !== undefined && { notifiedAt }),
    ...(isMoved && { links: { ...task.links, [task.email]: '' } }),
  };
};

const tellBoth = async (before: Task, after: Task, now: Date, effects: HandlingEffects): Promise<void> => {
  const { timeZone } = await effects.getPractice(after.practiceId);
  if (before.notifiedAt !== undefined) await effects.sendMail(takenBackEmail(before, before.email));
  await sendDueEmail(after, { notice: 'assignment', to: after.email, now, timeZone }, effects);
};
