import { budgetFor, costBetween, sites } from '../dictionary/cost-of-words.ts';
import { type Dictionary, rowOf } from '../dictionary/dictionary.ts';
import { connecting, type NotedWord } from '../dictionary/note-words.ts';

/** A term of the dictionary found in a statement: the words that make it up, and how well they fit. */
export type TermMention = {
  readonly term: number;
  readonly places: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly score: number;
};

/** Words apart at most that a term's own may stand from its rarest one. */
const reach = 12;

/** What a comma between two words counts for when the nearer of two is looked for: "swelling of one leg, pain in the other leg". */
const gapInWords = 3;

const firstTowards = (
  words: readonly NotedWord[],
  id: number,
  from: number,
  step: 1 | -1,
  taken: readonly number[],
): { at: number; away: number } => {
  let gaps = 0;
  for (let away = 1; away <= reach; away += 1) {
    const at = from + away * step;
    gaps += words[step > 0 ? at : at + 1]?.gap ?? 0;
    if (words[at]?.id === id && !taken.includes(at)) return { at, away: away + gapInWords * gaps };
  }
  return { at: -1, away: Number.POSITIVE_INFINITY };
};

const nearest = (words: readonly NotedWord[], id: number, from: number, taken: readonly number[]): number => {
  const behind = firstTowards(words, id, from, 1, taken);
  const before = firstTowards(words, id, from, -1, taken);
  return before.away < behind.away ? before.at : behind.at;
};

const placesOf = (words: readonly NotedWord[], ids: Uint32Array, anchor: number): number[] | undefined => {
  const places = [anchor];
  for (let nth = 1; nth < ids.length; nth += 1) {
    const at = nearest(words, ids[nth] ?? -1, anchor, places);
    if (at < 0) return undefined;
    places.push(at);
  }
  return places.sort((a, b) => a - b);
};

const mentionOf = (
  dictionary: Dictionary,
  words: readonly NotedWord[],
  found: { term: number; places: readonly number[] },
): TermMention[] => {
  const { term, places } = found;
  const cost = costBetween(words, places, rowOf(dictionary.optional, term));
  if (places.length > 1 && cost > budgetFor(places.length)) return [];
  const weight = places.reduce((sum, at) => sum + (dictionary.weights[words[at]?.id ?? 0] ?? 0), 0);
  const start = Math.min(...places.map((at) => words[at]?.start ?? 0));
  const end = Math.max(...places.map((at) => words[at]?.end ?? 0));
  const source = dictionary.termSource[term] ?? 0;
  return [{ term, places, start, end, score: weight - 1.5 * cost - 0.4 * source }];
};

/** Whether the statement has all words of a term; looked at in place, for this is where the time goes. */
const hasAll = ({ terms }: Dictionary, term: number, present: ReadonlySet<number>): boolean => {
  const end = terms.starts[term + 1] ?? 0;
  // The first word is the anchor, which is there.
  for (let at = (terms.starts[term] ?? 0) + 1; at < end; at += 1) {
    if (!present.has(terms.values[at] ?? -1)) return false;
  }
  return true;
};

/** Every term whose words stand close together in the statement, whatever their order. */
const termsIn = (dictionary: Dictionary, words: readonly NotedWord[]): TermMention[] => {
  const present = new Set(words.map(({ id }) => id));
  return words.flatMap(({ id }, anchor) => {
    if (id < 0) return [];
    const mentions: TermMention[] = [];
    for (const term of rowOf(dictionary.anchored, id)) {
      if (!hasAll(dictionary, term, present)) continue;
      const places = placesOf(words, rowOf(dictionary.terms, term), anchor);
      if (places) mentions.push(...mentionOf(dictionary, words, { term, places }));
    }
    return mentions;
  });
};

/** Share of a term's weight that must be its own, not already said by a better term. */
const leastOwnShare = 0.5;

const ownShare = (
  dictionary: Dictionary,
  words: readonly NotedWord[],
  mention: TermMention,
  said: ReadonlySet<number>,
): number => {
  let own = 0;
  let all = 0;
  for (const at of mention.places) {
    const weight = dictionary.weights[words[at]?.id ?? 0] ?? 0;
    all += weight;
    if (!said.has(at)) own += weight;
  }
  return own / all;
};

/** Places before which a comma, a slash or an "and" stands. */
const seams = (words: readonly NotedWord[], { places }: TermMention): readonly number[] => {
  const found: number[] = [];
  for (let at = (places[0] ?? 0) + 1; at <= (places.at(-1) ?? 0); at += 1) {
    const word = words[at];
    if (word && (word.gap > 0 || connecting.has(word.key))) found.push(at);
  }
  return found;
};

/** A comma may be a term's own ("asthma, mild") or part two conditions, each of which is a term ("CKD, hypertension"). */
const joinsTwo = (
  words: readonly NotedWord[],
  mention: TermMention,
  all: readonly TermMention[],
): boolean => {
  const others = all.filter(
    (other) => other !== mention && other.places.some((at) => mention.places.includes(at)),
  );
  return seams(words, mention).some(
    (seam) =>
      others.some(({ places }) => places.every((at) => at < seam)) &&
      others.some(({ places }) => places.every((at) => at >= seam)),
  );
};

/** Our own terms say what belongs together: "nausea and vomiting". */
const isOwnTerm = (dictionary: Dictionary, { term }: TermMention): boolean =>
  dictionary.termSource[term] === 0;

/** "Knee and hip pain" names two pains. */
const isListed = (words: readonly NotedWord[], { places }: TermMention): boolean =>
  words.slice(places[0], places.at(-1)).some(({ key }) => connecting.has(key));

/** "Hand index finger contusion" names one: where nothing but a place is new, the condition is said already. */
const saysPlaceOnly = (
  words: readonly NotedWord[],
  mention: TermMention,
  said: ReadonlySet<number>,
): boolean =>
  mention.places.some((at) => said.has(at)) &&
  mention.places.some((at) => !said.has(at)) &&
  mention.places.every((at) => said.has(at) || sites.has(words[at]?.key ?? ''));

/**
 * The terms that a statement names: the best first, and no other that says the same words again. Terms may
 * share a word, as the site in "knee pain and knee swelling", but not most of them.
 */
export const findMentions = (dictionary: Dictionary, words: readonly NotedWord[]): readonly TermMention[] => {
  const said = new Set<number>();
  const all = termsIn(dictionary, words);
  return all
    .filter((mention) => isOwnTerm(dictionary, mention) || !joinsTwo(words, mention, all))
    .sort((a, b) => b.score - a.score || a.start - b.start || a.term - b.term)
    .filter((mention) => {
      const onlyPlace = saysPlaceOnly(words, mention, said);
      if (
        onlyPlace ? !isListed(words, mention) : ownShare(dictionary, words, mention, said) <= leastOwnShare
      ) {
        return false;
      }
      for (const at of mention.places) said.add(at);
      return true;
    })
    .sort((a, b) => a.start - b.start);
};
