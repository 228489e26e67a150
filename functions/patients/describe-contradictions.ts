import type { Finding } from '../domain/finding.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** The front desk's work when a visit's registration and the practice's records do not go together. No values: it is mailed. */
export const describeContradictions = (findings: readonly Finding[]): TaskDraft => ({
  kind: 'patient-record',
  owner: 'front-desk',
  title: 'The registration of a visit does not go with the records of its patient',
  reasons: findings.map(({ code, path, detail }) => ({ code: `${code} ${path}`, text: detail })),
  advice:
    'Ask the patient or look at the card. Where the registration is wrong, correct encounter.json and upload it again; where the record is, correct the record. The visit goes on with what was registered.',
  actions: ['dismiss'],
});
