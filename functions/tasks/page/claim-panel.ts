import type { AdjudicatedLine, Adjudication, Adjustment, Claim, ClaimLine } from '../../domain/claim.ts';
import { classedDecision } from '../../domain/ledger/classed-decision.ts';
import { effectiveAdjudication } from '../../domain/ledger/effective-decision.ts';
import { claimPosition } from '../../domain/position.ts';
import type { Cents } from '../../edi/money.ts';
import { day, dollars } from '../formats.ts';
import { type Html, html } from '../html.ts';
import { groupNames } from '../wording.ts';

/** The claim as a biller needs it: who, when, which payer, and where every dollar of it stands. */
export const claimPanel = (claim: Claim, payerName: string | undefined): Html => {
  const adjudication = effectiveAdjudication(withClasses(claim));
  return html`<section aria-labelledby="claim-title">
<h2 id="claim-title">The claim</h2>
${claimFacts(claim, payerName, adjudication)}
${diagnosesList(claim)}
${linesTable(claim, adjudication)}
${positionList(claim)}
</section>`;
};

/** Each part of what the payer decided is classed for itself, as the position of the claim has it. */
const withClasses = (claim: Claim): Claim => ({
  ...claim,
  adjudications: claim.adjudications.map((decision) => classedDecision(claim, decision)),
});

const fact = (name: string, value: string | undefined): Html | undefined =>
  value ? html`<div><dt>${name}</dt><dd>${value}</dd></div>` : undefined;

/** What the payer has otherwise of the patient's or the policy holder's name. */
const nameInRecords = (adjudication: Adjudication | undefined): string | undefined => {
  const { lastName, firstName } = adjudication?.correctedInsured ?? {};
  return [lastName, firstName].filter(Boolean).join(', ') || undefined;
};

const claimFacts = (
  claim: Claim,
  payerName: string | undefined,
  adjudication: Adjudication | undefined,
): Html => {
  const { patient, renderingProvider: rendering, referringProvider: referring } = claim;
  return html`<dl class="facts">
${fact('Patient', `${patient.lastName}, ${patient.firstName}`)}
${fact('Born', day(patient.dateOfBirth))}
${fact('Date of service', day(claim.dateOfService))}
${fact('Payer', payerName ?? claim.payerId)}
${fact('Member id', claim.coverage.memberId)}
${fact('Member id in the payer’s records', adjudication?.correctedInsured?.memberId)}
${fact('Name in the payer’s records', nameInRecords(adjudication))}
${fact('Claim', claim.claimId)}
${fact('Payer’s claim number', claim.payerControlNumber)}
${fact('Rendering provider', `${rendering.firstName} ${rendering.lastName}, NPI ${rendering.npi}`)}
${fact('Referring provider', referring && `${referring.firstName} ${referring.lastName}, NPI ${referring.npi}`)}
${fact('Prior authorization', claim.priorAuthorization)}
${fact('Place of service', claim.placeOfService)}
${fact('Times sent', String(claim.submissions.filter(({ sentAt }) => sentAt).length))}
${fact('Decided by the payer', adjudication && day(adjudication.paymentDate))}
</dl>`;
};

const diagnosesList = ({ diagnoses }: Claim): Html =>
  html`<h3>Diagnoses</h3>
<ol class="codes">${diagnoses.map((code) => html`<li><code>${code}</code></li>`)}</ol>`;

const linesTable = (claim: Claim, adjudication: Adjudication | undefined): Html =>
  html`<div class="overflow-auto" role="region" aria-labelledby="lines-title" tabindex="0">
<table class="stacked">
<caption id="lines-title">Services${!adjudication && html` <small>(the payer has not decided yet)</small>`}</caption>
<thead><tr>
<th scope="col">Line</th><th scope="col">Procedure</th><th scope="col">Units</th><th scope="col">Diagnoses</th>
<th scope="col" class="money">Charge</th>
${adjudication && html`<th scope="col" class="money">Paid</th><th scope="col">Adjustments</th>`}
</tr></thead>
<tbody>
${claim.lines.map((line) => lineRow(line, adjudication))}
${adjudication && claimLevelRow(adjudication)}
</tbody>
</table>
</div>`;

const lineRow = (line: ClaimLine, adjudication: Adjudication | undefined): Html => {
  const decided = adjudication && adjudicatedLine(line, adjudication);
  return html`<tr>
<th scope="row" data-label="Line">${line.lineNumber}</th>
<td data-label="Procedure"><code>${[line.procedure, ...line.modifiers].join('-')}</code></td>
<td data-label="Units">${line.units}</td>
<td data-label="Diagnoses">${line.diagnosisPointers.join(', ')}</td>
<td class="money" data-label="Charge">${dollars(line.charge)}</td>
${adjudication && decisionCells(decided)}
</tr>`;
};

/** REF*6R names the line; a payer that leaves it out is matched by the procedure. */
const adjudicatedLine = (line: ClaimLine, { lines }: Adjudication): AdjudicatedLine | undefined =>
  lines.find(({ lineNumber }) => lineNumber === line.lineNumber) ??
  lines.find(({ lineNumber, procedure }) => lineNumber === undefined && procedure === line.procedure);

const decisionCells = (decided: AdjudicatedLine | undefined): Html =>
  decided
    ? html`<td class="money" data-label="Paid">${dollars(decided.paid)}</td><td data-label="Adjustments">${adjustmentList(decided)}</td>`
    : html`<td class="money" data-label="Paid">–</td><td data-label="Adjustments">not in the payer’s answer</td>`;

const claimLevelRow = (decision: Adjudication): Html | undefined =>
  decision.adjustments.length + decision.remarks.length > 0
    ? html`<tr><th scope="row" colspan="6" data-label="">The claim as a whole</th><td data-label="Adjustments">${adjustmentList(decision)}</td></tr>`
    : undefined;

const groups = Object.keys(groupNames) as Adjustment['group'][];

/** What a payer decided about a line or about the claim as a whole. */
type Decided = Pick<AdjudicatedLine, 'adjustments' | 'remarks'>;

const adjustmentList = ({ adjustments, remarks }: Decided): Html =>
  html`<ul class="adjustments">
${groups.flatMap((group) =>
  adjustments.filter((each) => each.group === group).map((each) => adjustmentItem(each, isToDecide(each))),
)}
${remarks.map((remark) => html`<li><small>remark <code>${remark}</code></small></li>`)}
</ul>`;

const isToDecide = ({ amount, class: found }: Adjustment): boolean => amount !== 0 && found === 'disputed';

const adjustmentItem = (adjustment: Adjustment, toDecide: boolean): Html =>
  html`<li><abbr title="${groupNames[adjustment.group]}"><code>${adjustment.group}-${adjustment.reason}</code></abbr> ${dollars(adjustment.amount)}${toDecide && html` <span class="badge">to decide</span>`}</li>`;

const positionList = (claim: Claim): Html => {
  const { charge, insurancePaid, adjustments, writtenOff, receivable, patientBalance, open } =
    claimPosition(claim);
  const amount = (name: string, value: Cents) => html`<div><dt>${name}</dt><dd>${dollars(value)}</dd></div>`;
  return html`<h3>Where the money stands</h3>
<dl class="facts position">
${amount('Charged', charge)}${amount('Paid by insurance', insurancePaid)}${amount('Adjusted', adjustments)}
${writtenOff !== 0 && amount('Written off', writtenOff)}${receivable !== 0 && amount('Withheld or paid elsewhere', receivable)}
${amount('Patient', patientBalance)}
<div class="open"><dt>Open</dt><dd>${dollars(open)}</dd></div>
</dl>`;
};
