import type { Finding } from '../../domain/finding.ts';
import type { Task, TaskKind } from '../../domain/task.ts';
import { type Html, html } from '../html.ts';
import { noDefaultButton } from './form-fields.ts';

/** What a person may send from the page of a task, there and then. */
export type UploadKind = 'registration' | 'document' | 'placed';

type Words = {
  readonly title: string;
  readonly help: string;
  readonly file: string;
  readonly accept: string;
  readonly text: string;
  readonly button: string;
};

const words: Record<UploadKind, Words> = {
  registration: {
    title: 'Correct the registration here',
    help: 'Change the text below, or choose a corrected encounter.json. It is checked at once; the visit then goes on by itself.',
    file: 'Or a corrected encounter.json, which goes before the text',
    accept: '.json,application/json',
    text: 'encounter.json',
    button: 'Send the registration',
  },
  document: {
    title: 'Send the note here',
    help: 'Choose a readable file of the note, or paste its text. The document that came is kept.',
    file: 'A file with text in it, 3 MB at most',
    accept: '.txt,.pdf,.rtf,.docx,.xml,.htm,.html,text/plain',
    text: 'Or the text of the note',
    button: 'Send the note',
  },
  placed: {
    title: 'Send the file to its visit',
    help: 'Name the visit and choose the file again, or paste its text. The file that came is kept.',
    file: 'The file, 3 MB at most',
    accept: '',
    text: 'Or the text of the note',
    button: 'Send the file',
  },
};

/** The tasks that end once the clinic sends something. */
const uploadsOf: Partial<Record<TaskKind, UploadKind>> = {
  'invalid-registration': 'registration',
  'registration-edits': 'registration',
  'unreadable-document': 'document',
  'unplaced-file': 'placed',
};

export const uploadOf = ({
  kind,
  encounterId,
}: Pick<Task, 'kind' | 'encounterId'>): UploadKind | undefined => {
  const upload = uploadsOf[kind];
  return upload === 'placed' || encounterId !== undefined ? upload : undefined;
};

/** The form as it is shown: with what lies there now, or with what was sent and why it was refused. */
export type UploadState = {
  readonly text: string;
  readonly visit?: string;
  readonly findings: readonly Finding[];
};

/** A form that sends a file or a text without scripts; it goes to the page's own address, which is the signed link. */
export const uploadPanel = (kind: UploadKind, { text, visit = '', findings }: UploadState): Html => {
  const { title, help, file, accept, button, text: label } = words[kind];
  const rows = kind === 'registration' ? 24 : 8;
  return html`<section aria-labelledby="upload-title">
<h2 id="upload-title">${title}</h2>
${findings.length > 0 && refusals(findings)}
<form method="post" enctype="multipart/form-data" aria-labelledby="upload-title">
${noDefaultButton}
<p id="upload-help">${help}</p>
<input type="hidden" name="send" value="${kind}">
${
  kind === 'placed' &&
  html`<label for="upload-visit">Visit</label>
<input id="upload-visit" name="visit" value="${visit}" required maxlength="64" pattern="[A-Za-z0-9][A-Za-z0-9._\\-]*" autocomplete="off">`
}
<label for="upload-text">${label}</label>
<textarea id="upload-text" name="text" class="source" rows="${rows}" spellcheck="false" autocapitalize="off" aria-describedby="${findings.length > 0 ? 'upload-wrong' : 'upload-help'}"${findings.length > 0 && html` aria-invalid="true"`}>
${text}</textarea>
<label for="upload-file">${file}</label>
<input id="upload-file" name="file" type="file"${accept !== '' && html` accept="${accept}"`}>
<button type="submit">${button}</button>
</form>
</section>`;
};

const refusals = (findings: readonly Finding[]): Html =>
  html`<div class="problems" role="alert" id="upload-wrong">
<h3>Nothing was taken yet</h3>
<ul>${findings.map(({ path, detail }) => html`<li>${path !== '' && html`<code>${path}</code> `}${detail}</li>`)}</ul>
</div>`;
