import type { Practice } from '../domain/practice.ts';
import type { StepResult } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { isOfFormerClock, type RemindTaskOutcome, type Ring } from './remind-task.ts';
import { type NoticeEffects, sendDueEmail } from './send-task-email.ts';

export type EscalationEffects = NoticeEffects & {
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'supervisor' | 'timeZone'>>;
};

/** Tells the practice's supervisor that a task has passed its deadline, with a link of the supervisor's own. */
export const escalateTask = async (
  task: Task,
  { due, now }: Ring,
  effects: EscalationEffects,
): Promise<StepResult<RemindTaskOutcome>> => {
  if (isOfFormerClock(task, due)) return { outcome: 'done' };
  const { supervisor, timeZone } = await effects.getPractice(task.practiceId);
  const open = await sendDueEmail(task, { notice: 'escalation', to: supervisor, now, timeZone }, effects);
  return { outcome: open ? 'open' : 'done' };
};
