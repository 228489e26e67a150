import { dateIn, type TimeZone } from '../domain/calendar/time-zone.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Mail } from '../domain/mail.ts';
import type { Task } from '../domain/task.ts';
import { dayIn, deadline } from './formats.ts';
import { html } from './html.ts';
import { lastDayInWords } from './limit-words.ts';
import { actionWords, deskNames, kindNames } from './wording.ts';

/**
 * Which mail about a task: when it is raised, before its deadline, and to the supervisor once that passes or a mail to
 * the desk came back.
 */
export type Notice = 'assignment' | 'reminder' | 'escalation' | 'second-person' | 'undelivered';

export type Letter = {
  readonly notice: Notice;
  readonly to: string;
  readonly link: string;
  readonly now: Date;
  /** The practice's: the deadline is named as a day there. */
  readonly timeZone: TimeZone;
};

/**
 * What a task is called where no patient may be named: its claim, or a digest of its own id, since clinics may
 * have put a name into the id of a visit.
 */
export const taskReference = (task: Task): string =>
  task.claimId ?? `T${shortDigest(task.taskId).slice(0, 7)}`;

/** What a mail and a page call a task that may name no patient. */
export const namedTask = (task: Task): string => `${kindNames[task.kind]} · ${taskReference(task)}`;

/** A mail of a few sentences, each a paragraph, in text and HTML. */
export const plainEmail = (to: string, subject: string, sentences: readonly string[]): Mail => ({
  to,
  subject,
  text: sentences.join('\n\n'),
  html: html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${subject}</title></head>
<body style="font-family: system-ui, sans-serif; line-height: 1.5; max-width: 36rem">
${sentences.map((sentence) => html`<p>${sentence}</p>`)}
</body>
</html>`.markup,
});

/** The mail that a task was withdrawn, and by what news: nothing is asked any more. */
export const withdrawalEmail = (task: Task, to: string): Mail => {
  const sentences = [
    `${task.claimId ? `Claim ${task.claimId}` : `Task ${taskReference(task)}`} needs no decision of ${deskNames[task.owner]} any more.`,
    task.outcome?.note ?? '',
    'What is left to decide, if anything, comes in a mail of its own. The link of the earlier mail shows what became of this task.',
  ].filter(Boolean);
  return plainEmail(to, `Withdrawn: ${namedTask(task)}`, sentences);
};

/** The mail that a task was handed over by mistake: it is where it was. */
export const takenBackEmail = (task: Task, to: string): Mail =>
  plainEmail(to, `Taken back: ${namedTask(task)}`, [
    `${task.claimId ? `Claim ${task.claimId}` : `Task ${taskReference(task)}`} was handed over to ${deskNames[task.owner]}, and that was taken back. Nothing is asked of you any more.`,
    'The link of the earlier mail opens nothing any more.',
  ]);

/** The mail about a task, in text and HTML. It names the claim, the reasons and the deadline: no PHI. */
export const taskEmail = (task: Task, { notice, to, link, now, timeZone }: Letter): Mail => {
  const time = timeLeft(task, notice, now);
  const subject = `${subjectPrefix[notice]}${namedTask(task)} · ${time}`;
  const letter: Content = {
    greeting: greeting(task, notice),
    reasons: reasonsIn(task),
    advice: task.advice,
    choices: task.actions.map(
      (action) => `${actionWords[action].title}${lastDayInWords(action, task.limits, dateIn(timeZone, now))}`,
    ),
    due: `${dayIn(timeZone, task.due)} (${time})`,
    link,
  };
  return { to, subject, text: asText(letter), html: asHtml(subject, letter) };
};

/** What is overdue by its own clock has no time left, whatever another clock says. */
const timeLeft = (task: Task, notice: Notice, now: Date): string => {
  const { text, overdue } = deadline(task, now);
  return notice === 'escalation' && !overdue ? 'overdue' : text;
};

/**
 * Questions about codes may name a condition, and what a file holds may name another system's patient account: the
 * mail counts them, and the page shows them. A day of service is the page's as well.
 */
const reasonsIn = ({ kind, reasons }: Task): string[] => {
  if (kind === 'coding')
    return [`${counted(reasons.length, 'question')} about the codes; the page shows them`];
  if (kind === 'partner-file') {
    const findings = reasons.filter(({ pageOnly }) => !pageOnly).length;
    return [`${counted(findings, 'finding')}; the page shows what, where and in which file`];
  }
  return reasons.map(({ code, text, pageOnly }) =>
    pageOnly ? `${code}: it names another visit; the page shows it` : `${code}: ${text}`,
  );
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const subjectPrefix: Record<Notice, string> = {
  assignment: '',
  reminder: 'Reminder: ',
  escalation: 'Overdue: ',
  'second-person': 'To confirm: ',
  undelivered: 'Not delivered: ',
};

type Content = {
  readonly greeting: string;
  readonly reasons: readonly string[];
  readonly advice: string;
  readonly choices: readonly string[];
  readonly due: string;
  readonly link: string;
};

const greeting = (task: Task, notice: Notice): string => {
  const what = task.claimId ? `Claim ${task.claimId}` : `Task ${taskReference(task)}`;
  const desk = deskNames[task.owner];
  if (notice === 'reminder') return `${what} still waits for a decision of ${desk}.`;
  if (notice === 'escalation')
    return `${what} has passed its deadline without a decision of ${desk}. It is now yours to decide or to hand on.`;
  if (notice === 'undelivered')
    return `${what} needs a decision of ${desk}, and the mail about it did not get there. It is now yours to decide or to hand on; please have the mailbox of the desk corrected.`;
  if (notice === 'second-person')
    return `${what}: a write-off above the practice’s limit is proposed. Another person than who proposed it has to confirm it or to decide otherwise.`;
  return `${what} needs a decision of ${desk}.`;
};

const privacy =
  'This mail names no patient. The page behind the link does, and opens with a code that it mails to this mailbox: open it only where others cannot read along. Forwarded, the link opens nothing.';

const asText = ({ greeting: opening, reasons, advice, choices, due, link }: Content): string =>
  [
    opening,
    ['Why', ...reasons.map((reason) => `- ${reason}`)].join('\n'),
    `What to do\n${advice}`,
    `You can\n${choices.map((choice) => `- ${choice}`).join('\n')}`,
    `Due ${due}`,
    `Open the task:\n${link}`,
    privacy,
  ].join('\n\n');

// Mail programs know neither style sheets nor classes well: the elements' own looks have to do.
const asHtml = (title: string, { greeting: opening, reasons, advice, choices, due, link }: Content): string =>
  html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title></head>
<body style="font-family: system-ui, sans-serif; line-height: 1.5; max-width: 36rem">
<p>${opening}</p>
<h2 style="font-size: 1rem">Why</h2>
<ul>${reasons.map((reason) => html`<li>${reason}</li>`)}</ul>
<h2 style="font-size: 1rem">What to do</h2>
<p>${advice}</p>
<ul>${choices.map((choice) => html`<li>${choice}</li>`)}</ul>
<p><strong>Due ${due}</strong></p>
<p><a href="${link}">Open the task</a></p>
<p style="color: #555555"><small>${privacy}</small></p>
</body>
</html>`.markup;
