import { describeActor } from '../../domain/actor.ts';
import type { TimeZone } from '../../domain/calendar/time-zone.ts';
import { type Task, TaskAction } from '../../domain/task.ts';
import type { Handling } from '../../domain/tasks/handling.ts';
import { correctionGroups } from '../form/correction-table.ts';
import type { SentForm } from '../form/task-form.ts';
import { dayIn } from '../formats.ts';
import { type Html, html } from '../html.ts';
import { taskReference } from '../task-email.ts';
import { actionWords, kindNames } from '../wording.ts';
import { handlingWords } from './handling-panel.ts';
import { layOut, type Page } from './page-layout.ts';

export type DecidedView = {
  readonly task: Task;
  readonly practiceName: string;
  readonly timeZone: TimeZone;
  /** Whether the reader has just decided it, somebody else was faster, or it is looked at later. */
  readonly moment: 'just-now' | 'too-late' | 'before';
  /** What the reader wrote, where it was not carried out. */
  readonly notTaken?: SentForm | undefined;
};

const headlines: Record<DecidedView['moment'], string> = {
  'just-now': 'Thank you, your decision is recorded',
  'too-late': 'Somebody decided this task before you',
  before: 'This task is decided',
};

/** The page of a decided task: what was decided, by whom, and what happens next. It takes nothing more. */
export const decidedPage = ({ task, practiceName, timeZone, moment, notTaken }: DecidedView): Page => {
  const { outcome } = task;
  const headline = outcome?.action === 'withdraw' ? 'This task was withdrawn' : headlines[moment];
  return layOut({
    status: moment === 'too-late' ? 409 : 200,
    title: headline,
    practiceName,
    body: html`<p class="kind">${kindNames[task.kind]} · ${taskReference(task)}</p>
<h1>${headline}</h1>
${moment === 'too-late' && html`<p>Your own decision was not carried out. What stands is this:</p>`}
${
  outcome &&
  html`<dl class="facts">
<div><dt>Decision</dt><dd>${actionWords[outcome.action].title}</dd></div>
<div><dt>By</dt><dd>${describeActor(outcome.by)}</dd></div>
<div><dt>On</dt><dd><time datetime="${outcome.at}">${dayIn(timeZone, outcome.at)}</time></dd></div>
</dl>
${outcome.note && html`<blockquote class="remark">${outcome.note}</blockquote>`}
<h2>What happens next</h2>
<p>${actionWords[outcome.action].next}</p>`
}
${notTaken && keptForm(notTaken)}
<p>You can close this page. Nothing more is asked of you.</p>`,
  });
};

/** What somebody wrote whose decision was not carried out, so that it is not lost. */
export const keptForm = ({ action, form }: SentForm): Html | undefined => {
  const known = TaskAction.safeParse(action);
  const fields = correctionGroups.flatMap(({ parts }) => parts);
  const texts = [
    { label: 'Words', text: form.note },
    ...fields.map(({ name, label }) => ({ label, text: form.corrections[name] ?? '' })),
    { label: 'Diagnoses', text: form.diagnoses },
  ].filter(({ text }) => text.trim() !== '');
  const services = form.services.map((row) => Object.values(row).filter(Boolean).join(' '));
  if (texts.length + services.length === 0) return undefined;
  return html`<section aria-labelledby="kept-title">
<h2 id="kept-title">What you wrote</h2>
<p>It was not carried out${known.success && html` (${actionWords[known.data].title})`}. Copy what you need.</p>
<dl class="facts">
${texts.map(({ label, text }) => html`<div><dt>${label}</dt><dd class="kept">${text}</dd></div>`)}
${services.length > 0 && html`<div><dt>Services</dt><dd class="kept">${services.join('\n')}</dd></div>`}
</dl>
</section>`;
};

/** The page after a file was sent: the task ends by itself once the file is worked. */
export const receivedPage = (task: Task, practiceName: string): Page =>
  layOut({
    status: 200,
    title: 'Thank you, the file is here',
    practiceName,
    body: html`<p class="kind">${kindNames[task.kind]} · ${taskReference(task)}</p>
<h1>Thank you, the file is here</h1>
<h2>What happens next</h2>
<p>The visit goes on with it, and this task closes by itself within a minute. Where something else is wrong, a new email says what.</p>
<p>You can close this page. Nothing more is asked of you.</p>`,
  });

/** The page after something was done with a task that stays open. */
export const handledPage = (task: Task, handling: Handling, practiceName: string): Page =>
  layOut({
    status: 200,
    title: 'Thank you, this is done',
    practiceName,
    body: html`<p class="kind">${kindNames[task.kind]} · ${taskReference(task)}</p>
<h1>Thank you, this is done</h1>
<p>${handlingWords[handling].done}</p>`,
  });

/** The page after a write-off that a second person has to confirm. */
export const proposedPage = (task: Task, practiceName: string): Page =>
  layOut({
    status: 200,
    title: 'Thank you, a second person is asked',
    practiceName,
    body: html`<p class="kind">${kindNames[task.kind]} · ${taskReference(task)}</p>
<h1>Thank you, a second person is asked</h1>
<p>The amount is above what one person may write off here. Nothing is booked yet: another person has a mail to confirm it or to decide otherwise.</p>`,
  });

export type LinkProblem = 'forged' | 'expired' | 'replaced';

const problems: Record<LinkProblem, { status: number; title: string; text: string }> = {
  forged: {
    status: 404,
    title: 'This link does not work',
    text: 'It was not made by this practice’s billing system, or a piece of it was lost when it was copied. Open it straight from the email; if that does not help, ask your supervisor for the task.',
  },
  expired: {
    status: 410,
    title: 'This link has expired',
    text: 'Links work for a limited time after a task’s deadline. Look for a newer email about the same task, or ask your supervisor, who has had a link of their own since the deadline passed.',
  },
  replaced: {
    status: 410,
    title: 'This link has been replaced',
    text: 'A newer email about the same task has a link that works. Open that one.',
  },
};

/** The page behind a link that lets nobody in: it says what to do, and nothing about any task. */
export const linkProblemPage = (problem: LinkProblem): Page => {
  const { status, title, text } = problems[problem];
  return layOut({ status, title, body: html`<h1>${title}</h1><p>${text}</p>` });
};

/** The page for a failure of ours. */
export const failurePage = (status: number): Page =>
  layOut({
    status,
    title: 'This did not work',
    body: html`<h1>This did not work</h1>
<p>${
      status === 404
        ? 'There is no page at this address. Open the link straight from the email.'
        : 'Something failed on our side. Whether your decision was recorded is shown when you open the link of the email again; nothing happens twice.'
    }</p>`,
  });
