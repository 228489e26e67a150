import { sites } from './cost-of-words.ts';
import { commaGap, type NotedWord } from './note-words.ts';

/** Words of a statement by their places, in order. */
type Placed = { readonly places: readonly number[] };

/** "Itchy, watery eyes", "yellow, dystrophic": over a comma goes on only what names a condition before it ("asthma, mild"). */
export const isNamedBeforeComma = (
  words: readonly NotedWord[],
  { places }: Placed,
  all: readonly Placed[],
): boolean => {
  // Of longer names the words say themselves what belongs together.
  if (places.length > 2) return true;
  const first = (places[0] ?? 0) + 1;
  const seam = places.find((at) => at >= first && isCommaBefore(words, places, at));
  if (seam === undefined) return true;
  const before = places.filter((at) => at < seam);
  const isSite = (at: number): boolean => sites.has(words[at]?.key ?? '');
  // "Second degree burn, right lower leg": where it is may follow.
  if (!before.every(isSite) && places.every((at) => at < seam || isSite(at))) return true;
  return all.some((other) => other.places.every((at) => before.includes(at)));
};

/** Whether a comma stands between a word of a term and the one of its words before it. */
const isCommaBefore = (words: readonly NotedWord[], places: readonly number[], at: number): boolean => {
  const last = places[places.indexOf(at) - 1] ?? at;
  return words.slice(last + 1, at + 1).some(({ gap }) => gap === commaGap);
};
