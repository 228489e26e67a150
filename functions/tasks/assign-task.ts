import { randomBytes } from 'node:crypto';
import { instantAfter } from '../domain/calendar.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

export type TaskSubject = {
  readonly practiceId: string;
  readonly taskId: string;
  readonly claimId?: string | undefined;
  readonly encounterId?: string | undefined;
};

/** The clinic mends what it sent; every other task goes to the desk that owns it. */
const mailboxFor = ({ kind, owner }: TaskDraft, practice: Practice): string =>
  kind === 'unreadable-document' || kind === 'invalid-registration'
    ? practice.clinicContact
    : practice.roster[owner];

/** Days a desk has when the practice sets none. */
const defaultDays = 7;

/** The reminder comes when a quarter of the time is left. */
const reminderAt = 0.75;

/**
 * Gives a draft its owner's mailbox, deadline and link. The deadline is the desk's own time or the payer's limit,
 * whichever ends first, but never in the past: a limit that has passed leaves one day to decide.
 */
export const assignTask = (draft: TaskDraft, subject: TaskSubject, practice: Practice, now: Date): Task => {
  const { limit, ...rest } = draft;
  const deskLimit = instantAfter(now, practice.taskDays[draft.owner] ?? defaultDays);
  const earlier = limit && limit < deskLimit ? limit : deskLimit;
  const soonest = instantAfter(now, 1);
  const due = earlier < soonest ? soonest : earlier;
  const leadMs = (Date.parse(due) - now.getTime()) * reminderAt;
  return {
    ...rest,
    taskId: subject.taskId,
    practiceId: practice.practiceId,
    email: mailboxFor(draft, practice),
    ...(subject.claimId && { claimId: subject.claimId }),
    ...(subject.encounterId && { encounterId: subject.encounterId }),
    reasons: [...draft.reasons],
    actions: [...draft.actions],
    status: 'open',
    due,
    remindAt: new Date(now.getTime() + leadMs).toISOString(),
    linkNonce: randomBytes(16).toString('base64url'),
    createdAt: now.toISOString(),
  };
};
