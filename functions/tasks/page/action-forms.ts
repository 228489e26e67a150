import { dateIn } from '../../domain/calendar/time-zone.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Task, TaskAction } from '../../domain/task.ts';
import { amountAtStake } from '../../domain/tasks/amount-at-stake.ts';
import { goesWithClaim } from '../form/sent-form.ts';
import type { TaskForm } from '../form/task-form.ts';
import { dollars } from '../formats.ts';
import { type Html, html } from '../html.ts';
import { limitsInWords } from '../limit-words.ts';
import type { TaskCase } from '../task-case.ts';
import { actionWords } from '../wording.ts';
import { codesFieldset } from './codes-fieldset.ts';
import { codingFieldset } from './coding-fieldset.ts';
import { correctionFields } from './correction-fields.ts';
import { otherPayerFieldset } from './fieldsets/other-payer-fieldset.ts';
import { type FieldState, noDefaultButton, noteField } from './form-fields.ts';
import { documentFields, sentFields } from './packet-panel.ts';
import { partsFieldset, writeOffReasonField } from './parts-fieldset.ts';

/** The form that came back with something wrong in it, and what. */
export type RefusedForm = {
  readonly action: string;
  readonly form: TaskForm;
  readonly findings: readonly Finding[];
};

/** A task with what has to be seen to decide it. */
type Subject = { readonly task: Task; readonly taskCase: TaskCase; readonly now: Date };

/** One form for each thing that the owner can decide; the recommended one stands open. */
export const actionForms = (subject: Subject, prefilled: TaskForm, refused: RefusedForm | undefined): Html =>
  html`<section aria-labelledby="decision-title">
<h2 id="decision-title">Your decision</h2>
${subject.task.actions.map((action, index) => {
  const own = refused?.action === action ? refused : undefined;
  const open = refused ? own !== undefined : index === 0;
  return html`<details class="decision"${open && html` open`}>
<summary id="do-${action}">${actionWords[action].title}${index === 0 && subject.task.actions.length > 1 && html` <span class="badge">recommended</span>`}</summary>
${actionForm(subject, action, { form: own?.form ?? prefilled, findings: own?.findings ?? [], prefix: action, returned: own !== undefined })}
</details>`;
})}
</section>`;

/** Without an action attribute a form goes to the page's own address, which is the signed link. */
const actionForm = (subject: Subject, action: TaskAction, state: FieldState): Html =>
  html`<form method="post" aria-labelledby="do-${action}">
<p>${actionWords[action].effect}</p>
${limitsOf(subject, action).map((words) => html`<p class="limit">${words}</p>`)}
${noDefaultButton}
<input type="hidden" name="action" value="${action}">
${fieldsOf[action](state, subject)}
<button type="submit">${actionWords[action].button}${amountOf(subject, action)}</button>
</form>`;

const amountOf = ({ taskCase: { claim } }: Subject, action: TaskAction): string => {
  const amount = claim && amountAtStake(action, claim);
  return amount === undefined ? '' : `: ${dollars(amount)}`;
};

const limitsOf = ({ task, taskCase, now }: Subject, action: TaskAction): readonly string[] =>
  limitsInWords(action, task.limits, dateIn(taskCase.timeZone, now));

const remark = (state: FieldState): Html => noteField(state, { label: 'Remark (optional)', required: false });

/** Codes that came as a list go back as one; the page itself asks for decisions on the suggestions. */
const statesList = ({ returned, form }: FieldState): boolean => returned && form.diagnoses.trim() !== '';

const fieldsOf: Record<TaskAction, (state: FieldState, subject: Subject) => Html> = {
  'confirm-codes': (state, { taskCase }) =>
    html`${statesList(state) || !taskCase.encounter ? codesFieldset(state) : codingFieldset(state, taskCase)}${remark(state)}`,
  'check-again': remark,
  'bill-as-is': (state) =>
    noteField(state, {
      label: 'Reason',
      help: 'Such as two conditions that the note says are unrelated. At least 10 characters.',
      required: true,
    }),
  'not-billable': (state) =>
    noteField(state, {
      label: 'Reason',
      help: 'Such as a post-operative visit, part of global obstetric care, or a patient who did not come. At least 10 characters.',
      required: true,
    }),
  'start-over': remark,
  resubmit: (state, { task, taskCase: { preparation } }) =>
    html`${correctionFields(state, task)}${goesWithClaim(preparation) && documentFields(state, preparation)}${remark(state)}`,
  appeal: (state, { taskCase: { preparation } }) =>
    preparation?.purpose === 'appeal'
      ? html`${sentFields(state, preparation)}${remark(state)}`
      : remark(state),
  'bill-next-payer': remark,
  'bill-patient': remark,
  'decide-parts': (state, { taskCase }) =>
    html`${partsFieldset(state, taskCase)}${writeOffReasonField(state)}${noteField(state, {
      label: 'Reason',
      help: 'At least 10 characters where something is written off.',
      required: false,
    })}`,
  'write-off': (state) =>
    html`${writeOffReasonField(state)}${noteField(state, {
      label: 'Reason',
      help: 'At least 10 characters. It is kept with your mailbox as the approval.',
      required: true,
    })}`,
  'keep-waiting': (state, { taskCase: { preparation } }) =>
    html`${preparation && preparation.purpose !== 'appeal' && sentFields(state, preparation)}${remark(state)}`,
  withdraw: remark,
  'let-stand': remark,
  'bill-other-payer': (state, { taskCase, now }) =>
    html`${otherPayerFieldset(state, taskCase, dateIn(taskCase.timeZone, now))}${remark(state)}`,
  void: remark,
  'send-again': remark,
  'work-each': remark,
  dismiss: remark,
  'mend-record': remark,
  'start-again': remark,
  'keep-record': (state) =>
    noteField(state, {
      label: 'Reason',
      help: 'Such as a number that only this payer has. At least 10 characters.',
      required: true,
    }),
};
