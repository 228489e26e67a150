import type { RejectedCode } from '../../../domain/coding.ts';
import type { SuggestedEvaluation } from '../evaluate-visit.ts';

/** The same visit with a modifier, the rule that asks for it, and no more confidence than that rule bears. */
export const withModifier = (
  { suggestions, ...rest }: SuggestedEvaluation,
  modifier: string,
  rule: string,
  ceiling = 1,
): SuggestedEvaluation => ({
  ...rest,
  suggestions: suggestions.map((suggestion) => ({
    ...suggestion,
    modifiers: [...suggestion.modifiers, modifier],
    confidence: Math.min(suggestion.confidence, ceiling),
    rules: [...suggestion.rules, rule],
  })),
});

/** The visit kept off the claim by a rule: a coder sees it with its words and may take it all the same. */
export const rejecting = (
  { suggestions }: SuggestedEvaluation,
  rule: string,
  question?: string,
): SuggestedEvaluation => ({
  suggestions: [],
  questions: question === undefined ? [] : [question],
  rejected: suggestions.map(
    ({ code, description, evidence }): RejectedCode => ({ code, description, evidence, rule }),
  ),
});
