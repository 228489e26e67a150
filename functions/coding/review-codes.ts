import type {
  CodeDecision,
  CodeSuggestion,
  CodeSupport,
  CodingReview,
  EncounterCodes,
} from '../domain/coding.ts';
import type { Encounter } from '../domain/encounter.ts';

/** Who confirmed codes, for which task or by which policy, and which words they named for codes of their own. */
export type Confirmation = Pick<CodingReview, 'acceptedFor' | 'by' | 'at'> & {
  readonly support: readonly CodeSupport[];
};

const stated = ({ diagnoses, services }: EncounterCodes): readonly string[] => [
  ...diagnoses,
  ...services.map(({ procedure }) => procedure),
];

const changesOf = (suggestion: CodeSuggestion, { services }: EncounterCodes): string[] => {
  const service = services.find(({ procedure }) => procedure === suggestion.code);
  if (!service) return [];
  const [before, after] = [suggestion.modifiers.join(' '), service.modifiers.join(' ')];
  return [
    ...(before === after ? [] : [`modifiers ${before || 'none'} → ${after || 'none'}`]),
    ...(suggestion.units === service.units ? [] : [`units ${suggestion.units} → ${service.units}`]),
  ];
};

const decisionOn = (suggestion: CodeSuggestion, codes: EncounterCodes): CodeDecision => {
  const { code, source, confidence, edition, rules, term } = suggestion;
  const isKept = stated(codes).includes(code);
  return {
    code,
    decision: isKept ? 'accepted' : 'rejected',
    confidence,
    rules,
    changed: changesOf(suggestion, codes),
    ...(source && { source }),
    ...(edition && { edition }),
    ...(term && { term }),
  };
};

const added = (code: string, support: readonly CodeSupport[]): CodeDecision => {
  const quote = support.find((one) => one.code === code)?.quote;
  return { code, decision: 'added', rules: [], changed: [], ...(quote && { quote }) };
};

/**
 * The audit trail of one confirmation: what became of every suggestion, with the rule trail and the edition that it
 * was decided on, and what was added.
 */
export const reviewCodes = (
  { suggestions, codingBasis }: Pick<Encounter, 'suggestions' | 'codingBasis'>,
  codes: EncounterCodes,
  { support, ...confirmation }: Confirmation,
): CodingReview => {
  const suggested = new Set(suggestions.map(({ code }) => code));
  const own = [...new Set(stated(codes))].filter((code) => !suggested.has(code));
  return {
    ...confirmation,
    ...(codingBasis && { basis: codingBasis }),
    decisions: [
      ...suggestions.map((suggestion) => decisionOn(suggestion, codes)),
      ...own.map((code) => added(code, support)),
    ],
  };
};
