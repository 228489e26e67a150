import type { Dictionary } from './dictionary.ts';

/** Shorter words are too often another word, one letter apart. */
const shortest = 7;

/** Words at most that are looked at and remembered in a process, however many a note invents. */
const mostRemembered = 20_000;

type Speller = {
  readonly buckets: ReadonlyMap<string, readonly string[]>;
  readonly known: Map<string, number>;
};

const spellers = new WeakMap<Dictionary, Speller>();

/** Misspellings mostly keep the first two letters. */
const bucketOf = (word: string): string => word.slice(0, 2);

const spellerOf = (dictionary: Dictionary): Speller => {
  const made = spellers.get(dictionary);
  if (made) return made;
  const words = [...dictionary.vocabulary.keys()].filter((word) => word.length >= shortest - 1);
  const speller = { buckets: Map.groupBy(words, bucketOf), known: new Map<string, number>() };
  spellers.set(dictionary, speller);
  return speller;
};

/** A letter left out or put in is believed in long words only: "creatin" is no misspelt "cretin". */
const shortestForLetter = 8;

/**
 * Whether two letters exchanged, or one left out or put in, make one word of the other. Not another letter, nor a slip
 * at the end: "hypodense" is no misspelt "hypotensive", and "perform" no "perforation".
 */
export const isOneSlipAway = (one: string, other: string): boolean => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let same = 0;
  while (same < one.length && one[same] === other[same]) same += 1;
  const [rest, otherRest] = [one.slice(same), other.slice(same)];
  if (one.length === other.length) {
    return rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2);
  }
  if (Math.min(one.length, other.length) < shortestForLetter) return false;
  if (rest === '' || otherRest === '') return false;
  return rest.slice(1) === otherRest || rest === otherRest.slice(1);
};

/** The number of the one vocabulary word that a misspelt word is one slip away from; -1 when none or several are. */
export const correctSpelling = (dictionary: Dictionary, word: string): number => {
  if (word.length < shortest || !/^\p{L}+$/u.test(word)) return -1;
  const { buckets, known } = spellerOf(dictionary);
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  if (known.size >= mostRemembered) return -1;
  const near = (buckets.get(bucketOf(word)) ?? []).filter((candidate) => isOneSlipAway(word, candidate));
  const id = near.length === 1 ? (dictionary.vocabulary.get(near[0] ?? '') ?? -1) : -1;
  known.set(word, id);
  return id;
};
