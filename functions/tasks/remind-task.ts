import type { Practice } from '../domain/practice.ts';
import type { StepResult } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { type NoticeEffects, sendTaskEmail } from './send-task-email.ts';

export const remindTaskOutcomes = ['open', 'done'] as const;
export type RemindTaskOutcome = (typeof remindTaskOutcomes)[number];

export type ReminderEffects = NoticeEffects & {
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'timeZone'>>;
};

/** Reminds the owner of a task that is still open; the task's clock goes on only then. */
export const remindTask = async (
  task: Task,
  now: Date,
  effects: ReminderEffects,
): Promise<StepResult<RemindTaskOutcome>> => {
  const { timeZone } = await effects.getPractice(task.practiceId);
  const open = await sendTaskEmail(task, { notice: 'reminder', to: task.email, now, timeZone }, effects);
  return { outcome: open ? 'open' : 'done' };
};
