import type { CodeSuggestion, SuggesterName } from '../../domain/coding.ts';
import type { CodingSuggestions } from '../suggestions.ts';
import { suggesterNames } from './suggester.ts';

/** What another suggester made of the same note. */
export type OtherSuggestions = {
  readonly name: SuggesterName;
  readonly suggested: Pick<CodingSuggestions, 'suggestions'>;
};

/** How far an agreement moves a confidence towards certainty, at most. */
const weightOfAgreement = 0.5;

const agreedBy = (own: CodeSuggestion, others: readonly OtherSuggestions[]) =>
  others.flatMap(({ name, suggested }) =>
    suggested.suggestions
      .filter(({ code }) => code === own.code)
      .map(({ confidence }) => ({ name, confidence })),
  );

/** Agreement raises the confidence, but answers no question: what the clinician has to be asked stays doubtful. */
const withAgreement = (own: CodeSuggestion, others: readonly OtherSuggestions[]): CodeSuggestion => {
  const agreed = agreedBy(own, others);
  if (agreed.length === 0) return own;
  const raise = (confidence: number, other: number) =>
    confidence + (1 - confidence) * weightOfAgreement * other;
  const raised = agreed.reduce(
    (confidence, { confidence: other }) => raise(confidence, other),
    own.confidence,
  );
  return {
    ...own,
    confidence: own.status === 'needs-query' ? own.confidence : raised,
    rules: [...own.rules, ...agreed.map(({ name }) => `${suggesterNames[name]} finds it too`)],
  };
};

/** The codes that only the others have, one entry a code, and never one that a rule of ours keeps off the claim. */
const foundByOthersOnly = (
  own: CodingSuggestions,
  others: readonly OtherSuggestions[],
): readonly CodeSuggestion[] => {
  const settled = new Set([...own.suggestions, ...own.rejected].map(({ code }) => code));
  const foreign = others.flatMap(({ name, suggested }) =>
    suggested.suggestions
      .filter(({ code }) => !settled.has(code))
      .map((one) => ({ ...one, source: name, status: 'needs-query' as const })),
  );
  return [...Map.groupBy(foreign, ({ code }) => code).values()].flatMap(([first, ...more]) =>
    first ? [{ ...first, rules: [...first.rules, ...more.flatMap(({ rules }) => rules)] }] : [],
  );
};

/**
 * The one policy on several suggesters: ours first and in our order; a code that another finds too is surer; a code
 * that only another finds is a question for the coder, and so never accepted without one.
 */
export const combineSuggestions = (
  own: CodingSuggestions,
  others: readonly OtherSuggestions[],
): { readonly combined: CodingSuggestions; readonly fromOthers: readonly CodeSuggestion[] } => {
  const fromOthers = foundByOthersOnly(own, others);
  const asked = fromOthers.map(({ code, source = 'claimwright' }) => ({
    text: `Does ${code} apply, which only ${suggesterNames[source]} finds?`,
  }));
  return {
    combined: {
      ...own,
      suggestions: own.suggestions.map((one) => withAgreement(one, others)),
      questions: [...own.questions, ...asked],
    },
    fromOthers,
  };
};
