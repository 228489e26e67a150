import type { DiagnosisCode } from '../code-set.ts';
import type { DrugColumn } from './drug-table.ts';
import type { NeverFirst } from './never-first.ts';
import type { Sequencing } from './sequencing.ts';

/**
 * Whether an ICD-10-CM code may stand on a claim of the date: a heading needs more characters, a code that is not in
 * force has ended or begins later, and an unknown one is in no set that answers.
 */
export type DiagnosisStanding = 'billable' | 'heading' | 'not-in-force' | 'unknown';

/** What the set that answers for the date of service says of an ICD-10-CM code. */
export interface DiagnosisFacts {
  readonly code: string;
  readonly standing: DiagnosisStanding;
  readonly description?: string;
  /** "2026", or "starter". */
  readonly edition: string;
  /** Whether that edition is of the date of service; never so of the starter set. */
  readonly inForce: boolean;
  /** Of a heading the codes directly below it. */
  readonly below: readonly string[];
  /** Of an ended code what its publisher names in its place. */
  readonly replacements: readonly string[];
}

/** A billable code with what the rules must know of it. Ages are those that a set tells; none is inferred. */
export type DiagnosisEntry = Omit<DiagnosisCode, 'terms' | 'excludes1' | 'neverFirst'> & {
  readonly edition: string;
  readonly neverFirst?: NeverFirst;
};

/** Why two codes may not stand together: the Excludes1 note (guideline I.A.12.a) and where it stands. */
export interface Exclusion {
  readonly owner: string;
  readonly note: string;
  /** The fiscal year of the Tabular List that has the note, where it is not that of the codes. */
  readonly ofYear?: string;
}

/** ICD-10-CM on a date of service, of whichever set answers for it. Codes have their dot: "E11.65". */
export interface DiagnosisBook {
  readonly find: (code: string) => DiagnosisFacts;
  /** Undefined for every code that is not billable. */
  readonly entry: (code: string) => DiagnosisEntry | undefined;
  /** Why a code never stands first; undefined where it may. */
  readonly neverFirst: (code: string) => NeverFirst | undefined;
  /** The note by which one of the codes excludes the other, whichever of them it stands at. */
  readonly exclusion: (one: string, other: string) => Exclusion | undefined;
  /** In which order codes stand, and which follow which, by the notes of the Tabular List. */
  readonly sequencing: Sequencing;
  /** The 7th characters that the code's category requires, with their meanings; empty where it requires none. */
  readonly seventhCharacters: (code: string) => ReadonlyMap<string, string>;
  /**
   * The code of a drug in the official Table of Drugs and Chemicals without its 7th character, "T46.4X5"; undefined where
   * the table is not installed or does not have the drug by that name.
   */
  readonly drug: (name: string, column: DrugColumn) => string | undefined;
}
