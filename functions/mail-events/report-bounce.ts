import { z } from 'zod';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import { BillingError } from '../runtime/errors.ts';

/**
 * What SES says of a mail of ours that did not get through or was called spam, as EventBridge hands it on: to whom it
 * went, and the tags that it was sent with.
 */
export const MailEvent = z.object({
  detail: z.object({
    eventType: z.string(),
    mail: z.object({
      destination: z.array(z.string()),
      tags: z.record(z.string(), z.array(z.string())).default({}),
    }),
  }),
});
export type MailEvent = z.output<typeof MailEvent>;

export type ReportBounceEffects = {
  /** The task of a mail, by the tags that the mail was sent with; undefined where it was about none. */
  readonly taskIdIn: (tags: MailEvent['detail']['mail']['tags']) => string | undefined;
  readonly getTask: (taskId: string) => Promise<Task>;
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'supervisor' | 'timeZone'>>;
  /** Mails the supervisor a link to the task, once; whether the task is still open. */
  readonly tellSupervisor: (
    task: Task,
    practice: Pick<Practice, 'supervisor' | 'timeZone'>,
  ) => Promise<boolean>;
};

/**
 * Hands an open task to the practice's supervisor when the mail about it came back. Throws where that reaches nobody,
 * so that the message rings: the supervisor's own mailbox refuses it, or the mail was about no task.
 */
export const reportBounce = async (
  { detail: { eventType, mail } }: MailEvent,
  { taskIdIn, getTask, getPractice, tellSupervisor }: ReportBounceEffects,
): Promise<{ outcome: 'told' | 'done'; taskId: string }> => {
  const taskId = taskIdIn(mail.tags);
  if (taskId === undefined)
    throw new BillingError('InvalidInput', `${eventType}: a mail about no task came back`);
  const task = await getTask(taskId);
  if (task.status === 'done') return { outcome: 'done', taskId };
  const practice = await getPractice(task.practiceId);
  if (mail.destination.some((mailbox) => isSame(mailbox, practice.supervisor)))
    throw new BillingError('InvalidInput', `${eventType}: the supervisor’s mailbox takes no mail`);
  return { outcome: (await tellSupervisor(task, practice)) ? 'told' : 'done', taskId };
};

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();
