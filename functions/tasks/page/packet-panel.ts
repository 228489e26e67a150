import { describeActor } from '../../domain/actor.ts';
import { exceptionWords, FilingException } from '../../domain/appeals/filing-exception.ts';
import type { Preparation } from '../../domain/appeals/preparation.ts';
import type { DeliveryWay } from '../../domain/contract/appeal-level.ts';
import type { Finding } from '../../domain/finding.ts';
import { dayIn } from '../formats.ts';
import { type Html, html } from '../html.ts';
import type { TaskCase } from '../task-case.ts';
import { ariaOf, type FieldState, fieldId, noDefaultButton, wrongBeside } from './form-fields.ts';

const titles: Readonly<Record<Preparation['purpose'], string>> = {
  appeal: 'Prepare the appeal',
  records: 'Prepare the documents',
  reopening: 'Ask to reopen for a clerical error',
  exception: 'Ask for an exception to the limit for filing',
};

const letters: Readonly<Record<Preparation['purpose'], string>> = {
  appeal: 'Letter to the payer',
  records: 'Cover sheet',
  reopening: 'Request',
  exception: 'Request',
};

/**
 * The letter with what goes along, to be changed and saved as often as one likes, and the packet that is made of both.
 * Nothing is sent from here; it works without scripts.
 */
export const packetPanel = (
  preparation: Preparation,
  { timeZone }: TaskCase,
  findings: readonly Finding[],
): Html => {
  const { purpose, letter, saved, unknowns, attachments, withNote } = preparation;
  return html`<section aria-labelledby="packet-title">
<h2 id="packet-title">${titles[purpose]}</h2>
${findings.length > 0 && problems(findings)}
<form method="post" enctype="multipart/form-data" aria-labelledby="packet-title">
${noDefaultButton}
${purpose === 'exception' && exceptionField(preparation)}
<label for="packet-letter">${letters[purpose]}</label>
<textarea id="packet-letter" name="letter" rows="24" maxlength="20000" aria-describedby="packet-help">
${letter}</textarea>
<small id="packet-help">${
    saved
      ? `Saved by ${describeActor(saved.by)} on ${dayIn(timeZone, saved.at)}.`
      : 'Drafted from the records: what is in it stands there.'
  } Empty it to have it drafted anew. The letterhead, the date and the table of contents are added.</small>
${unknowns.length > 0 && unknownsPanel(unknowns)}
${withNote !== undefined && html`<label><input type="checkbox" name="withNote" value="yes"${withNote && html` checked`}> Enclose the note of the visit</label>`}
${attachments.map(
  ({ name, digest }) =>
    html`<label><input type="checkbox" name="remove" value="${digest}"> Leave out: ${name}</label>`,
)}
<label for="packet-file">Add a file: PDF, PNG or JPEG, 3 MB at most</label>
<input id="packet-file" name="file" type="file" accept=".pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg">
<button type="submit" name="packet-step" value="save" class="secondary">Save the draft</button>
<button type="submit" name="packet-step" value="make">Make the packet</button>
</form>
${packetLine(preparation, timeZone)}
</section>`;
};

/** Who asks names the exception; the draft then says it, and no record shows it. */
const exceptionField = ({ exception }: Preparation): Html =>
  html`<label for="packet-exception">Which exception applies (42 CFR 424.44(b))</label>
<select id="packet-exception" name="exception">
<option value="">Choose one</option>
${FilingException.options.map((one) => html`<option value="${one}"${exception === one && html` selected`}>${exceptionWords[one].short}</option>`)}
</select>`;

const problems = (findings: readonly Finding[]): Html =>
  html`<div class="problems" role="alert" id="packet-wrong">
<h3>Not everything is ready</h3>
<ul>${findings.map(({ path, detail }) => html`<li><a href="#packet-${path}">${detail}</a></li>`)}</ul>
</div>`;

const unknownsPanel = (unknowns: readonly string[]): Html =>
  html`<div class="unknowns">
<p>No record says this. Write it in place of its brackets, or take the sentence out; nothing is sent before:</p>
<ul>${unknowns.map((what) => html`<li>${what}</li>`)}</ul>
</div>`;

const packetLine = (
  { packet, purpose, attachmentControlNumber: number }: Preparation,
  timeZone: TaskCase['timeZone'],
): Html =>
  html`${
    packet
      ? html`<p class="packet"><a href="${packet.link}" rel="noreferrer">Open the packet</a>: ${packet.record.pages} pages, made on ${dayIn(timeZone, packet.record.madeAt)}. Read it, send it, and then say so below.</p>`
      : html`<p class="packet">There is no packet of this letter and these files yet.</p>`
  }
${purpose !== 'exception' && html`<p>Its attachment control number is <code>${number}</code>: write it on what you send otherwise. A corrected claim with which it is sent announces it by that number (PWK).</p>`}`;

const wayWords: Readonly<Record<DeliveryWay, string>> = {
  partner: 'through the trading partner: it goes out with this decision',
  portal: 'on the payer’s portal',
  fax: 'by fax',
  mail: 'by mail',
};

/** How the packet was sent, where it is; what the partner takes needs no day: it goes out at once. */
export const sentFields = (
  state: FieldState,
  preparation: Preparation,
  mayBeNothing = preparation.purpose !== 'appeal',
): Html => {
  const { sent } = state.form;
  const { ways } = preparation.offered;
  const needsDay = ways.some((way) => way !== 'partner');
  return html`${!preparation.packet && html`<p class="limit">The packet has to be made first, <a href="#packet-title">above</a>.</p>`}
<label for="${fieldId(state, 'way')}">Sent</label>
<select id="${fieldId(state, 'way')}" name="way"${ariaOf(state, 'way')}>
${mayBeNothing && html`<option value="">Nothing was sent</option>`}
${ways.map((way) => html`<option value="${way}"${sent.way === way && html` selected`}>${wayWords[way]}</option>`)}
</select>
${wrongBeside(state, 'way')}
${needsDay && dayFields(state)}`;
};

/** What documents are that often go with a corrected claim (PWK01). */
const reportTypeWords: Readonly<Record<string, string>> = {
  OZ: 'Support data for the claim',
  '03': 'Report of the treatment',
  B3: 'Order of a physician',
  B4: 'Referral',
  DS: 'Discharge summary',
  EB: 'Explanation of benefits of another payer',
  LA: 'Laboratory results',
  M1: 'Medical record',
  OB: 'Operative note',
  PY: 'Physician’s report',
  RR: 'Radiology report',
};

/** Documents that go with a corrected claim: nothing, unless somebody says so. */
export const documentFields = (state: FieldState, preparation: Preparation): Html => {
  const none = { way: '', on: '', confirmation: '', reportType: '' };
  const own = state.returned ? state : { ...state, form: { ...state.form, sent: none } };
  const { reportType } = own.form.sent;
  return html`<fieldset><legend>Documents that go with it</legend>
<p><small>The claim announces the packet above under its number (PWK).</small></p>
${sentFields(own, preparation, true)}
<label for="${fieldId(own, 'reportType')}">What they are</label>
<select id="${fieldId(own, 'reportType')}" name="reportType">${Object.entries(reportTypeWords).map(([code, words]) => html`<option value="${code}"${reportType === code && html` selected`}>${words} (${code})</option>`)}</select>
</fieldset>`;
};

const dayFields = (state: FieldState): Html =>
  html`<label for="${fieldId(state, 'sentOn')}">On</label>
<input id="${fieldId(state, 'sentOn')}" name="sentOn" type="date" value="${state.form.sent.on}"${ariaOf(state, 'sentOn')}>
${wrongBeside(state, 'sentOn')}
<label for="${fieldId(state, 'confirmation')}">Confirmation number, if there is one</label>
<input id="${fieldId(state, 'confirmation')}" name="confirmation" value="${state.form.sent.confirmation}" maxlength="80" autocomplete="off"${ariaOf(state, 'confirmation')}>
${wrongBeside(state, 'confirmation')}`;
