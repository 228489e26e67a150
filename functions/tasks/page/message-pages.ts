import type { TimeZone } from '../../domain/calendar/time-zone.ts';
import type { Task } from '../../domain/task.ts';
import type { Handling } from '../../domain/tasks/handling.ts';
import { dayIn } from '../formats.ts';
import { type Html, html } from '../html.ts';
import { namedTask } from '../task-email.ts';
import { deskNames } from '../wording.ts';
import { handlingWords, sendNowForm, takeBackForm } from './handling-panel.ts';
import { layOut, type Page } from './page-layout.ts';

type Told = { readonly task: Task; readonly practiceName: string; readonly title: string };

/** A page that says what came of something that a person did with a task. */
const told = ({ task, practiceName, title }: Told, body: Html): Page =>
  layOut({
    status: 200,
    title,
    practiceName,
    body: html`<p class="kind">${namedTask(task)}</p>
<h1>${title}</h1>
${body}`,
  });

/** The page after a file was sent: the task ends by itself once the file is worked. */
export const receivedPage = (task: Task, practiceName: string): Page =>
  told(
    { task, practiceName, title: 'Thank you, the file is here' },
    html`<h2>What happens next</h2>
<p>The visit goes on with it, and this task closes by itself within a minute. Where something else is wrong, a new email says what.</p>
<p>You can close this page. Nothing more is asked of you.</p>`,
  );

/** The page after something was done with a task that stays open. */
export const handledPage = (task: Task, handling: Handling, practiceName: string): Page =>
  told(
    { task, practiceName, title: 'Thank you, this is done' },
    html`<p>${handlingWords[handling].done}</p>
${handling !== 'mail-again' && takeBackForm(task.history.at(-1)?.at ?? '')}`,
  );

/** What the link opens of whoever handed the task over: no case, but the way back as long as nobody did anything with it. */
export const handedOverPage = (task: Task, practiceName: string): Page =>
  told(
    { task, practiceName, title: 'You have handed this task over' },
    html`<p>It is with ${deskNames[task.owner]} now. As long as nobody there did anything with it, you can take it back.</p>
${takeBackForm(task.handBack?.at ?? '')}`,
  );

/** The page after a hand-over, a hold or a note was taken back by whoever has no other page of the task. */
export const takenBackPage = (task: Task, practiceName: string): Page =>
  told(
    { task, practiceName, title: 'It is taken back' },
    html`<p>The task is with ${deskNames[task.owner]} again, by a new mail with a new link. The other desk was told.</p>`,
  );

/** The page after what a payer's letter says of an appeal was recorded. */
export const letterPage = (task: Task, practiceName: string): Page =>
  told(
    { task, practiceName, title: 'Thank you, the letter is recorded' },
    html`<h2>What happens next</h2>
<p>Where the payer stays with its decision, what is open comes as a new task within some minutes, with the next level of appeal if there is one. Where it changes its decision, the claim waits for the payment.</p>`,
  );

/** The page after a decision was taken back. */
export const undonePage = (task: Task, practiceName: string): Page =>
  told(
    { task, practiceName, title: 'The decision is undone' },
    html`<p>Everything stands as it did before it, and both stay in the history. What is to be decided now comes with its reasons by a new email within some minutes.</p>`,
  );

/** The page after a write-off that a second person has to confirm. */
export const proposedPage = (task: Task, practiceName: string): Page =>
  told(
    { task, practiceName, title: 'Thank you, a second person is asked' },
    html`<p>The amount is above what one person may write off here. Nothing is booked yet: another person has a mail to confirm it or to decide otherwise.</p>`,
  );

/** What happens to a correction while other desks have parts of the claim. */
export const keptPage = (task: Task, practiceName: string, timeZone: TimeZone): Page =>
  told(
    { task, practiceName, title: 'Thank you, the correction waits for the other desk' },
    html`<p>The claim goes out once, with all that is corrected, when ${task.share?.others.map(({ desk }) => deskNames[desk]).join(' and ') ?? 'the other desk'} has decided its part, or without it on ${dayIn(timeZone, task.remindAt)}. Until then the link of this task takes the correction back.</p>
${task.kept && sendNowForm(task.kept.at)}`,
  );

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
