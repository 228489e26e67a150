import { type ServiceRow, withSpareRows } from '../form/task-form.ts';
import { type Html, html } from '../html.ts';
import { ariaOf, type FieldState, fieldId, wrongBeside } from './form-fields.ts';

/** Diagnoses and services to edit. The button for more rows sends the form without deciding anything. */
export const codesFieldset = (state: FieldState): Html => {
  const id = fieldId(state, 'diagnoses');
  return html`<label for="${id}">Diagnoses, one ICD-10-CM code a line, the first-listed first</label>
<textarea id="${id}" name="diagnoses" class="codes" rows="${Math.max(4, state.form.diagnoses.split('\n').length + 1)}" spellcheck="false" autocapitalize="characters"${ariaOf(state, 'diagnoses')}>
${state.form.diagnoses}</textarea>
${wrongBeside(state, 'diagnoses')}
<div class="overflow-auto">
<table class="services stacked">
<caption>Services</caption>
<thead><tr><th scope="col">Procedure</th><th scope="col">Modifiers</th><th scope="col">Units</th><th scope="col">Diagnoses</th></tr></thead>
<tbody>${withSpareRows(state.form.services).map((row, index) => serviceRow(state, row, index))}</tbody>
</table>
</div>
${wrongBeside(state, 'services')}
<p><small>Modifiers: up to four, as <code>25 RT</code>. Diagnoses: up to four lines of the list above, as <code>1 2</code> or <code>A B</code>. Empty a row to leave the service out.</small></p>
<p><button type="submit" name="more-rows" value="yes" class="secondary outline more" formnovalidate>More rows</button></p>`;
};

const columns: readonly { readonly field: keyof ServiceRow; readonly label: string }[] = [
  { field: 'procedure', label: 'Procedure' },
  { field: 'modifiers', label: 'Modifiers' },
  { field: 'units', label: 'Units' },
  { field: 'pointers', label: 'Diagnoses' },
];

const serviceRow = (state: FieldState, row: ServiceRow, index: number): Html =>
  html`<tr>${columns.map(({ field, label }) => {
    const path = `services.${index}.${field}`;
    return html`<td data-label="${label}"><div><input id="${fieldId(state, path)}" name="${field}" value="${row[field]}" aria-label="${label} of service ${index + 1}" autocomplete="off" spellcheck="false"${field === 'units' && html` inputmode="numeric"`}${ariaOf(state, path)}>${wrongBeside(state, path)}</div></td>`;
  })}</tr>`;
