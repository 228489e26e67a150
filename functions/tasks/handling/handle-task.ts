import { dateIn, endOfDayIn } from '../../domain/calendar/time-zone.ts';
import { CalendarDate } from '../../domain/calendar.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { Desk, type Practice } from '../../domain/practice.ts';
import type { Task } from '../../domain/task.ts';
import { isOpenOn } from '../../domain/tasks/action-limit.ts';
import type { Handling, HandlingAsked, TaskPlace } from '../../domain/tasks/handling.ts';
import { isHandledSince, revised, taskNewer } from '../../domain/tasks/revision.ts';
import { dueFor, remindAtFor } from '../assign-task.ts';
import { day } from '../formats.ts';
import { type NoticeEffects, nonceOf, sendDueEmail } from '../send-task-email.ts';
import { handledInWords } from './handled-in-words.ts';

export type HandlingEffects = NoticeEffects & {
  readonly getPractice: (practiceId: string) => Promise<Practice>;
};

/** Whom a task can go to: a desk, or the clinic, which asks the provider. */
export const clinic = 'clinic';

/**
 * Hands a task over, holds it until a day, notes something or mails it again. It stays open; what was done and said
 * stands on its page. A new mail has a new link, and the one before it opens nothing any more.
 */
export const handleTask = async (
  task: Task,
  asked: HandlingAsked,
  now: Date,
  effects: HandlingEffects,
): Promise<Checked<Task>> => {
  const practice = await effects.getPractice(task.practiceId);
  const planned = plans[asked.handling](task, asked, practice, now);
  if (!planned.success) return planned;
  const { handling, by, note, to } = asked;
  const at = now.toISOString();
  const isMoved = handling === 'hand-over' || handling === 'hold';
  const entry = {
    ...{ handling, by, note: note.trim(), at, ...(to !== '' && { to }) },
    ...(isMoved && { before: placeOf(task) }),
  };
  const handBack = { mailbox: task.email, nonce: nonceOf(task, task.email), at };
  const handled = revised({
    ...planned.data,
    history: [...task.history, entry],
    ...(handling === 'hand-over' && { handBack }),
  });
  if (!(await effects.saveOpenTask(handled))) return writtenSince(task, asked, now, effects);
  const isMailed = handling === 'hand-over' || handling === 'mail-again';
  if (isMailed) {
    const letter = { notice: 'assignment', to: handled.email, now, timeZone: practice.timeZone } as const;
    await sendDueEmail(handled, letter, effects);
  }
  return { success: true, data: handled };
};

const placeOf = ({ owner, email, due, remindAt, remindedAt, escalatedAt }: Task): TaskPlace => ({
  ...{ owner, email, due, remindAt },
  ...(remindedAt !== undefined && { remindedAt }),
  ...(escalatedAt !== undefined && { escalatedAt }),
});

/** A reminder that was written meanwhile is nothing to look at; what somebody did with the task is. */
const writtenSince = async (
  read: Task,
  asked: HandlingAsked,
  now: Date,
  effects: HandlingEffects,
): Promise<Checked<Task>> => {
  const fresh = await effects.getTask(read.taskId);
  if (fresh.status === 'done') return refused('task-decided', 'handling', 'The task was decided meanwhile');
  return isHandledSince(read, fresh)
    ? refused(taskNewer, 'handling', `Nothing was done. ${handledInWords(read, fresh)}`)
    : handleTask(fresh, asked, now, effects);
};

type Plan = (task: Task, asked: HandlingAsked, practice: Practice, now: Date) => Checked<Task>;

const refused = (code: string, path: string, detail: string): { success: false; findings: Finding[] } => ({
  success: false,
  findings: [{ code, path, detail }],
});

/** A question or a reason that somebody else can work with takes more than a word. */
const leastWords = 5;

const needsWords = (note: string, detail: string): ReturnType<typeof refused> | undefined =>
  note.trim().length < leastWords ? refused('words-missing', 'note', detail) : undefined;

/** Told anew, with a time of its own. */
const toldAnew = ({ notifiedAt: _told, remindedAt: _reminded, escalatedAt: _late, ...task }: Task): Task =>
  task;

const plans: Record<Handling, Plan> = {
  'hand-over': (task, { to, note }, practice, now) => {
    const desk = Desk.safeParse(to);
    if (!desk.success && to !== clinic) return refused('desk-unknown', 'to', 'Choose whom it goes to');
    const owner = desk.success ? desk.data : task.owner;
    const email = desk.success ? practice.roster[desk.data] : practice.clinicContact;
    if (email === task.email) return refused('desk-same', 'to', 'It is there already');
    const words = needsWords(note, 'Write what is asked, or why it goes there');
    if (words) return words;
    // The other desk has its own days, whatever a table gave the first one.
    const due = dueFor({ owner, actions: task.actions, limits: task.limits }, practice, now);
    // The mailbox that had it has no link any more.
    const links = { ...task.links, [task.email]: '' };
    return {
      success: true,
      data: { ...toldAnew(task), owner, email, links, due, remindAt: remindAtFor(due, now) },
    };
  },
  hold: (task, { to, note }, { timeZone }, now) => {
    const today = dateIn(timeZone, now);
    const until = CalendarDate.safeParse(to.trim());
    if (!until.success) return refused('no-date', 'to', 'Write the day as 2026-03-02');
    if (until.data <= today) return refused('date-past', 'to', 'Write a day after today');
    const last = task.limits
      .filter((one) => isOpenOn(one, today))
      .map(({ lastDay }) => lastDay)
      .toSorted()[0];
    if (last !== undefined && until.data > last)
      return refused('after-limit', 'to', `The payer’s limit ends before: write a day up to ${day(last)}`);
    const words = needsWords(note, 'Write what is waited for');
    if (words) return words;
    const due = endOfDayIn(timeZone, until.data);
    const { remindedAt: _reminded, escalatedAt: _late, ...rest } = task;
    return { success: true, data: { ...rest, due, remindAt: remindAtFor(due, now) } };
  },
  'add-note': (task, { note }) => needsWords(note, 'Write the note') ?? { success: true, data: task },
  'mail-again': (task) => {
    const { notifiedAt: _told, ...rest } = task;
    return { success: true, data: rest };
  },
};
