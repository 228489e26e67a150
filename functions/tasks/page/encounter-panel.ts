import type { CodeSuggestion, RejectedCode } from '../../domain/coding.ts';
import type { Encounter } from '../../domain/encounter.ts';
import { describeChange, type NetChange } from '../../domain/rules/net-change.ts';
import { day } from '../formats.ts';
import { type Html, html } from '../html.ts';
import { highlightEvidence } from './highlight-evidence.ts';
import { quoteInContext } from './quote-in-context.ts';
import { confidenceText } from './suggestion-support.ts';

/** The visit as a coder needs it: what is unclear, what was suggested or refused and why, and the note itself. */
export const encounterPanel = (
  encounter: Encounter,
  note: string | undefined,
  listsSuggestions: boolean,
): Html =>
  html`<section aria-labelledby="visit-title">
<h2 id="visit-title">The visit</h2>
${visitFacts(encounter)}
${encounter.ruled && encounter.ruled.changes.length > 0 && changesList(encounter.ruled.changes)}
${encounter.questions.length > 0 && questionsList(encounter.questions)}
${encounter.queries && encounter.queries.length > 0 && queriesList(encounter.queries)}
${listsSuggestions && encounter.suggestions.length > 0 && suggestionsTable(encounter.suggestions)}
${encounter.rejectedCodes && encounter.rejectedCodes.length > 0 && rejectedList(encounter.rejectedCodes, note)}
${encounter.codingBasis && html`<p><small>${encounter.codingBasis.codes} Rules of version ${encounter.codingBasis.rules}.</small></p>`}
${note !== undefined && notePanel(note, encounter.suggestions)}
</section>`;

const visitFacts = ({ encounterId, registration }: Encounter): Html =>
  html`<dl class="facts">
${
  registration &&
  html`<div><dt>Patient</dt><dd>${registration.patient.lastName}, ${registration.patient.firstName}</dd></div>
<div><dt>Born</dt><dd>${day(registration.patient.dateOfBirth)}</dd></div>
<div><dt>Date of service</dt><dd>${day(registration.dateOfService)}</dd></div>
<div><dt>Patient is</dt><dd>${registration.patientType}</dd></div>
<div><dt>Place of service</dt><dd>${registration.placeOfService}</dd></div>`
}
<div><dt>Visit</dt><dd>${encounterId}</dd></div>
</dl>`;

const changesList = (changes: readonly NetChange[]): Html =>
  html`<details><summary>Billed otherwise than it was told, by the practice’s rules (${changes.length})</summary>
<ul>${changes.map((change) => html`<li>${describeChange(change)}</li>`)}</ul>
</details>`;

const questionsList = (questions: readonly string[]): Html =>
  html`<h3>Open questions</h3>
<ul>${questions.map((question) => html`<li>${question}</li>`)}</ul>`;

const queriesList = (queries: readonly string[]): Html =>
  html`<details><summary>Queries to the clinician, ready to send (${queries.length})</summary>
${queries.map((query) => html`<pre>${query}</pre>`)}
</details>`;

const suggestionsTable = (suggestions: readonly CodeSuggestion[]): Html =>
  html`<div class="overflow-auto" role="region" aria-labelledby="suggestions-title" tabindex="0">
<table class="stacked">
<caption id="suggestions-title">Suggested codes</caption>
<thead><tr><th scope="col">Code</th><th scope="col">Meaning</th><th scope="col">Confidence</th><th scope="col">Because the note says</th></tr></thead>
<tbody>${suggestions.map(suggestionRow)}</tbody>
</table>
</div>`;

const suggestionRow = (suggestion: CodeSuggestion): Html => {
  const { code, modifiers, units, description, confidence, evidence, rules } = suggestion;
  return html`<tr>
<th scope="row" data-label="Code"><span><code>${[code, ...modifiers].join('-')}</code>${units > 1 && html` × ${units}`}</span></th>
<td data-label="Meaning">${description}</td>
<td data-label="Confidence">${confidenceText(confidence)}</td>
<td data-label="Note says"><div>${evidence.map(({ quote }) => html`<q>${quote}</q> `)}${rules.length > 0 && html`<details><summary>Rules applied</summary><ol>${rules.map((rule) => html`<li>${rule}</li>`)}</ol></details>`}</div></td>
</tr>`;
};

const rejectedList = (rejected: readonly RejectedCode[], note: string | undefined): Html =>
  html`<details class="refused"><summary>Named in the note, but not suggested (${rejected.length})</summary>
<ul>${rejected.map(({ code, description, evidence, rule }) => html`<li><code>${code}</code> ${description}: ${rule} ${evidence.map((span) => quoteInContext(note, span))}</li>`)}</ul>
</details>`;

const notePanel = (note: string, suggestions: readonly CodeSuggestion[]): Html =>
  html`<h3 id="note-title">The note</h3>
<div class="note" role="region" aria-labelledby="note-title" tabindex="0">${highlightEvidence(note, suggestions)}</div>`;
