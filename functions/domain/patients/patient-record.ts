import { z } from 'zod';
import { Actor } from '../actor.ts';
import type { CalendarDate } from '../calendar.ts';
import { Patient } from '../party.ts';
import type { CoverageRecord } from './coverage-record.ts';
import { Demographics } from './demographics.ts';

/** A patient's number in the practice's own system. */
export const PatientId = Patient.shape.patientId;

/** A patient of a practice, known by the practice's own number. */
export const PatientRecord = z.object({
  practiceId: z.string(),
  patientId: PatientId,
  version: z.int().min(0).describe('of the record with its coverages'),
  demographics: Demographics,
  saidOn: z
    .record(z.string(), z.string())
    .describe(
      'for each field the day of its last word, and whose it was (`Said`): an older word changes nothing',
    ),
  mergedInto: PatientId.optional().describe('the record of the same person that stands for this one'),
  absorbed: z.array(PatientId).default([]).describe('records that were merged into this one'),
  distinctFrom: z
    .array(PatientId)
    .default([])
    .describe('who looks alike and is somebody else, as a person said'),
  coveragesSoFar: z.int().min(0).default(0).describe('numbers its coverages'),
  enteredFrom: z.string().describe('what it was first taken from: a visit, a table, a program'),
  createdAt: z.string(),
});
export type PatientRecord = z.infer<typeof PatientRecord>;

/** The record that stands for a patient, with the coverages of all records that were merged into it. */
export type PatientFile = {
  readonly record: PatientRecord;
  readonly coverages: readonly CoverageRecord[];
};

export type PatientName = { readonly practiceId: string; readonly patientId: string };

export const FieldChange = z.object({
  field: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** An entry of a patient's history: written in the same transaction as the change that it tells of. */
export const PatientEvent = z.object({
  type: z.enum(['entered', 'changed', 'coverage', 'merged', 'unmerged', 'told-apart']),
  at: z.string(),
  actor: Actor,
  source: z.string().describe('what it was taken from: a visit, a table, a program'),
  changes: z.array(FieldChange).readonly(),
});
export type PatientEvent = z.infer<typeof PatientEvent>;

/** A patient's next state, with the event that tells of it. */
export type PatientChange = {
  readonly file: PatientFile;
  /** Absent where all that is told is what the record says already. */
  readonly event?: Omit<PatientEvent, 'at'> | undefined;
};

/** Decides a change of the record as it stands, or of a patient who has none; undefined where there is nothing to change. */
export type DecidePatient = (file: PatientFile | undefined) => PatientChange | undefined;

/**
 * Applies a decision to the record that stands for a patient, whichever record of the same person is named, and
 * returns it as it then is; undefined where there is none.
 */
export type ChangePatient = (name: PatientName, decide: DecidePatient) => Promise<PatientFile | undefined>;

/** Reads the record that stands for a patient, whichever record of the same person is named. */
export type FindPatient = (name: PatientName) => Promise<PatientFile | undefined>;

/** Every number under which records know the person. */
export const idsOf = ({ record }: PatientFile): readonly string[] => [record.patientId, ...record.absorbed];

/** Who says something of a patient, and of which day it is. */
export type Told = {
  readonly on: CalendarDate;
  readonly by: 'registration' | 'table' | 'person';
  readonly actor: Actor;
  readonly source: string;
};

/** The last word on a field is that of the latest day, and of those of one day that of whoever looked closest. */
export const wordOf = ({ on, by }: Pick<Told, 'on' | 'by'>): string =>
  `${on}/${['registration', 'table', 'person'].indexOf(by)}`;
