import type { CodeSuggestion } from '../../domain/coding.ts';
import type { DiagnosisCandidate } from '../diagnoses/suggest-diagnoses.ts';
import { weakConfidence } from '../diagnoses/weigh-ground.ts';
import { groundOfReport, groundOfVisit, type NoteToWeigh, type ToldGround } from './read-grounds.ts';
import { leastStrength } from './service-signs.ts';
import { type Sureness, shippedSureness } from './sureness.ts';

/**
 * Below it a diagnosis is a question and no code: chosen on the tuning halves and the training reports, where the codes
 * below it cost more than they bring. Services and levels have the bound of their own rules instead: a visit without its
 * level is billed as none.
 */
export const leastConfidence = 0.3;

/** How sure it is that the condition is there at all: a side that is not told is asked about, and takes no code away. */
const presenceOf = ({ ground }: ToldGround, sureness: Sureness): number => {
  const { sideOpen: _open, ...signs } = ground.signs;
  return sureness({ ...ground, signs });
};

const percent = (share: number): number => Math.round(share * 100) / 100;

/** In the words of the note: what the code would say is not sure. */
const doubtAbout = ({ code, description, evidence: [first] }: CodeSuggestion): string =>
  `The note says “${first?.quote.trim() ?? ''}”, which is weak support for ${code} (${description}): does it apply to this visit?`;

const asWeak = (suggestion: CodeSuggestion): CodeSuggestion => ({
  ...suggestion,
  weak: true,
  status: 'needs-query',
  ...(suggestion.system === 'ICD-10-CM' && { question: suggestion.question ?? doubtAbout(suggestion) }),
});

const withConfidence = (
  suggestion: CodeSuggestion,
  confidence: number,
  { told, isWeak }: { told: ToldGround; isWeak: boolean },
): CodeSuggestion => {
  const { raises, lowers } = told.reasons();
  const because = { raises: [...raises], lowers: [...lowers] };
  const weighed = { ...suggestion, confidence: percent(confidence), because };
  return isWeak ? asWeak(weighed) : weighed;
};

/** Gives each suggestion of a visit the confidence that its ground makes, with its reasons, and marks the weak ones. */
export const weighVisit = (
  suggestions: readonly CodeSuggestion[],
  note: NoteToWeigh,
  sureness: Sureness = shippedSureness,
): readonly CodeSuggestion[] =>
  suggestions.map((suggestion) => {
    const told = groundOfVisit(suggestion, note);
    const confidence = sureness(told.ground);
    const isWeak =
      told.ground.kind === 'diagnosis'
        ? presenceOf(told, sureness) < leastConfidence || suggestion.confidence <= weakConfidence
        : suggestion.confidence < leastStrength;
    return withConfidence(suggestion, confidence, { told, isWeak });
  });

/** The same for the codes of a report. */
export const weighReport = (
  diagnoses: readonly DiagnosisCandidate[],
  suggestionOf: (candidate: DiagnosisCandidate) => CodeSuggestion,
  sureness: Sureness = shippedSureness,
): readonly CodeSuggestion[] =>
  diagnoses.map((candidate) => {
    const told = groundOfReport(candidate);
    const confidence = sureness(told.ground);
    return withConfidence(suggestionOf(candidate), confidence, {
      told,
      isWeak: confidence < leastConfidence,
    });
  });

/** What a weak diagnosis is asked as, where nothing else is asked about it. */
export const weakQuestions = (suggestions: readonly CodeSuggestion[]): readonly string[] =>
  suggestions.flatMap(({ weak, question }) => (weak && question !== undefined ? [question] : []));
