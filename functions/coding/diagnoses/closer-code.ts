import { type Dictionary, rangeBelow, rowOf } from '../dictionary/dictionary.ts';
import { type Episode, isNamedWith, isPresumed, ofEpisode, type Surroundings } from './refine-code.ts';

type Note = {
  readonly near: Surroundings;
  /** The words by which the index led to the code: they have had their say. */
  readonly term: Uint32Array;
  readonly episode: Episode;
};

/** Larger categories are those of injuries, whose index is as fine as their codes. */
const mostCodes = 600;

/** The place of a code's category, which stands before all of its codes. */
const categoryOf = ({ codes }: Dictionary, code: number): number => {
  const category = (codes[code] ?? '').slice(0, 3);
  let at = code;
  while (codes[at - 1]?.startsWith(category)) at -= 1;
  return at;
};

/** How telling the words are that a code adds and the note says; none where it adds one that the note does not say. */
const gainOf = (
  dictionary: Dictionary,
  at: number,
  own: Uint32Array,
  { near, term }: Omit<Note, 'episode'>,
): number => {
  const said = rowOf(dictionary.codeWords, at);
  let gain = 0;
  for (const word of said) {
    if (own.includes(word)) continue;
    if (near.has(word) && !term.includes(word)) gain += dictionary.weights[word] ?? 0;
    else if (!isPresumed(dictionary, word) && !isNamedWith(dictionary, word, { said, near })) return 0;
  }
  return gain;
};

/**
 * Guideline I.B.2: the code of the same category that says all that another says, and more that the note says beside
 * it ("vascular dementia, moderate, with agitation"), though the index leads to the other; where two say equally much,
 * none.
 */
export const closerCode = (dictionary: Dictionary, code: number, { episode, ...note }: Note): number => {
  const { from, to } = rangeBelow(dictionary, categoryOf(dictionary, code));
  if (to - from > mostCodes) return code;
  const own = rowOf(dictionary.codeWords, code);
  let best = { at: code, gain: 0, isAlone: true };
  for (let at = from; at < to; at += 1) {
    if (at === code || dictionary.billable[at] !== 1 || dictionary.vague[at] === 2) continue;
    const gain = gainOf(dictionary, at, own, note);
    if (gain === 0 || gain < best.gain || !ofEpisode(dictionary.codes[at] ?? '', episode)) continue;
    const said = rowOf(dictionary.codeWords, at);
    if (own.every((word) => said.includes(word))) best = { at, gain, isAlone: gain > best.gain };
  }
  return best.isAlone ? best.at : code;
};

/**
 * Whether the note has, beside the term, most of what another code of the category says and this one does not: it may
 * tell a kind that no code was found for.
 */
export const isHinted = (
  dictionary: Dictionary,
  code: number,
  { near, term }: Omit<Note, 'episode'>,
): boolean => {
  const { from, to } = rangeBelow(dictionary, categoryOf(dictionary, code));
  const own = rowOf(dictionary.codeWords, code);
  for (let at = from; at < Math.min(to, from + mostCodes); at += 1) {
    if (dictionary.billable[at] !== 1 || dictionary.vague[at] === 2) continue;
    let [said, unsaid] = [0, 0];
    for (const word of rowOf(dictionary.codeWords, at)) {
      if (own.includes(word) || isPresumed(dictionary, word)) continue;
      if (near.has(word) && !term.includes(word)) said += 1;
      else unsaid += 1;
    }
    if (said > unsaid) return true;
  }
  return false;
};
