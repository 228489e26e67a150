import type { SignInRefusal } from '../../../domain/access/page-sign-in.ts';
import type { Task } from '../../../domain/task.ts';
import { codeMinutes } from '../../../domain/tasks/link-code.ts';
import type { SentForm } from '../../form/task-form.ts';
import { type Html, html } from '../../html.ts';
import { namedTask } from '../../task-email.ts';
import { keptForm } from '../decided-page.ts';
import { layOut, type Page } from '../page-layout.ts';

/** `b…@maplestreet.example`: enough for its owner, and little for anybody else. */
const masked = (mailbox: string): string => mailbox.replace(/^(.)[^@]*/, '$1…');

const askForm = (action: string, label: string, isSecond = false): Html =>
  html`<form method="post" action="${action}"><button type="submit"${isSecond && html` class="secondary"`}>${label}</button></form>`;

export type Door = {
  readonly task: Task;
  readonly mailbox: string;
  readonly token: string;
  /** Whether it opens nothing but the way back of who handed the task over. */
  readonly isHandBack?: boolean;
};

/**
 * What everybody sees who follows a link: what kind of task it is, and how to open it. A scanner that follows it sees
 * and changes nothing.
 */
export const landingPage = ({ task, mailbox, token }: Door, sent?: SentForm): Page =>
  layOut({
    // 401: what was sent came without the session of a code.
    status: sent ? 401 : 200,
    title: 'Open the task',
    isWrong: sent !== undefined,
    body: html`<p class="kind">${namedTask(task)}</p>
<h1>Open the task</h1>
${sent && html`<p role="alert"><strong>Nothing was decided: your time on the page was over.</strong> Open it again, and send it again.</p>`}
<p>The task names a patient, and this link alone does not show it. We mail a code to ${masked(mailbox)}, which opens it for half an hour in this browser.</p>
${askForm(`${token}/code`, 'Mail me the code')}
<p>Do you have an account here? <a href="${token}/sign-in">Sign in instead</a>.</p>
<p>Did you enter a code here within the last half hour? <a href="${token}">Go on with the task</a>.</p>
${sent && keptForm(sent)}`,
  });

const problems = {
  wrong: 'This is not the code that was mailed last. Look at it again: eight digits.',
  over: `There is no code to enter any more: each is good for ${codeMinutes} minutes and five tries. Ask for another one.`,
} as const;

export type CodeProblem = keyof typeof problems;

/** Where the mailed code is entered. */
export const codePage = ({ task, mailbox }: Omit<Door, 'token'>, problem?: CodeProblem): Page =>
  layOut({
    status: problem ? 422 : 200,
    title: 'Enter the code',
    isWrong: problem !== undefined,
    body: html`<p class="kind">${namedTask(task)}</p>
<h1>Enter the code</h1>
${problem && html`<div class="problems" role="alert" id="code-problem"><p>${problems[problem]}</p></div>`}
<p>It is on its way to ${masked(mailbox)}, in a mail of its own. Keep this page open.</p>
${
  problem !== 'over' &&
  html`<form method="post" action="session">
<label>Code of eight digits
<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{8,12}" maxlength="12" required${problem && html` aria-invalid="true" aria-describedby="code-problem"`}>
</label>
<button type="submit">Open the task</button>
</form>`
}
${askForm('code', 'Mail me another code', problem !== 'over')}`,
  });

const signInProblems = {
  wrong:
    'Mailbox, password and code do not fit together. Wait for the next code of your generator, and try again.',
  'too-often': 'It was tried too often. Wait a few minutes, or open the task with a mailed code.',
  'not-set-up':
    'This account has no password or generator of codes of its own yet. Set them up as your invitation says, or open the task with a mailed code.',
  'no-member':
    'You are signed in, but no member of this practice. Ask its administrator, or open the task with a mailed code.',
} as const satisfies Record<SignInRefusal | 'no-member', string>;

type SignInProblem = keyof typeof signInProblems;

/** Where a member of the practice signs in. It keeps nothing of what was typed. */
export const signInPage = (task: Task, problem?: SignInProblem): Page =>
  layOut({
    status: problem ? 422 : 200,
    title: 'Sign in',
    isWrong: problem !== undefined,
    body: html`<p class="kind">${namedTask(task)}</p>
<h1>Sign in</h1>
${problem && html`<div class="problems" role="alert"><p>${signInProblems[problem]}</p></div>`}
<form method="post" action="sign-in">
<label>Your mailbox
<input name="mailbox" type="email" autocomplete="username" maxlength="254" required>
</label>
<label>Password
<input name="password" type="password" autocomplete="current-password" maxlength="256" required>
</label>
<label>Code of your generator
<input name="code" inputmode="numeric" autocomplete="one-time-code" pattern="[0-9 ]{6,8}" maxlength="8" required>
</label>
<button type="submit">Sign in and open the task</button>
</form>
${askForm('code', 'Mail a code instead', true)}`,
  });

/** What the roles of a member do not permit; what was typed is shown. */
export const mayNotPage = (task: Task, sent: SentForm): Page =>
  layOut({
    status: 403,
    title: 'Not permitted',
    isWrong: true,
    body: html`<p class="kind">${namedTask(task)}</p>
<h1>Your roles in this practice don’t permit this</h1>
<p role="alert"><strong>Nothing was done.</strong> Hand the task to somebody who may decide it, or ask the practice’s administrator.</p>
${keptForm(sent)}`,
  });

/** Too many codes were asked for. */
export const tooOftenPage = (task: Task): Page =>
  layOut({
    status: 429,
    title: 'Too many codes were asked for',
    body: html`<p class="kind">${namedTask(task)}</p>
<h1>Too many codes were asked for</h1>
<p>Five codes an hour are mailed for a task. Enter the last one while it is good, or come back in an hour. If you did not ask for them, tell your supervisor.</p>`,
  });
