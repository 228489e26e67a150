import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodeSuggestion, EvidenceSpan } from '../../domain/coding.ts';

/** What a suggestion of a visit or of a service beside it is made of. */
export type Told = {
  readonly code: string;
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
  readonly rules: readonly string[];
  readonly modifiers?: readonly string[];
  readonly units?: number;
};

/** The suggestion of a code that the date knows; none without words of the note that support it. */
export const suggestionOf = (told: Told, dateOfService: CalendarDate): readonly CodeSuggestion[] => {
  const known = codeBookOn(dateOfService).procedures.entry(told.code);
  if (!known || told.evidence.length === 0) return [];
  const { system, description } = known;
  return [
    {
      system,
      code: told.code,
      description,
      confidence: told.confidence,
      evidence: [...told.evidence],
      rules: [...told.rules],
      modifiers: [...(told.modifiers ?? [])],
      units: told.units ?? 1,
    },
  ];
};
