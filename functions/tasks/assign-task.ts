import { randomBytes } from 'node:crypto';
import { deskDeadline, endOfBusinessDay } from '../domain/calendar/clocks.ts';
import { dateIn, endOfDayIn } from '../domain/calendar/time-zone.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task, TaskKind } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

export type TaskSubject = {
  readonly practiceId: string;
  readonly taskId: string;
  readonly claimId?: string | undefined;
  readonly encounterId?: string | undefined;
};

/** The clinic mends what it sent; every other task goes to the desk that owns it. */
const mailboxFor = ({ kind, owner }: TaskDraft, practice: Practice): string =>
  clinicKinds.includes(kind) ? practice.clinicContact : practice.roster[owner];

const clinicKinds: readonly TaskKind[] = [
  'unreadable-document',
  'invalid-registration',
  'registration-edits',
  'unplaced-file',
];

/** The reminder comes when a quarter of the time is left. */
const reminderAt = 0.75;

/**
 * The desk's own time or the payer's limit, whichever ends first, but never in the past: a limit that has passed
 * leaves one business day to decide.
 */
const dueOf = ({ owner, limit }: TaskDraft, practice: Practice, now: Date): string => {
  const { timeZone } = practice;
  if (limit && limit < dateIn(timeZone, now)) return endOfBusinessDay(timeZone, now, 1);
  const deskLimit = deskDeadline(practice, owner, now);
  const payerLimit = limit ? endOfDayIn(timeZone, limit) : deskLimit;
  return payerLimit < deskLimit ? payerLimit : deskLimit;
};

/** Gives a draft its owner's mailbox, deadline and link. */
export const assignTask = (draft: TaskDraft, subject: TaskSubject, practice: Practice, now: Date): Task => {
  const { limit: _limit, ...rest } = draft;
  const due = dueOf(draft, practice, now);
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
