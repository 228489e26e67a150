import type { Task } from '../../domain/task.ts';
import { correctionGroups, deskMends, type Topic, topics } from '../form/correction-table.ts';
import { type Html, html } from '../html.ts';
import { codesFieldset } from './codes-fieldset.ts';
import { areaField, type FieldState, textField } from './form-fields.ts';

type Offered = Topic | 'codes';

// Object.keys forgets the names of the keys.
const allOffered: readonly Offered[] = [...(Object.keys(topics) as Topic[]), 'codes'];

/** Before a payer has looked at the services, only who is insured can be wrong. */
const offeredFor = ({ kind }: Task): readonly Offered[] =>
  kind === 'coverage' ? ['identity', 'patient', 'policy'] : allOffered;

const isNear = ({ owner, kind }: Task, topic: Offered): boolean => {
  if (kind === 'coverage') return topic === 'identity';
  return topic === 'codes' ? owner === 'coder' : deskMends[owner].includes(topic);
};

/** The fields to mend: those of the task's desk in sight, the others a click away. */
export const correctionFields = (state: FieldState, task: Task): Html => {
  const offered = offeredFor(task);
  const far = offered.filter((topic) => !isNear(task, topic));
  return html`<p><small>An emptied field is taken off the claim.</small></p>
${offered.filter((topic) => isNear(task, topic)).map((topic) => fieldset(topic, state))}
<details${state.returned && html` open`}><summary>Correct something else</summary>${far.map((topic) => fieldset(topic, state))}</details>`;
};

const fieldset = (topic: Offered, state: FieldState): Html =>
  topic === 'codes'
    ? html`<fieldset><legend>Diagnoses and services</legend>${codesFieldset(state)}</fieldset>`
    : html`<fieldset><legend>${topics[topic]}</legend>${correctionGroups
        .filter((group) => group.topic === topic)
        .map(
          ({ parts }) => html`<div class="grid">
${parts.map(({ name, label, holds }) => (holds === 'lines' ? areaField : textField)(state, name, label))}
</div>`,
        )}</fieldset>`;
