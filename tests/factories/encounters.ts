import type { Encounter } from '../../functions/domain/encounter.ts';
import { injectionClaim } from './claims.ts';

export const aNote = `CHIEF COMPLAINT: Tired for three weeks.

HPI: 44-year-old established patient reports low energy since early September, sleeping 7 hours. No fever, no weight loss. Denies chest pain and shortness of breath. Works two jobs.

EXAM: BP 122/78, HR 70. Well appearing. Thyroid not enlarged. Heart regular, lungs clear.

ASSESSMENT
1. Fatigue, unclear cause. Possible iron deficiency.

PLAN
Will check CBC and ferritin. Return in two weeks.
`;

const spanOf = (quote: string) => {
  const start = aNote.indexOf(quote);
  return { start, end: start + quote.length, quote };
};

export const anEncounter = (change: Partial<Encounter> = {}): Encounter => ({
  practiceId: 'maple-street',
  encounterId: 'E1014',
  status: 'coding',
  version: 3,
  registration: {
    patient: injectionClaim().patient,
    coverages: [injectionClaim().coverage],
    dateOfService: '2026-10-26',
    placeOfService: '11',
    renderingProviderNpi: '1234567893',
    patientType: 'established',
  },
  document: {
    key: 'practices/maple-street/encounters/E1014/note.txt',
    digest: 'd',
    receivedAt: '2026-10-26T15:00:00.000Z',
  },
  textKey: 'extracted/maple-street/E1014/d.txt',
  suggestions: [
    {
      system: 'ICD-10-CM',
      code: 'R53.83',
      description: 'Other fatigue',
      confidence: 0.82,
      evidence: [spanOf('Fatigue'), spanOf('low energy')],
      rules: [
        'The assessment names the symptom',
        'An uncertain diagnosis is not coded in outpatient care (IV.H)',
      ],
      modifiers: [],
      units: 1,
    },
    {
      system: 'CPT',
      code: '99212',
      description: 'Office visit, established patient, straightforward',
      confidence: 0.48,
      evidence: [spanOf('established patient'), spanOf('Will check CBC and ferritin')],
      rules: ['Problems: one, undiagnosed', 'Data: two tests ordered', 'Risk: not stated'],
      modifiers: [],
      units: 1,
    },
  ],
  questions: ['The note does not say how severe the problem is: is 99212 or 99213 supported?'],
  proposal: {
    diagnoses: ['R53.83'],
    services: [{ procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] }],
  },
  findings: [],
  overrides: [],
  codesAcceptedFor: [],
  restartedFor: [],
  codingRounds: 0,
  createdAt: '2026-10-26T15:00:00.000Z',
  ...change,
});
