import type { CalendarDate } from '../../../domain/calendar.ts';
import type { Range } from '../../note/qualify-mention.ts';
import type { Statement } from '../../note/read-statements.ts';
import type { Letters } from '../../words/may-say.ts';
import type { Payer } from './read-payer.ts';

/** A note as the readers of services see it, with what is known of the patient beside it. */
export type ServiceReading = {
  readonly statements: readonly Statement[];
  /** Where each statement stands among them. */
  readonly places: ReadonlyMap<Statement, number>;
  /** The note's titles, which are no statements: "DIAGNOSTIC EVALUATION". */
  readonly titles: string;
  /** All statements, by which a reader sees at once that a note has nothing for it. */
  readonly text: string;
  /** The letters of that text. */
  readonly letters: Letters;
  readonly dateOfService: CalendarDate;
  readonly ageInYears?: number;
  readonly payer?: Payer;
  /** ICD-10-CM codes of the visit. */
  readonly diagnoses: readonly string[];
};

/** Words of the note with the statement that they stand in. */
export type Said = Range & { readonly statement: Statement };

/** A service as counted or measured, before its words are looked up and its side is read. */
export type CountedService = {
  readonly code: string;
  readonly units: number;
  readonly said: readonly Said[];
  readonly modifiers?: readonly string[];
  readonly rules: readonly string[];
  readonly questions?: readonly string[];
  /** What is missing makes it a question rather than a code. */
  readonly doubtful?: boolean;
  /** Done at a lesion, wound or site of its own: modifier 59 where NCCI pairs it with another. */
  readonly ownSite?: boolean;
};

/** A service that a rule keeps off the claim, with that rule. */
export type RefusedService = {
  readonly code: string;
  readonly said: readonly Said[];
  readonly rule: string;
};

export type ReadServices = {
  readonly services: readonly CountedService[];
  readonly refused?: readonly RefusedService[];
  readonly questions?: readonly string[];
};

export const nothingRead: ReadServices = { services: [] };

/** Reads one family of services. */
export type ServiceReader = (reading: ServiceReading) => ReadServices;
