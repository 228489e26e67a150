import type { CodeSuggestion } from '../../domain/coding.ts';
import {
  type AddedDiagnosis,
  type AddedService,
  addedDiagnosisNames,
  addedServiceNames,
  blankDiagnosis,
  blankService,
  isDiagnosis,
  noFields,
  type SuggestedFields,
} from '../form/coding-form.ts';
import { withSpareRows } from '../form/form-rows.ts';
import { type Html, html } from '../html.ts';
import type { TaskCase } from '../task-case.ts';
import { ariaOf, type FieldState, fieldId, wrongBeside } from './form-fields.ts';
import { type RowColumn, type RowTable, rowTable, serviceColumns } from './row-table.ts';
import { suggestionSupport } from './suggestion-support.ts';

/**
 * Each suggestion with its words and rules to accept or reject, and rows for codes of the coder's own. Everything is
 * plain form fields: numbers order the diagnoses, and the services point at the numbers.
 */
export const codingFieldset = (state: FieldState, { encounter, note }: TaskCase): Html => {
  const suggestions = encounter?.suggestions ?? [];
  const { addedDiagnoses, addedServices } = state.form.coding;
  const cards = (some: readonly CodeSuggestion[]) => some.map((one) => suggestionCard(state, one, note));
  return html`<h3>Diagnoses</h3>
<p><small>The numbers order the diagnoses on the claim, and the services point at them. Accept or reject every suggestion.</small></p>
${cards(suggestions.filter(isDiagnosis))}
${addedTable(state, { caption: 'Add diagnoses', columns: diagnosisColumns, rows: withSpareRows(addedDiagnoses, blankDiagnosis) })}
<h3>Services</h3>
<p><small>Modifiers: up to four, as <code>25 RT</code>. Diagnoses: up to four of the numbers above, as <code>1 2</code>.</small></p>
${cards(suggestions.filter((one) => !isDiagnosis(one)))}
${addedTable(state, { caption: 'Add services', columns: addedServiceColumns, rows: withSpareRows(addedServices, blankService) })}
<p><button type="submit" name="more-rows" value="yes" class="secondary outline more" formnovalidate>More rows</button></p>`;
};

const suggestionCard = (state: FieldState, suggestion: CodeSuggestion, note: string | undefined): Html => {
  const { code, description } = suggestion;
  const fields = state.form.coding.suggested[code] ?? noFields;
  const path = `decision-${code}`;
  return html`<fieldset class="suggestion"${ariaOf(state, path)}>
<legend><code>${code}</code> ${description}</legend>
<div class="decide" id="${fieldId(state, path)}">${choice(state, { code, value: 'accept', label: 'Accept' }, fields)}${choice(state, { code, value: 'reject', label: 'Reject' }, fields)}</div>
${wrongBeside(state, path)}
${suggestionSupport(suggestion, note)}
<div class="placing">${(isDiagnosis(suggestion) ? diagnosisFields : serviceFields).map(([name, label]) => placing(state, { code, name, label }, fields))}</div>
</fieldset>`;
};

const diagnosisFields = [['place', 'Number']] as const;
const serviceFields = [
  ['modifiers', 'Modifiers'],
  ['units', 'Units'],
  ['pointers', 'Diagnoses'],
] as const;

type Choice = { readonly code: string; readonly value: 'accept' | 'reject'; readonly label: string };

const choice = (state: FieldState, { code, value, label }: Choice, { decision }: SuggestedFields): Html => {
  const id = fieldId(state, `decision-${code}-${value}`);
  return html`<label for="${id}"><input type="radio" id="${id}" name="decision-${code}" value="${value}"${decision === value && html` checked`}> ${label}</label>`;
};

type Placing = {
  readonly code: string;
  readonly name: Exclude<keyof SuggestedFields, 'decision'>;
  readonly label: string;
};

const placing = (state: FieldState, { code, name, label }: Placing, fields: SuggestedFields): Html => {
  const path = `${name}-${code}`;
  const id = fieldId(state, path);
  return html`<div><label for="${id}">${label}</label><input id="${id}" name="${path}" value="${fields[name]}" autocomplete="off" spellcheck="false"${ariaOf(state, path)}>${wrongBeside(state, path)}</div>`;
};

const diagnosisColumns: readonly RowColumn<AddedDiagnosis>[] = [
  { key: 'code', name: addedDiagnosisNames.code, label: 'ICD-10-CM', holds: 'code' },
  { key: 'place', name: addedDiagnosisNames.place, label: 'Number', holds: 'code' },
  { key: 'words', name: addedDiagnosisNames.words, label: 'Words of the note (optional)', holds: 'words' },
];

const addedServiceColumns: readonly RowColumn<AddedService>[] = [
  ...serviceColumns(addedServiceNames, 'code'),
  { key: 'words', name: addedServiceNames.words, label: 'Words of the note (optional)', holds: 'words' },
];

/** Rows for codes of the coder's own. */
const addedTable = <T extends Readonly<Record<keyof T, string>>>(
  state: FieldState,
  table: Pick<RowTable<T>, 'caption' | 'columns' | 'rows'>,
): Html => rowTable(state, { ...table, rowName: 'row', pathOf: (name, at) => `${name}-${at}` });
