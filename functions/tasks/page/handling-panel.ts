import { describeActor } from '../../domain/actor.ts';
import type { TimeZone } from '../../domain/calendar/time-zone.ts';
import type { Finding } from '../../domain/finding.ts';
import { Desk } from '../../domain/practice.ts';
import { type Task, TaskAction } from '../../domain/task.ts';
import { Handling, type HandlingEntry, lastHandling } from '../../domain/tasks/handling.ts';
import { dayIn } from '../formats.ts';
import { clinic } from '../handling/handle-task.ts';
import { type Html, html } from '../html.ts';
import { actionWords, deskNames } from '../wording.ts';
import { noDefaultButton } from './form-fields.ts';

/** The form of a handling that came back, and what is wrong in it. */
export type RefusedHandling = {
  readonly handling: string;
  readonly note: string;
  readonly to: string;
  readonly findings: readonly Finding[];
};

type Words = {
  readonly title: string;
  readonly button: string;
  readonly note: string;
  readonly done: string;
};

/** What handlings are called, what is said with them, and what has then happened. */
export const handlingWords: Record<Handling, Words> = {
  'hand-over': {
    title: 'Hand it over or ask',
    button: 'Hand it over',
    note: 'What is asked, or why it goes there',
    done: 'The task has gone to the other desk with a mail of its own. This link opens it no more.',
  },
  hold: {
    title: 'Hold it until a day',
    button: 'Hold it',
    note: 'What is waited for',
    done: 'The task is due on that day, and nobody is reminded before. The link of the mail stays good.',
  },
  'add-note': {
    title: 'Note something',
    button: 'Keep the note',
    note: 'Note',
    done: 'The note stands on the page of the task. The link of the mail stays good.',
  },
  'mail-again': {
    title: 'Send the mail again',
    button: 'Send it again',
    note: 'Remark (optional)',
    done: 'A new mail with a new link is on its way to the desk of the task. This link opens it no more.',
  },
};

/** What can be done without deciding, a click away, and what was done and said so far. */
export const handlingPanel = (task: Task, timeZone: TimeZone, refused: RefusedHandling | undefined): Html =>
  html`${task.history.length > 0 && historyList(task, timeZone)}
<section aria-labelledby="handling-title">
<h2 id="handling-title">Without deciding</h2>
${refused && refused.findings.length > 0 && html`<div class="problems" role="alert"><h3>Nothing was done yet</h3><ul>${refused.findings.map(({ path, detail }) => html`<li><a href="#${refused.handling}-${path}">${detail}</a></li>`)}</ul></div>`}
${Handling.options.map((handling) => handlingForm(task, handling, refused?.handling === handling ? refused : undefined))}
</section>`;

const handlingForm = (task: Task, handling: Handling, own: RefusedHandling | undefined): Html => {
  const { title, button, note } = handlingWords[handling];
  return html`<details class="decision"${own && html` open`}>
<summary id="do-${handling}">${title}</summary>
<form method="post" aria-labelledby="do-${handling}">
${noDefaultButton}
<input type="hidden" name="handling" value="${handling}">
${handling === 'hand-over' && deskField(task, own)}
${handling === 'hold' && html`<label for="hold-to">Until, as 2026-03-02</label><input id="hold-to" name="to" value="${own?.to ?? ''}" autocomplete="off">${wrong(own, 'to')}`}
<label for="${handling}-note">${note}</label>
<textarea id="${handling}-note" name="note" rows="2" maxlength="2000">
${own?.note ?? ''}</textarea>
${wrong(own, 'note')}
<button type="submit" class="secondary">${button}</button>
</form>
</details>`;
};

const wrong = (own: RefusedHandling | undefined, path: string): Html =>
  html`${(own?.findings ?? []).filter((one) => one.path === path).map(({ detail }) => html`<small class="wrong">${detail}</small>`)}`;

const deskField = (task: Task, own: RefusedHandling | undefined): Html =>
  html`<label for="hand-over-to">To</label>
<select id="hand-over-to" name="to">
<option value="">Choose whom</option>
${Desk.options.map((desk) => html`<option value="${desk}"${own?.to === desk && html` selected`}>${deskNames[desk]}${desk === task.owner && ' (has it now)'}</option>`)}
<option value="${clinic}"${own?.to === clinic && html` selected`}>The clinic, to ask the provider</option>
</select>
${wrong(own, 'to')}`;

/** What was taken back stands there without its words: they may have been about somebody else. */
const historyList = (task: Task, timeZone: TimeZone): Html => {
  const undone = new Set(task.history.flatMap(({ undoes }) => undoes ?? []));
  const last = lastHandling(task);
  return html`<section aria-labelledby="history-title">
<h2 id="history-title">What was said so far</h2>
<ol class="history">${task.history.map(
    ({ handling, by, at, note, to, decided }) =>
      html`<li><strong>${handlingNames[handling]}${to && `: ${deskNameOf(to)}`}</strong> · ${describeActor(by)} · ${dayIn(timeZone, at)}${undone.has(at) && ' · taken back since'}${decided && html`<p>Decided before: ${decidedInWords(decided.action)} · ${describeActor(decided.by)}</p>`}${note && !undone.has(at) && html`<blockquote class="remark">${note}</blockquote>`}</li>`,
  )}</ol>
${last && last.handling !== 'mail-again' && takeBackForm(last.at)}
</section>`;
};

const decidedInWords = (action: string): string => {
  const known = TaskAction.safeParse(action);
  return known.success ? actionWords[known.data].title : action;
};

/** Takes what was done last back. */
export const takeBackForm = (at: string): Html =>
  html`<form method="post" class="undo">
${noDefaultButton}
<input type="hidden" name="undo" value="1">
<input type="hidden" name="of" value="${at}">
<button type="submit" class="secondary">Take this back</button>
</form>`;

/** Sends a correction that waits for other desks, which is known by its instant, without them. */
export const sendNowForm = (at: string): Html =>
  html`<form method="post" class="undo">
<p>Send it now where it cannot wait: the parts of the others come back with the payer’s answer, and their tasks end.</p>
${noDefaultButton}
<input type="hidden" name="send-now" value="${at}">
<button type="submit" class="secondary">Send it now</button>
</form>`;

const handlingNames: Record<HandlingEntry['handling'], string> = {
  'hand-over': handlingWords['hand-over'].title,
  hold: handlingWords.hold.title,
  'add-note': handlingWords['add-note'].title,
  'mail-again': handlingWords['mail-again'].title,
  'propose-no-more': 'Proposal taken back',
  reopen: 'Opened again',
  'take-back': 'Taken back',
};

const deskNameOf = (to: string): string => {
  const desk = Desk.safeParse(to);
  return desk.success ? deskNames[desk.data] : to;
};
