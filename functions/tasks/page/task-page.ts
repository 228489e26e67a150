import { describeActor } from '../../domain/actor.ts';
import type { TimeZone } from '../../domain/calendar/time-zone.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Task, TaskOutcome, TaskReason } from '../../domain/task.ts';
import { valueAt } from '../../domain/visit/schema-places.ts';
import { prefillForm } from '../form/task-form.ts';
import { dayIn, deadline } from '../formats.ts';
import { type Html, html } from '../html.ts';
import type { TaskCase } from '../task-case.ts';
import { namedTask } from '../task-email.ts';
import { actionWords, deskNames } from '../wording.ts';
import { actionForms, type RefusedForm } from './action-forms.ts';
import { appealAnswerPanel } from './appeal-answer-panel.ts';
import { claimPanel } from './claim-panel.ts';
import { encounterPanel } from './encounter-panel.ts';
import { noDefaultButton } from './form-fields.ts';
import { handlingPanel, type RefusedHandling, sendNowForm } from './handling-panel.ts';
import { packetPanel } from './packet-panel.ts';
import { layOut, type Page } from './page-layout.ts';
import { type UploadState, uploadOf, uploadPanel } from './upload-panel.ts';

export type TaskView = {
  readonly task: Task;
  readonly taskCase: TaskCase;
  readonly now: Date;
  readonly refused?: RefusedForm | undefined;
  readonly refusedHandling?: RefusedHandling | undefined;
  /** The form of a file that the clinic may send, where the task is about one. */
  readonly upload?: UploadState | undefined;
  /** What is in the way of the packet that was to be saved or made. */
  readonly refusedPacket?: readonly Finding[] | undefined;
  /** What was wrong in what was said of a payer's letter. */
  readonly refusedLetter?: readonly Finding[] | undefined;
};

/** The page of an open task: what is wrong, what to do by when, the case itself, and a form for each decision. */
export const taskPage = (view: TaskView): Page => {
  const {
    task,
    taskCase,
    now,
    refused,
    refusedHandling,
    upload,
    refusedPacket = [],
    refusedLetter = [],
  } = view;
  const uploadKind = uploadOf(task);
  const wrong = (refused?.findings.length ?? 0) > 0;
  const others = [
    ...(upload?.findings ?? []),
    ...(refusedHandling?.findings ?? []),
    ...refusedPacket,
    ...refusedLetter,
  ];
  const isWrong = wrong || others.length > 0;
  return layOut({
    // 422: the form was understood, and something in it does not fit.
    status: isWrong ? 422 : 200,
    title: task.title,
    isWrong,
    practiceName: taskCase.practiceName,
    body: html`${heading({ task, taskCase, now })}
${wrong && refused && problems(refused)}
${task.proposal && proposalPanel(task.proposal)}
${task.kept && keptPanel(task, task.kept, taskCase.timeZone)}
${reasonsPanel(task, taskCase)}
${upload && uploadKind && uploadPanel(uploadKind, upload)}
${taskCase.claim && claimPanel(taskCase.claim, taskCase.payerName)}
${showsVisit(task, taskCase) && visitPanel(task, taskCase)}
${taskCase.preparation && packetPanel(taskCase.preparation, taskCase, refusedPacket)}
${taskCase.claim && appealAnswerPanel(taskCase.claim, refusedLetter)}
${actionForms({ task, taskCase, now }, prefillForm(taskCase), refused)}
${handlingPanel(task, taskCase.timeZone, refusedHandling)}`,
  });
};

/** A claim says all about its visit that a biller needs, unless the note itself is at stake. */
const showsVisit = (task: Task, { claim, note }: TaskCase): boolean =>
  claim === undefined || note !== undefined || task.actions.includes('confirm-codes');

/** Questions that are the task's reasons stand above already, and suggestions to decide stand in their form. */
const visitPanel = ({ reasons, actions }: Task, { encounter, note }: TaskCase): Html | undefined => {
  if (!encounter) return undefined;
  const asked = new Set(reasons.map(({ text }) => text));
  const questions = encounter.questions.filter((each) => !asked.has(each));
  return encounterPanel({ ...encounter, questions }, note, !actions.includes('confirm-codes'));
};

const heading = ({ task, taskCase, now }: TaskView): Html => {
  const time = deadline(task, now);
  return html`<hgroup>
<p class="kind">${namedTask(task)} · ${deskNames[task.owner]}</p>
<h1>${task.title}</h1>
<p>Due <time datetime="${task.due}">${dayIn(taskCase.timeZone, task.due)}</time>: <strong class="${time.overdue ? 'overdue' : 'in-time'}">${time.text}</strong></p>
</hgroup>`;
};

const problems = ({ action, findings }: RefusedForm): Html =>
  html`<div class="problems" role="alert">
<h2>Nothing was decided yet</h2>
<ul>${findings.map(({ path, detail }) => html`<li><a href="#${action}-${path.replaceAll('.', '-')}">${detail}</a></li>`)}</ul>
</div>`;

/** A write-off that waits for its second person: who proposes it, and why. */
const proposalPanel = ({ action, by, note }: TaskOutcome): Html =>
  html`<section aria-labelledby="proposal-title">
<h2 id="proposal-title">A write-off to confirm</h2>
<p>${describeActor(by)} proposes: ${actionWords[action].title}. The amount is above what one person may write off. Another person confirms it by deciding the same below, or decides otherwise.</p>
<blockquote class="remark">${note}</blockquote>
<form method="post" class="undo">
${noDefaultButton}
<input type="hidden" name="undo" value="1">
<button type="submit" class="secondary">Take my proposal back</button>
</form>
</section>`;

/** A correction that waits for the parts of other desks: who made it, and until when it waits. */
const keptPanel = ({ share, remindAt }: Task, { by, at, note }: TaskOutcome, timeZone: TimeZone): Html =>
  html`<section aria-labelledby="kept-title">
<h2 id="kept-title">A correction that waits</h2>
<p>${describeActor(by)} has corrected the claim. It goes out once, with what ${desksIn(share)} decides, or without it on ${dayIn(timeZone, remindAt)}. Who decides otherwise below replaces it.</p>
<blockquote class="remark">${note}</blockquote>
<form method="post" class="undo">
${noDefaultButton}
<input type="hidden" name="undo" value="1">
<button type="submit" class="secondary">Take my correction back</button>
</form>
${sendNowForm(at)}
</section>`;

const desksIn = (share: Task['share']): string =>
  share?.others.map(({ desk }) => deskNames[desk]).join(' and ') || 'the other desk';

/** What stands in the field that a reason names by its place in the claim: shown here, for a mail must not. */
const valueInClaim = (code: string, { claim }: TaskCase): string | undefined => {
  const value = valueAt(claim, code.split('.'));
  return typeof value === 'string' && code.includes('.') ? value : undefined;
};

const reasonItem = ({ code, text }: TaskReason, taskCase: TaskCase): Html => {
  const value = valueInClaim(code, taskCase);
  return value === undefined
    ? html`<li><code>${code}</code> ${text}</li>`
    : html`<li>${text} <q>${value}</q></li>`;
};

const reasonsPanel = (task: Task, taskCase: TaskCase): Html =>
  html`<div class="summary">
<section aria-labelledby="wrong-title">
<h2 id="wrong-title">What is wrong</h2>
<ul class="reasons">${task.reasons.map((reason) => reasonItem(reason, taskCase))}</ul>
</section>
<section aria-labelledby="advice-title">
<h2 id="advice-title">What to do</h2>
<p>${task.advice}</p>
<ul class="choices">${task.actions.map((action) => html`<li><a href="#do-${action}">${actionWords[action].title}</a></li>`)}</ul>
</section>
</div>`;
