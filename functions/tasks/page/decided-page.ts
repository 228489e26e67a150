import { describeActor } from '../../domain/actor.ts';
import type { Sent } from '../../domain/appeals/packet.ts';
import type { TimeZone } from '../../domain/calendar/time-zone.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Finding } from '../../domain/finding.ts';
import { type Task, TaskAction } from '../../domain/task.ts';
import type { UndoState } from '../../domain/undo/undo-state.ts';
import { correctionGroups } from '../form/correction-table.ts';
import type { SentForm } from '../form/task-form.ts';
import { day, dayIn } from '../formats.ts';
import { type Html, html } from '../html.ts';
import { namedTask } from '../task-email.ts';
import { refusalInWords, untilInWords } from '../undo/undo-words.ts';
import { actionWords } from '../wording.ts';
import { appealAnswerPanel } from './appeal-answer-panel.ts';
import { placeWords } from './fieldsets/other-payer-fieldset.ts';
import { noDefaultButton } from './form-fields.ts';
import { layOut, type Page } from './page-layout.ts';

export type DecidedView = {
  readonly task: Task;
  readonly practiceName: string;
  readonly timeZone: TimeZone;
  /** Whether the reader has just decided it, somebody else was faster, or it is looked at later. */
  readonly moment: 'just-now' | 'too-late' | 'before';
  /** What the reader wrote, where it was not carried out. */
  readonly notTaken?: Pick<SentForm, 'action' | 'form'> | undefined;
  /** Whether the decision can be taken back; undefined where there is nothing to take back. */
  readonly undo?: UndoState | undefined;
  /** Whether the reader has just asked for it, and it is not done. */
  readonly undoRefused?: boolean | undefined;
  /** The payers of the claim before and after, where they were decided about. */
  readonly payers?: string | undefined;
  /** Opens the packet that was sent. */
  readonly packetLink?: string | undefined;
  /** The claim of an appeal, which may wait for the payer's letter; and what was wrong in what was said of one. */
  readonly claim?: Claim | undefined;
  readonly letter?: readonly Finding[] | undefined;
};

const headlines: Record<DecidedView['moment'], string> = {
  'just-now': 'Thank you, your decision is recorded',
  'too-late': 'Somebody decided this task before you',
  before: 'This task is decided',
};

/** The page of a decided task: what was decided, by whom, and what happens next. It takes nothing more. */
export const decidedPage = (view: DecidedView): Page => {
  const { task, practiceName, timeZone, moment, notTaken, undo, undoRefused, packetLink, claim, letter } =
    view;
  const { outcome } = task;
  const isUndone = undo?.kind === 'undone';
  const headline = isUndone ? 'This decision was undone' : headlineOf(view);
  return layOut({
    status: moment === 'too-late' || undoRefused ? 409 : 200,
    title: headline,
    isWrong: undoRefused ?? false,
    practiceName,
    body: html`<p class="kind">${namedTask(task)}</p>
<h1>${headline}</h1>
${moment === 'too-late' && html`<p>Your own decision was not carried out. What stands is this:</p>`}
${
  outcome &&
  html`<dl class="facts">
<div><dt>Decision</dt><dd>${actionWords[outcome.action].title}</dd></div>
<div><dt>By</dt><dd>${describeActor(outcome.by)}</dd></div>
<div><dt>On</dt><dd><time datetime="${outcome.at}">${dayIn(timeZone, outcome.at)}</time></dd></div>
${outcome.otherPayer && html`<div><dt>Payer</dt><dd>${view.payers ?? `${outcome.otherPayer.payerId}, ${placeWords[outcome.otherPayer.place]}`}</dd></div>`}
${outcome.sent && sentFact(outcome.sent, packetLink)}
${outcome.sentNow && html`<div><dt>Sent without waiting by</dt><dd>${describeActor(outcome.sentNow.by)}</dd></div>`}
</dl>
${outcome.note && html`<blockquote class="remark">${outcome.note}</blockquote>`}
${
  !isUndone &&
  html`<h2>What happens next</h2>
<p>${actionWords[outcome.action].next}</p>`
}`
}
${undoPart(view)}
${notTaken && keptForm(notTaken)}
${claim && appealAnswerPanel(claim, letter)}
<p>You can close this page. Nothing more is asked of you.</p>`,
  });
};

const sentFact = ({ way, on, confirmation, packet }: Sent, link: string | undefined): Html =>
  html`<div><dt>Sent</dt><dd>${way}, ${day(on)}${confirmation && `, confirmation ${confirmation}`}</dd></div>
${packet && link && html`<div><dt>What was sent</dt><dd><a href="${link}" rel="noreferrer">The packet</a>, ${packet.pages} pages, SHA-256 <code>${packet.digest}</code></dd></div>`}`;

const headlineOf = ({ task, moment, undo, undoRefused }: DecidedView): string => {
  if (undoRefused)
    return undo?.kind === 'under-way' ? 'It cannot be undone right now' : 'It cannot be undone any more';
  return task.outcome?.action === 'withdraw' ? 'This task was withdrawn' : headlines[moment];
};

/** The way back as long as there is one, and else why there is none, where that was asked. */
const undoPart = ({ task: { outcome }, timeZone, undo, undoRefused }: DecidedView): Html | undefined => {
  if (undo === undefined || outcome === undefined) return undefined;
  if (undo.kind === 'undone')
    return html`<p>${describeActor(undo.by)} took it back${undo.at && ` on ${dayIn(timeZone, undo.at)}`}. What was to be decided then came by a new email.</p>`;
  if (undo.kind !== 'open')
    return html`<p${undoRefused && html` class="problems" role="alert"`}>${undo.kind === 'left' && 'This decision cannot be undone. '}${refusalInWords(undo)}</p>`;
  return html`<form method="post" class="undo" aria-labelledby="undo-title">
<h2 id="undo-title">Was this a mistake?</h2>
<p>It can be undone ${untilInWords(outcome.action, undo.until, timeZone)}.</p>
${noDefaultButton}
<input type="hidden" name="undo" value="1">
<button type="submit" class="secondary">Undo this decision</button>
</form>`;
};

/** What somebody wrote whose decision was not carried out, so that it is not lost. */
export const keptForm = ({ action, form }: Pick<SentForm, 'action' | 'form'>): Html | undefined => {
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
