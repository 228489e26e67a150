import type { ServiceRow } from '../form/service-row.ts';
import { type Html, html } from '../html.ts';
import { ariaOf, type FieldState, fieldId, wrongBeside } from './form-fields.ts';

export type RowColumn<T> = {
  readonly key: keyof T & string;
  /** Of the form's field. */
  readonly name: string;
  readonly label: string;
  /** Codes are written in capitals, words as the note has them, numbers on the keyboard that a telephone has for them. */
  readonly holds: 'code' | 'number' | 'words';
};

export type RowTable<T> = {
  readonly caption: string;
  /** What a row is, where its fields are read out: "Units of service 2". */
  readonly rowName: string;
  readonly columns: readonly RowColumn<T>[];
  readonly rows: readonly T[];
  /** Where a field of a row stands among the findings. */
  readonly pathOf: (name: string, at: number) => string;
};

/** The columns of a service, under the names that a form has for them. */
export const serviceColumns = (
  names: Readonly<Record<keyof ServiceRow, string>>,
  unitsHold: 'code' | 'number',
): readonly RowColumn<ServiceRow>[] => [
  { key: 'procedure', name: names.procedure, label: 'Procedure', holds: 'code' },
  { key: 'modifiers', name: names.modifiers, label: 'Modifiers', holds: 'code' },
  { key: 'units', name: names.units, label: 'Units', holds: unitsHold },
  { key: 'pointers', name: names.pointers, label: 'Diagnoses', holds: 'code' },
];

/** A table to write codes into, a row for each, with what is wrong beside the field that it is about. */
export const rowTable = <T extends Readonly<Record<keyof T, string>>>(
  state: FieldState,
  table: RowTable<T>,
): Html => html`<div class="overflow-auto">
<table class="services stacked">
<caption>${table.caption}</caption>
<thead><tr>${table.columns.map(({ label }) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${table.rows.map((row, at) => html`<tr>${table.columns.map((column) => cell(state, table, { column, value: row[column.key], at }))}</tr>`)}</tbody>
</table>
</div>`;

const inputKinds: Record<RowColumn<unknown>['holds'], Html> = {
  code: html` spellcheck="false"`,
  number: html` spellcheck="false" inputmode="numeric"`,
  words: html` class="words" maxlength="500"`,
};

type Cell<T> = { readonly column: RowColumn<T>; readonly value: string; readonly at: number };

const cell = <T>(
  state: FieldState,
  { pathOf, rowName }: RowTable<T>,
  { column: { name, label, holds }, value, at }: Cell<T>,
): Html => {
  const path = pathOf(name, at);
  return html`<td data-label="${label}"><div><input id="${fieldId(state, path)}" name="${name}" value="${value}" aria-label="${label} of ${rowName} ${at + 1}" autocomplete="off"${inputKinds[holds]}${ariaOf(state, path)}>${wrongBeside(state, path)}</div></td>`;
};
