import type { Finding } from '../finding.ts';
import type { Demographics } from './demographics.ts';
import {
  type FieldChange,
  type PatientFile,
  type PatientName,
  type PatientRecord,
  type Told,
  wordOf,
} from './patient-record.ts';
import { isSameContent } from './same-content.ts';
import { differingIdentity } from './same-person.ts';

const fields = [
  'lastName',
  'firstName',
  'middleName',
  'suffix',
  'dateOfBirth',
  'gender',
  'address',
  'phone',
  'dateOfDeath',
  'guarantor',
] as const satisfies readonly (keyof Demographics)[];

/** The record of a patient of whom nothing is known yet. */
export const newPatient = (
  { practiceId, patientId }: PatientName,
  demographics: Demographics,
  told: Told,
  now: Date,
): PatientRecord => ({
  practiceId,
  patientId,
  version: 0,
  demographics,
  saidOn: Object.fromEntries(
    fields.flatMap((name) => (demographics[name] === undefined ? [] : [[name, wordOf(told)]])),
  ),
  absorbed: [],
  distinctFrom: [],
  coveragesSoFar: 0,
  enteredFrom: told.source,
  createdAt: now.toISOString(),
});

/**
 * What is told of a patient, put to the record field by field: the word of a later day stands, in whatever order they
 * come. `whole` says that all fields are told, so that an absent one is emptied.
 */
export const changeDemographics = (
  record: PatientRecord,
  demographics: Partial<Demographics>,
  told: Told,
  whole = false,
): { readonly record: PatientRecord; readonly changes: readonly FieldChange[] } => {
  const word = wordOf(told);
  const newer = fields.filter(
    (name) => (whole || demographics[name] !== undefined) && word >= (record.saidOn[name] ?? ''),
  );
  const changes = newer
    .filter((field) => !isSameContent(record.demographics[field], demographics[field]))
    .map((field) => ({ field, before: record.demographics[field], after: demographics[field] }));
  const said = newer.filter(
    (field) => demographics[field] !== undefined || record.saidOn[field] !== undefined,
  );
  return {
    record: {
      ...record,
      demographics: {
        ...record.demographics,
        ...Object.fromEntries(newer.map((field) => [field, demographics[field]])),
      },
      saidOn: { ...record.saidOn, ...Object.fromEntries(said.map((field) => [field, word])) },
    },
    changes,
  };
};

const names: Readonly<Record<string, string>> = {
  lastName: 'last name',
  firstName: 'first name',
  dateOfBirth: 'birth date',
};

/**
 * What speaks against a number being the patient's: of last name, first name and birth date the record has two otherwise.
 * One alone is a correction or a new name; two are somebody else, or a number that was mistyped.
 */
export const contradictions = (file: PatientFile | undefined, told: Demographics): readonly Finding[] => {
  const differing = file ? differingIdentity(file.record.demographics, told) : [];
  if (differing.length < 2) return [];
  const words = differing.map((field) => names[field] ?? field);
  return [
    {
      code: 'other-person',
      path: 'patient.patientId',
      detail: `The record of this patient number has another ${words.join(' and another ')}: it was left as it is`,
    },
  ];
};
