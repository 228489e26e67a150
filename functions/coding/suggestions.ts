import type { CodeSuggestion, RejectedCode } from '../domain/coding.ts';
import type { Sureness } from './confidence/sureness.ts';
import type { CoderMemory } from './memory/coder-memory.ts';

/** Something that only the clinician or a coder can answer before the encounter is coded. */
export type CodingQuestion = { readonly text: string };

/** What is suggested for a note, what has to be asked, and what a rule keeps off the claim. */
export type CodingSuggestions = {
  readonly suggestions: readonly CodeSuggestion[];
  readonly questions: readonly CodingQuestion[];
  readonly rejected: readonly RejectedCode[];
};

export type CodingOptions = {
  /**
   * `visit`: what one outpatient claim may say. `report`: every condition that a case report names.
   * @default a report where the text has no sections of a visit
   */
  readonly setting?: 'visit' | 'report';
  /** What coders of the practice decided before. @default nothing is remembered */
  readonly memory?: CoderMemory;
  /**
   * The shipped counts by which the codes of a report are weighed where the memory knows nothing; a visit uses none.
   * @default shipped
   */
  readonly reportCounts?: 'shipped' | 'none';
  /** How sure a ground makes. @default the shipped weights */
  readonly sureness?: Sureness;
};
