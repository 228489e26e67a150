import { readWords, type Word } from '../words/read-words.ts';
import { oncePerStatement } from './once-per-statement.ts';
import type { Statement } from './read-statements.ts';

/** Words that terms and notes both carry without telling anything. */
const fillers = new Set([
  'of',
  'the',
  'in',
  'with',
  'and',
  'to',
  'due',
  'for',
  'on',
  'by',
  'mellitu',
  'mellitus',
]);

type Term<T> = { readonly keys: readonly string[]; readonly meaning: T };

/** Terms by their first word: a note's word leads to the few terms that may begin with it. */
export type TermIndex<T> = ReadonlyMap<string, readonly Term<T>[]>;

export type TermMatch<T> = {
  readonly meaning: T;
  readonly statement: Statement;
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
};

/** Indexes meanings by their terms; singular, case and filler words make no difference. */
export const indexTerms = <T>(meanings: Iterable<readonly [T, readonly string[]]>): TermIndex<T> => {
  const index = new Map<string, Term<T>[]>();
  for (const [meaning, terms] of meanings) {
    for (const term of terms) {
      const keys = readWords(term)
        .map((word) => word.key)
        .filter((key) => !fillers.has(key));
      const first = keys[0];
      if (first === undefined) continue;
      const sharing = index.get(first);
      if (sharing) sharing.push({ keys, meaning });
      else index.set(first, [{ keys, meaning }]);
    }
  }
  return index;
};

/**
 * Words that may stand between those of one term: "sprain of the right lateral ankle". None where a single
 * letter is part of it, since "influenza A" is no influenza with an article nearby; "x" only means x-ray.
 */
const slackOf = (keys: readonly string[]): number => (keys.some((key) => /^[a-wyz]$/.test(key)) ? 0 : 4);

const nearest = (words: readonly Word[], key: string, from: number, taken: ReadonlySet<number>): number => {
  let best = -1;
  for (let at = 0; at < words.length; at += 1) {
    if (words[at]?.key !== key || taken.has(at)) continue;
    if (best < 0 || Math.abs(at - from) < Math.abs(best - from)) best = at;
  }
  return best;
};

const findTerm = (
  words: readonly Word[],
  keys: readonly string[],
  first: number,
): readonly number[] | undefined => {
  if (keys.length === 1) return [first];
  const taken = new Set([first]);
  for (const key of keys.slice(1)) {
    const at = nearest(words, key, first, taken);
    if (at < 0) return undefined;
    taken.add(at);
  }
  const places = [...taken].sort((a, b) => a - b);
  const span = (places.at(-1) ?? first) - (places[0] ?? first) + 1;
  return span <= keys.length + slackOf(keys) ? places : undefined;
};

const matchedAt = <T>(
  statement: Statement,
  words: readonly Word[],
  term: Term<T>,
  first: number,
): TermMatch<T>[] => {
  const matched = (findTerm(words, term.keys, first) ?? []).flatMap((at) => words[at] ?? []);
  const opening = matched[0];
  const closing = matched.at(-1);
  if (!opening || !closing) return [];
  return [{ meaning: term.meaning, statement, words: matched, start: opening.start, end: closing.end }];
};

const tellingWords = oncePerStatement(({ words }) => words.filter(({ key }) => !fillers.has(key)));

/** Every place in the statement where all words of a term stand close together, in any order. */
export const matchTerms = <T>(statement: Statement, index: TermIndex<T>): readonly TermMatch<T>[] => {
  const words = tellingWords(statement);
  const matches: TermMatch<T>[] = [];
  for (let first = 0; first < words.length; first += 1) {
    const terms = index.get(words[first]?.key ?? '');
    if (!terms) continue;
    for (const term of terms) matches.push(...matchedAt(statement, words, term, first));
  }
  return matches;
};

const sharesWord = <T>(one: TermMatch<T>, other: TermMatch<T>): boolean =>
  one.words.some((word) => other.words.some(({ start }) => start === word.start));

const isPartOf = <T>(part: TermMatch<T>, whole: TermMatch<T>): boolean =>
  part.words.length < whole.words.length &&
  part.words.every((word) => whole.words.some(({ start }) => start === word.start));

/** "Knee OA, right knee injected": of two readings of one term that share a word, the closer one holds. */
const isLooserReading = <T>(match: TermMatch<T>, other: TermMatch<T>): boolean =>
  match.meaning === other.meaning &&
  match.words.length === other.words.length &&
  match.end - match.start > other.end - other.start &&
  sharesWord(match, other);

/** Leaves out matches that a longer or closer match explains: "asthma" within "mild persistent asthma". */
export const keepMostSpecific = <T>(matches: readonly TermMatch<T>[]): readonly TermMatch<T>[] =>
  matches.length < 2
    ? matches
    : matches.filter(
        (match) => !matches.some((other) => isPartOf(match, other) || isLooserReading(match, other)),
      );
