import type { Desk } from '../../domain/practice.ts';
import type { Task } from '../../domain/task.ts';
import { type Html, html } from '../html.ts';
import { codesFieldset } from './codes-fieldset.ts';
import { type FieldState, textField } from './form-fields.ts';

type Correctable = 'identity' | 'authorization' | 'referrer' | 'codes';

const groups: Record<Correctable, { readonly title: string; readonly fields: (state: FieldState) => Html }> =
  {
    identity: {
      title: 'Member id and patient’s name',
      fields: (state) => html`<div class="grid">
${textField(state, 'memberId', 'Member id')}
${textField(state, 'patientLastName', 'Patient’s last name')}
${textField(state, 'patientFirstName', 'Patient’s first name')}
</div>`,
    },
    authorization: {
      title: 'Prior authorization',
      fields: (state) => textField(state, 'priorAuthorization', 'Prior authorization number'),
    },
    referrer: {
      title: 'Referring provider',
      fields: (state) => html`<div class="grid">
${textField(state, 'referringNpi', 'NPI of the referring provider')}
${textField(state, 'referringLastName', 'Last name of the referring provider')}
${textField(state, 'referringFirstName', 'First name of the referring provider')}
</div>`,
    },
    codes: { title: 'Diagnoses and services', fields: codesFieldset },
  };

/** What each desk usually mends; a biller sees to whatever the payer named. */
const deskMends: Record<Desk, readonly Correctable[]> = {
  coder: ['codes'],
  biller: ['identity', 'authorization', 'referrer'],
  'front-desk': ['identity'],
  authorizations: ['authorization'],
  appeals: ['authorization'],
  credentialing: ['referrer'],
  records: ['authorization'],
};

const correctables = Object.keys(groups) as Correctable[];

/** Before a payer has looked at the services, only who is insured can be wrong. */
const correctablesOf = ({ kind }: Task): readonly Correctable[] =>
  kind === 'coverage' ? ['identity'] : correctables;

/** The fields to mend: those of the task's desk in sight, the others a click away. */
export const correctionFields = (state: FieldState, task: Task): Html => {
  const offered = correctablesOf(task);
  const near = offered.filter((each) => deskMends[task.owner].includes(each) || offered.length === 1);
  const far = offered.filter((each) => !near.includes(each));
  return html`${near.map((each) => fieldset(each, state))}
${
  far.length > 0 &&
  html`<details${state.returned && html` open`}><summary>Correct something else</summary>${far.map((each) => fieldset(each, state))}</details>`
}`;
};

const fieldset = (each: Correctable, state: FieldState): Html =>
  html`<fieldset><legend>${groups[each].title}</legend>${groups[each].fields(state)}</fieldset>`;
