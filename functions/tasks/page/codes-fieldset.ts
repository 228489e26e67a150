import { withSpareRows } from '../form/form-rows.ts';
import { blankServiceRow, type ServiceRow } from '../form/service-row.ts';
import { serviceNames } from '../form/task-form.ts';
import { type Html, html } from '../html.ts';
import { ariaOf, type FieldState, fieldId, wrongBeside } from './form-fields.ts';
import { type RowTable, rowTable, serviceColumns } from './row-table.ts';

/** Diagnoses and services to edit. The button for more rows sends the form without deciding anything. */
export const codesFieldset = (state: FieldState): Html => {
  const id = fieldId(state, 'diagnoses');
  const services: RowTable<ServiceRow> = {
    caption: 'Services',
    rowName: 'service',
    columns: serviceColumns(serviceNames, 'number'),
    rows: withSpareRows(state.form.services, blankServiceRow),
    pathOf: (name, at) => `services.${at}.${name}`,
  };
  return html`<label for="${id}">Diagnoses, one ICD-10-CM code a line, the first-listed first</label>
<textarea id="${id}" name="diagnoses" class="codes" rows="${Math.max(4, state.form.diagnoses.split('\n').length + 1)}" spellcheck="false" autocapitalize="characters"${ariaOf(state, 'diagnoses')}>
${state.form.diagnoses}</textarea>
${wrongBeside(state, 'diagnoses')}
${rowTable(state, services)}
${wrongBeside(state, 'services')}
<p><small>Modifiers: up to four, as <code>25 RT</code>. Diagnoses: up to four lines of the list above, as <code>1 2</code> or <code>A B</code>. Empty a row to leave the service out.</small></p>
<p><button type="submit" name="more-rows" value="yes" class="secondary outline more" formnovalidate>More rows</button></p>`;
};
