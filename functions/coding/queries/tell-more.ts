import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodeSuggestion } from '../../domain/coding.ts';
import { placeEvidence } from '../note/place-evidence.ts';
import type { Statement } from '../note/read-statements.ts';
import { whatWouldSpecify } from './what-would-specify.ts';

type Read = { readonly statements: readonly Statement[]; readonly dateOfService: CalendarDate };

/** Tells of each suggestion where its words stand, and of an unspecified one which words would make it more specific. */
export const tellMore = (
  suggestions: readonly CodeSuggestion[],
  { statements, dateOfService }: Read,
): readonly CodeSuggestion[] => {
  const placed = placeEvidence(statements);
  return suggestions.map((suggestion) => {
    const specify =
      suggestion.system === 'ICD-10-CM' ? whatWouldSpecify(suggestion, dateOfService) : undefined;
    return { ...suggestion, evidence: suggestion.evidence.map(placed), ...(specify && { specify }) };
  });
};
