import { personActor } from '../../functions/domain/actor.ts';
import type { Adjudication, Claim } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import { cents } from '../../functions/edi/money.ts';
import type { TaskCase } from '../../functions/tasks/task-case.ts';

/** All people, payers and numbers are invented. */
export const now = new Date('2026-11-02T10:00:00.000Z');

export const aTask = (change: Partial<Task> = {}): Task => ({
  taskId: 'C0123456789AB.1',
  practiceId: 'maple-street',
  kind: 'denial',
  owner: 'biller',
  email: 'billing@maplestreet.example',
  claimId: 'C0123456789AB',
  encounterId: 'E1001',
  title: 'The payer did not pay part of the claim',
  reasons: [{ code: 'CO-197', text: 'Authorization or notification was absent' }],
  advice: 'Look for the authorization and resubmit with its number; without one, appeal with the note.',
  actions: ['resubmit', 'appeal', 'bill-next-payer', 'bill-patient', 'write-off', 'keep-waiting', 'dismiss'],
  status: 'open',
  due: '2026-11-07T12:00:00.000Z',
  remindAt: '2026-11-05T12:00:00.000Z',
  linkNonce: 'nonce-of-the-task',
  createdAt: '2026-10-31T12:00:00.000Z',
  ...change,
});

/** The mailbox of the billing desk, as the link of its tasks names it. */
export const biller = personActor({
  mailbox: 'billing@maplestreet.example',
  practiceId: 'maple-street',
  role: 'biller',
});

export const anOutcome = (change: Partial<TaskOutcome> = {}): TaskOutcome => ({
  action: 'bill-patient',
  by: biller,
  at: now.toISOString(),
  note: '',
  ...change,
});

export const anAdjudication = (change: Partial<Adjudication> = {}): Adjudication => ({
  adjudicationId: 'file-1/1',
  submissionNumber: 1,
  claimStatusCode: '1',
  charge: cents(148_500),
  paid: cents(9_200),
  payerControlNumber: 'NW-77120',
  adjustments: [],
  remarks: [],
  lines: [
    {
      lineNumber: 1,
      procedure: '99213',
      charge: cents(14_500),
      paid: cents(9_200),
      adjustments: [
        { group: 'CO', reason: '45', amount: cents(2_800) },
        { group: 'PR', reason: '2', amount: cents(2_500) },
      ],
      remarks: [],
    },
    {
      lineNumber: 2,
      procedure: '20610',
      charge: cents(134_000),
      paid: cents(0),
      adjustments: [{ group: 'CO', reason: '197', amount: cents(134_000) }],
      remarks: ['N54'],
    },
  ],
  paymentDate: '2026-10-28',
  traceNumber: '9000123',
  ...change,
});

export const aClaim = (change: Partial<Claim> = {}): Claim => ({
  practiceId: 'maple-street',
  claimId: 'C0123456789AB',
  encounterId: 'E1001',
  patientId: 'P-204',
  payerId: 'northwind',
  responsibility: 'P',
  status: 'adjudicated',
  version: 7,
  patient: {
    patientId: 'P-204',
    lastName: 'Okafor',
    firstName: 'Miriam',
    dateOfBirth: '1961-04-09',
    gender: 'F',
    address: { line1: '12 Alder Court', city: 'Springfield', state: 'OR', postalCode: '97477' },
  },
  coverage: { payerId: 'northwind', responsibility: 'P', memberId: 'NW4410977', relationship: 'self' },
  renderingProvider: { lastName: 'Lindqvist', firstName: 'Per', npi: '1234567893' },
  dateOfService: '2026-10-12',
  placeOfService: '11',
  diagnoses: ['M17.11', 'I10'],
  lines: [
    {
      lineNumber: 1,
      procedure: '99213',
      modifiers: ['25'],
      units: 1,
      diagnosisPointers: [1, 2],
      charge: cents(14_500),
    },
    {
      lineNumber: 2,
      procedure: '20610',
      modifiers: ['RT'],
      units: 1,
      diagnosisPointers: [1],
      charge: cents(134_000),
    },
  ],
  submissions: [
    { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-10-14T09:00:00.000Z', fileName: 'f' },
  ],
  payerControlNumber: 'NW-77120',
  priorPayers: [],
  nextPayers: [],
  adjudications: [anAdjudication()],
  writeOffs: [],
  patientBilled: cents(0),
  eligibilityChecks: 1,
  followUps: 0,
  followUpsForgiven: 0,
  remittances: 1,
  decisions: [],
  createdAt: '2026-10-14T08:00:00.000Z',
  ...change,
});

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
    patient: aClaim().patient,
    coverages: [aClaim().coverage],
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
  codesAcceptedFor: [],
  codingRounds: 0,
  createdAt: '2026-10-26T15:00:00.000Z',
  ...change,
});

export const aCodingTask = (change: Partial<Task> = {}): Task => {
  const { claimId: _none, ...rest } = aTask();
  return {
    ...rest,
    taskId: 'maple-street.E1014.coding.1',
    kind: 'coding',
    owner: 'coder',
    email: 'coding@maplestreet.example',
    encounterId: 'E1014',
    title: 'A visit needs a coder',
    reasons: [{ code: 'question', text: 'How severe is the problem: is 99212 or 99213 supported?' }],
    advice: 'Read the note, confirm or replace the suggested codes, and leave out what it does not support.',
    actions: ['confirm-codes'],
    ...change,
  };
};

export const aDenialCase = (change: Partial<TaskCase> = {}): TaskCase => ({
  practiceName: 'Maple Street Family Medicine',
  timeZone: 'America/Chicago',
  claim: aClaim(),
  payerName: 'Northwind Health Plan',
  ...change,
});

export const aCodingCase = (change: Partial<TaskCase> = {}): TaskCase => ({
  practiceName: 'Maple Street Family Medicine',
  timeZone: 'America/Chicago',
  encounter: anEncounter(),
  note: aNote,
  ...change,
});
