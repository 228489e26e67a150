import type { Finding } from '../../domain/finding.ts';
import type { TaskForm } from '../form/task-form.ts';
import { type Html, html } from '../html.ts';

/** What the fields of one form show; the prefix keeps ids apart, for several forms stand on a page. */
export type FieldState = {
  readonly form: TaskForm;
  readonly findings: readonly Finding[];
  readonly prefix: string;
  /** Whether the form came back, so that what was written in it has to be in sight. */
  readonly returned: boolean;
};

export const fieldId = ({ prefix }: FieldState, path: string): string =>
  `${prefix}-${path.replaceAll('.', '-')}`;

/** The attributes that tie a field to what is wrong with it or to its help. */
export const ariaOf = (state: FieldState, path: string, helped = false): Html => {
  const id = fieldId(state, path);
  if (findingsAt(state, path).length > 0) return html` aria-invalid="true" aria-describedby="${id}-wrong"`;
  return helped ? html` aria-describedby="${id}-help"` : html``;
};

export const findingsAt = ({ findings }: FieldState, path: string): Finding[] =>
  findings.filter((finding) => finding.path === path);

export const wrongBeside = (state: FieldState, path: string): Html =>
  html`${findingsAt(state, path).map(
    ({ detail }) => html`<small class="wrong" id="${fieldId(state, path)}-wrong">${detail}</small>`,
  )}`;

const shown = ({ form }: FieldState, name: string): string => form.corrections[name] ?? '';

/** A field of what can be corrected. */
export const textField = (state: FieldState, name: string, label: string): Html =>
  html`<div><label for="${fieldId(state, name)}">${label}</label>
<input id="${fieldId(state, name)}" name="${name}" value="${shown(state, name)}" autocomplete="off"${ariaOf(state, name)}>
${wrongBeside(state, name)}</div>`;

/** The same for what has several lines. */
export const areaField = (state: FieldState, name: string, label: string): Html =>
  html`<div><label for="${fieldId(state, name)}">${label}</label>
<textarea id="${fieldId(state, name)}" name="${name}" class="codes" rows="${shown(state, name).split('\n').length + 1}" spellcheck="false"${ariaOf(state, name)}>
${shown(state, name)}</textarea>
${wrongBeside(state, name)}</div>`;

export type NoteOptions = {
  readonly label: string;
  readonly required: boolean;
  readonly help?: string;
  /** @default 3 */
  readonly rows?: number;
};

/** A text area for words. The newline behind the tag is dropped by browsers; without it, one of the text would be. */
export const noteField = (state: FieldState, { label, required, help, rows = 3 }: NoteOptions): Html => {
  const id = fieldId(state, 'note');
  return html`<label for="${id}">${label}</label>
<textarea id="${id}" name="note" rows="${rows}" maxlength="2000"${required && html` required minlength="10"`}${ariaOf(state, 'note', help !== undefined)}>
${state.form.note}</textarea>
${help && html`<small id="${id}-help">${help}</small>`}
${wrongBeside(state, 'note')}`;
};

/** Enter in a field presses the first button of a form; as this one is disabled, it sends nothing by surprise. */
export const noDefaultButton = html`<button type="submit" disabled hidden aria-hidden="true" tabindex="-1"></button>`;
