import type { CodeSuggestion } from '../../domain/coding.ts';

/** A service that was done at the visit, with what the note leaves open about it. */
export type SuggestedProcedure = {
  readonly suggestion: CodeSuggestion;
  readonly questions: readonly string[];
};
