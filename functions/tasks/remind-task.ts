import { z } from 'zod';
import type { Practice } from '../domain/practice.ts';
import type { StepResult } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { type NoticeEffects, sendDueEmail } from './send-task-email.ts';

export const remindTaskOutcomes = ['open', 'done'] as const;
export type RemindTaskOutcome = (typeof remindTaskOutcomes)[number];

export type ReminderEffects = NoticeEffects & {
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'timeZone'>>;
};

/** What a clock says when it rings: of which task, and for which deadline it was set. */
export const ClockRing = z.object({ taskId: z.string(), due: z.string().optional() });

export type Ring = { readonly due?: string | undefined; readonly now: Date };

/** A task that was held or handed over has another deadline, and a clock of its own: the one before ends. */
export const isOfFormerClock = (task: Task, due: string | undefined): boolean =>
  due !== undefined && due !== task.due;

/** Reminds the owner of a task that is still open; the task's clock goes on only then. */
export const remindTask = async (
  task: Task,
  { due, now }: Ring,
  effects: ReminderEffects,
): Promise<StepResult<RemindTaskOutcome>> => {
  if (isOfFormerClock(task, due)) return { outcome: 'done' };
  const { timeZone } = await effects.getPractice(task.practiceId);
  const open = await sendDueEmail(task, { notice: 'reminder', to: task.email, now, timeZone }, effects);
  return { outcome: open ? 'open' : 'done' };
};
