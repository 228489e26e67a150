import type { CodeSuggestion } from '../../domain/coding.ts';
import { type AppealFacts, linesInDispute } from './appeal-facts.ts';

/** Words of the note, to the letter, and the codes that they support. */
export type Evidence = { readonly words: string; readonly codes: readonly string[] };

/** A sentence is read; a page is not. */
const longest = 400;

/** The sentence as it stands in the note about a span; of one that is too long, the quote alone. */
const sentenceAt = (
  note: string,
  { start, end, quote, sentence }: CodeSuggestion['evidence'][number],
): string | undefined => {
  if (sentence && sentence.length <= longest && note.includes(sentence)) return sentence.trim();
  if (note.slice(start, end) !== quote) return note.includes(quote) ? quote.trim() : undefined;
  const from = Math.max(...['\n', '. '].map((mark) => note.lastIndexOf(mark, start - 1) + mark.length), 0);
  const ends = ['\n', '. '].map((mark) => note.indexOf(mark, end)).filter((at) => at >= 0);
  const line = note.slice(Math.min(from, start), Math.min(...ends, note.length)).trim();
  return line.length <= longest ? line : quote.trim();
};

const spansOf = (code: string, { encounter, note = '' }: AppealFacts): readonly string[] => {
  const suggested = encounter?.suggestions.filter((one) => one.code === code && !one.weak) ?? [];
  const stated = encounter?.codingReviews?.at(-1)?.decisions.filter((one) => one.code === code) ?? [];
  return [
    ...suggested.flatMap(({ evidence }) => evidence.map((span) => sentenceAt(note, span))),
    ...stated.map(({ quote }) => quote),
  ].filter((words): words is string => words !== undefined && words !== '' && note.includes(words));
};

/**
 * The sentences of the note that support the disputed services and the diagnoses that they point to, in the order of the
 * note. Each is found in it letter by letter, or left out.
 */
export const evidenceOf = (facts: AppealFacts): readonly Evidence[] => {
  const { claim, note = '' } = facts;
  const lines = linesInDispute(claim);
  const diagnoses = lines.flatMap((line) => line.diagnosisPointers.map((at) => claim.diagnoses[at - 1]));
  const codes = [...new Set([...lines.map(({ procedure }) => procedure), ...diagnoses])];
  const byWords = new Map<string, string[]>();
  for (const code of codes)
    for (const words of code === undefined ? [] : new Set(spansOf(code, facts)))
      byWords.set(words, [...(byWords.get(words) ?? []), code ?? '']);
  return [...byWords]
    .map(([words, supported]) => ({ words, codes: supported }))
    .toSorted((one, other) => note.indexOf(one.words) - note.indexOf(other.words));
};

/** The disputed services of which the note is not known to say anything. */
export const withoutEvidence = (facts: AppealFacts): readonly string[] => {
  const supported = new Set(evidenceOf(facts).flatMap(({ codes }) => codes));
  const procedures = linesInDispute(facts.claim).map(({ procedure }) => procedure);
  return [...new Set(procedures)].filter((procedure) => !supported.has(procedure));
};
