import { randomBytes } from 'node:crypto';
import { deskDeadline, endOfBusinessDay } from '../domain/calendar/clocks.ts';
import { dateIn, endOfDayIn } from '../domain/calendar/time-zone.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task, TaskAction, TaskKind } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { type ActionLimit, isOpenOn, isPassed } from '../domain/tasks/action-limit.ts';

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

/** The instant of the reminder of what is due at another. */
export const remindAtFor = (due: string, now: Date): string =>
  new Date(now.getTime() + (Date.parse(due) - now.getTime()) * reminderAt).toISOString();

/** What of a task says by when it is due. */
type Timed = Pick<TaskDraft, 'owner' | 'limits' | 'routing'> & { readonly actions: readonly TaskAction[] };

/** The limits of what the task offers. */
const offeredLimits = ({ actions, limits = [] }: Timed): readonly ActionLimit[] =>
  limits.filter(({ action }) => actions.includes(action));

/** The time that a desk has: its own, or as the table says that sent the task there; none where only limits count. */
const deskTime = ({ owner, routing }: Timed, practice: Practice, now: Date): string | undefined => {
  const due = routing?.due;
  if (due === 'earliest-limit') return undefined;
  return due
    ? endOfBusinessDay(practice.timeZone, now, due.businessDays)
    : deskDeadline(practice, owner, now);
};

/**
 * The desk's own time or the earliest limit that is still open, whichever ends first, but never in the past: where all
 * limits have passed, one business day is left to decide.
 */
export const dueFor = (draft: Timed, practice: Practice, now: Date): string => {
  const { timeZone } = practice;
  const limits = offeredLimits(draft);
  const open = limits.filter((one) => isOpenOn(one, dateIn(timeZone, now)));
  if (limits.length > 0 && open.length === 0) return endOfBusinessDay(timeZone, now, 1);
  const ends = open.map(({ lastDay }) => endOfDayIn(timeZone, lastDay));
  const [first = deskDeadline(practice, draft.owner, now), ...others] = [
    ...[deskTime(draft, practice, now)].filter((time) => time !== undefined),
    ...ends,
  ];
  return others.reduce((a, b) => (b < a ? b : a), first);
};

/** What the payer does not take any more is not recommended while it takes something else. */
const inOrder = (draft: TaskDraft, practice: Practice, now: Date): TaskAction[] => {
  const today = dateIn(practice.timeZone, now);
  const { actions } = draft;
  const limits = offeredLimits(draft);
  const hasTime = (action: TaskAction): boolean =>
    limits.some((one) => one.action === action && isOpenOn(one, today));
  const first = isPassed(actions[0], limits, today) ? actions.find(hasTime) : undefined;
  return first ? [first, ...actions.filter((one) => one !== first)] : [...actions];
};

/** Gives a draft its owner's mailbox, deadline and link. */
export const assignTask = (draft: TaskDraft, subject: TaskSubject, practice: Practice, now: Date): Task => {
  const due = dueFor(draft, practice, now);
  return {
    ...draft,
    taskId: subject.taskId,
    practiceId: practice.practiceId,
    email: mailboxFor(draft, practice),
    ...(subject.claimId && { claimId: subject.claimId }),
    ...(subject.encounterId && { encounterId: subject.encounterId }),
    reasons: [...draft.reasons],
    actions: inOrder(draft, practice, now),
    limits: [...offeredLimits(draft)],
    status: 'open',
    due,
    remindAt: remindAtFor(due, now),
    history: [],
    linkNonce: randomBytes(16).toString('base64url'),
    createdAt: now.toISOString(),
  };
};
