import { PartAction } from '../../domain/tasks/decided-part.ts';
import { type OpenPart, partsOfTask } from '../../domain/tasks/open-parts.ts';
import { writeOffReasons } from '../../domain/tasks/write-off-reason.ts';
import { partField } from '../form/parts-form.ts';
import { dollars } from '../formats.ts';
import { type Html, html } from '../html.ts';
import type { TaskCase } from '../task-case.ts';
import { ariaOf, type FieldState, fieldId, wrongBeside } from './form-fields.ts';

const columns: Record<PartAction, string> = { 'write-off': 'Write off', 'bill-patient': 'Bill the patient' };
const actions = PartAction.options;

/** A row for each adjustment of which something is open, with a field for what is to become of how much of it. */
export const partsFieldset = (state: FieldState, { claim, share }: TaskCase): Html => {
  const parts = claim ? partsOfTask(claim, share) : [];
  const shown = actions.filter((action) => parts.some(({ mayBe }) => mayBe.includes(action)));
  return html`<div class="overflow-auto">
<table class="services stacked" id="${fieldId(state, 'parts')}">
<caption>What is open</caption>
<thead><tr><th scope="col">Line</th><th scope="col">Reason</th><th scope="col" class="money">Open</th>${shown.map((action) => html`<th scope="col">${columns[action]}</th>`)}</tr></thead>
<tbody>${parts.map((part) => row(state, part, shown))}</tbody>
</table>
</div>
${wrongBeside(state, 'parts')}`;
};

const row = (state: FieldState, part: OpenPart, shown: readonly PartAction[]): Html =>
  html`<tr>
<th scope="row" data-label="Line">${part.line ?? 'all'}</th>
<td data-label="Reason"><code>${part.group}-${part.reason}</code></td>
<td class="money" data-label="Open">${dollars(part.amount)}</td>
${shown.map((action) => html`<td data-label="${columns[action]}">${part.mayBe.includes(action) ? field(state, part, action) : 'not the patient’s'}</td>`)}
</tr>`;

const field = (state: FieldState, part: OpenPart, action: PartAction): Html => {
  const name = partField(action, part);
  const place = part.line === undefined ? 'the claim' : `line ${part.line}`;
  return html`<div><input id="${fieldId(state, name)}" name="${name}" value="${state.form.parts[name] ?? ''}" inputmode="decimal" autocomplete="off" aria-label="${columns[action]}: dollars of ${part.group}-${part.reason} of ${place}"${ariaOf(state, name)}>${wrongBeside(state, name)}</div>`;
};

/** Why an amount is given up, as reports count it. */
export const writeOffReasonField = (state: FieldState): Html => {
  const id = fieldId(state, 'writeOffReason');
  const chosen = state.form.writeOffReason;
  return html`<label for="${id}">Why it is written off</label>
<select id="${id}" name="writeOffReason"${ariaOf(state, 'writeOffReason')}>
<option value=""${chosen === '' && html` selected`}>Choose a reason</option>
${Object.entries(writeOffReasons).map(([code, words]) => html`<option value="${code}"${chosen === code && html` selected`}>${words}</option>`)}
</select>
${wrongBeside(state, 'writeOffReason')}`;
};
