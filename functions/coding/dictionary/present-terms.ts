import type { Dictionary } from './dictionary.ts';
import type { NotedWord } from './note-words.ts';

/**
 * What is looked at for each of the thousands of terms that begin with a statement's words: `present` has 1 at the
 * numbers of those words, and 0 everywhere between two statements; `seconds` has the second word of each term, in the
 * order of `anchored`, so that most terms are passed over without a look at them. A term of one word has `none`.
 */
type Lookup = { readonly present: Uint8Array; readonly seconds: Uint32Array };

const none = 0xffffffff;

const lookups = new WeakMap<Dictionary, Lookup>();

const lookupOf = (dictionary: Dictionary): Lookup => {
  const known = lookups.get(dictionary);
  if (known) return known;
  const { anchored, terms, vocabulary } = dictionary;
  const seconds = anchored.values.map((term) => {
    const second = (terms.starts[term] ?? 0) + 1;
    return second < (terms.starts[term + 1] ?? 0) ? (terms.values[second] ?? none) : none;
  });
  const lookup = { present: new Uint8Array(vocabulary.size), seconds };
  lookups.set(dictionary, lookup);
  return lookup;
};

/** Whether the statement has all words of a term; looked at in place, for this is where the time goes. */
const hasAll = ({ terms }: Dictionary, term: number, present: Uint8Array): boolean => {
  const end = terms.starts[term + 1] ?? 0;
  // The first word is the anchor, which is there.
  for (let at = (terms.starts[term] ?? 0) + 1; at < end; at += 1) {
    if (present[terms.values[at] ?? 0] !== 1) return false;
  }
  return true;
};

/** A term with the place of its rarest word. */
type PresentTerm = { readonly term: number; readonly anchor: number };

const termsOf = (dictionary: Dictionary, id: number, { present, seconds }: Lookup): readonly number[] => {
  const { anchored } = dictionary;
  const found: number[] = [];
  const end = anchored.starts[id + 1] ?? 0;
  for (let at = anchored.starts[id] ?? 0; at < end; at += 1) {
    const second = seconds[at] ?? none;
    if (second !== none && present[second] !== 1) continue;
    const term = anchored.values[at] ?? 0;
    if (hasAll(dictionary, term, present)) found.push(term);
  }
  return found;
};

/** The terms all of whose words stand somewhere in a statement, by the places of their rarest words. */
export const presentTerms = (dictionary: Dictionary, words: readonly NotedWord[]): readonly PresentTerm[] => {
  const lookup = lookupOf(dictionary);
  for (const { id } of words) if (id >= 0) lookup.present[id] = 1;
  const found = words.flatMap(({ id }, anchor) =>
    id < 0 ? [] : termsOf(dictionary, id, lookup).map((term) => ({ term, anchor })),
  );
  for (const { id } of words) if (id >= 0) lookup.present[id] = 0;
  return found;
};
