import type { CalendarDate } from '../../../domain/calendar.ts';
import type { Payer } from '../../../domain/payer.ts';
import { isOpenOn } from '../../../domain/tasks/action-limit.ts';
import { newClaimLimit } from '../../../domain/tasks/limits-of-claim.ts';
import type { PayerPlace } from '../../../domain/tasks/other-payer.ts';
import type { OtherPayerField } from '../../form/other-payer-form.ts';
import { day } from '../../formats.ts';
import { type Html, html } from '../../html.ts';
import type { TaskCase } from '../../task-case.ts';
import { ariaOf, type FieldState, fieldId, wrongBeside } from '../form-fields.ts';

export const placeWords: Readonly<Record<PayerPlace, string>> = {
  instead: 'instead of this payer, which has nothing to do with the visit',
  first: 'first, and the others after it',
  next: 'after this payer',
};

/** Who is billed, at which place, and what the patient has there; what the claim knows of it already may stay empty. */
export const otherPayerFieldset = (state: FieldState, taskCase: TaskCase, today: CalendarDate): Html =>
  html`${orderNow(taskCase)}
${choice(state, 'other.payerId', 'Payer', namesOf(taskCase), 'Choose a payer')}
${limitsOf(taskCase, today)}
${choice(state, 'other.place', 'It is billed', Object.entries(placeWords), 'Choose its place')}
<fieldset><legend>The patient’s coverage with it</legend>
<p><small>What the claim has of it already stays where you leave a field empty.</small></p>
<div class="grid">${field(state, 'other.memberId', 'Member id')}${field(state, 'other.groupNumber', 'Group number')}</div>
<details${state.returned && html` open`}><summary>Somebody else holds the policy, or Medicare is later</summary>
<div class="grid">${field(state, 'other.relationship', 'Patient’s relation to the holder: self, spouse, child, employee or other')}</div>
<div class="grid">${field(state, 'other.holderLastName', 'Last name of the policy holder')}${field(state, 'other.holderFirstName', 'First name of the policy holder')}</div>
<div class="grid">${field(state, 'other.holderDateOfBirth', 'Date of birth of the policy holder')}${field(state, 'other.holderGender', 'Sex of the policy holder: F, M or U')}</div>
<div class="grid">${field(state, 'other.insuranceType', 'Why Medicare is not first, such as 12 (SBR05)')}</div>
</details></fieldset>`;

const orderNow = ({ claim, payerName }: TaskCase): Html | undefined => {
  if (!claim) return undefined;
  const names = [
    ...claim.priorPayers.map((one) => one.payerName),
    payerName ?? claim.payerId,
    ...claim.nextPayers.map((one) => one.payerName),
  ];
  return html`<p>As it is now: ${names.join(', then ')}.</p>`;
};

const byName = ({ payers = [] }: TaskCase): readonly Payer[] =>
  payers.toSorted((one, other) => one.name.localeCompare(other.name));

const namesOf = (taskCase: TaskCase): [string, string][] =>
  byName(taskCase).map(({ payerId, name }) => [payerId, name]);

/** The last day for a new claim by each payer’s own contract: this payer’s limit is no limit of another one’s. */
const limitsOf = (taskCase: TaskCase, today: CalendarDate): Html => {
  const { claim } = taskCase;
  const limits = byName(taskCase).flatMap((payer) =>
    (claim ? newClaimLimit({ ...claim, priorPayers: [] }, payer) : []).map((limit) => ({ ...limit, payer })),
  );
  const open = limits.filter((limit) => isOpenOn(limit, today));
  const passed = limits.filter((limit) => !isOpenOn(limit, today));
  const inWords = open.map(({ payer, lastDay }) => `${payer.name} until ${day(lastDay)}`).join('; ');
  return html`${open.length > 0 && html`<p><small>New claims are taken by ${inWords}.</small></p>`}
${passed.map(
  ({ payer, lastDay }) =>
    html`<p class="limit">The limit of ${payer.name} for new claims passed on ${day(lastDay)}: it denies the claim as late (CARC 29), unless you prove that it was filed in time with the other payer.</p>`,
)}`;
};

const textOf = ({ form }: FieldState, name: OtherPayerField): string => form.other[name] ?? '';

const field = (state: FieldState, name: OtherPayerField, label: string): Html =>
  html`<div><label for="${fieldId(state, name)}">${label}</label>
<input id="${fieldId(state, name)}" name="${name}" value="${textOf(state, name)}" autocomplete="off"${ariaOf(state, name)}>
${wrongBeside(state, name)}</div>`;

const choice = (
  state: FieldState,
  name: OtherPayerField,
  label: string,
  options: readonly (readonly [string, string])[],
  none: string,
): Html => {
  const chosen = textOf(state, name);
  return html`<label for="${fieldId(state, name)}">${label}</label>
<select id="${fieldId(state, name)}" name="${name}"${ariaOf(state, name)}>
<option value=""${chosen === '' && html` selected`}>${none}</option>
${options.map(([value, words]) => html`<option value="${value}"${chosen === value && html` selected`}>${words}</option>`)}
</select>
${wrongBeside(state, name)}`;
};
