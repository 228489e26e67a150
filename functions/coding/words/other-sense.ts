import otherSenses from '../../../codesets/clinical-terms/other-senses.json' with { type: 'json' };
import type { Passage, Word } from './read-words.ts';

type Neighbours = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> };

const senses = new Map<string, Neighbours>(
  Object.entries(otherSenses).map(([word, { before, after }]) => [
    word,
    { before: new Set(before), after: new Set(after) },
  ]),
);

/** The words with several senses in small letters: most words have none. */
const plainOnes = new Set([...senses.keys()].map((word) => word.toLowerCase()));

const written = ({ text, start }: Passage, word: Word): string =>
  text.slice(word.start - start, word.end - start);

/** The word beside, "#" for a number, and the sign that parts it where one does. */
const beside = (passage: Passage, at: number, step: 1 | -1): readonly string[] => {
  const [word, next] = [passage.words[at], passage.words[at + step]];
  if (!word) return [];
  const { text, start } = passage;
  const gap =
    step > 0
      ? text.slice(word.end - start, next ? next.start - start : word.end - start + 1)
      : text.slice(next ? next.end - start : 0, word.start - start);
  const sign = /[:%;,.]/.exec(gap)?.[0];
  if (sign !== undefined && sign !== ',') return [sign];
  return next && sign === undefined ? [next.plain, ...(/^\d/.test(next.plain) ? ['#'] : [])] : [];
};

/**
 * Whether the words beside one show that it means something else than the condition it can name: the ED of "seen in the
 * ED", a cold pack, a golf stroke, artificial tears. The neighbours are data (`other-senses`); those of an abbreviation
 * in capitals hold for it as written.
 */
export const hasOtherSense = (passage: Passage, at: number): boolean => {
  const word = passage.words[at];
  if (!word) return false;
  if (!plainOnes.has(word.plain)) return false;
  const sense = senses.get(word.plain) ?? senses.get(written(passage, word).toUpperCase());
  if (!sense) return false;
  return (
    beside(passage, at, -1).some((one) => sense.before.has(one)) ||
    beside(passage, at, 1).some((one) => sense.after.has(one))
  );
};
