import { type Region, skinRegions } from '../../../../codesets/clinical-terms/measured-procedures.ts';

const plural = (word: string): string => (/[^s]$/.test(word) ? `${word}s?` : word);

const patterns = skinRegions.map(
  ({ region, words }) => [region, new RegExp(`\\b(?:${words.map(plural).join('|')})\\b`, 'gi')] as const,
);

export type NamedRegion = { readonly region: Region; readonly index: number; readonly end: number };

/** "Back of the hand", "side of the neck": the part that is meant comes after. */
const onlyRelative =
  /^\s{1,9}(aspect|side|part|portion)?\s{0,9}of\s+(the\s+|his\s+|her\s+)?(right\s+|left\s+)?(hand|neck|head|scalp|leg|arm|knee|ear|thigh|foot)/i;
/** "Hand-sewn", "on the other hand", "nose to", "back to": no part of the body. */
const noPart = /^(ed\b|\s+(to|in|for|up|pain)\b(?=\s+(the office|clinic|work|normal|\d)))/i;

/** The regions of the skin that a text names, in order; of two for the same words the longer one. */
export const regionsIn = (text: string): readonly NamedRegion[] => {
  const found = patterns.flatMap(([region, pattern]) =>
    [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ region, index, end: index + word.length })),
  );
  return found
    .filter(({ end }) => !onlyRelative.test(text.slice(end)) && !noPart.test(text.slice(end)))
    .filter(
      (one) =>
        !found.some(
          (other) =>
            other !== one &&
            other.index <= one.index &&
            other.end >= one.end &&
            other.end - other.index > one.end - one.index,
        ),
    )
    .sort((a, b) => a.index - b.index);
};

/** "2 cm laceration of the chin": the region is told after the length; "left hand 2 cm": before it. */
const leadsOn = /^[^,;]{0,40}?\b(of|to|on|over|at|in|along|lacerations?|wound|lesion|nevus|cyst)\b/i;

/** The region that belongs to a length: the one it leads on to before the next length, else the one before it. */
export const regionAt = (text: string, index: number, next = text.length): Region | undefined => {
  const named = regionsIn(text);
  const after = named.find((one) => one.index > index && one.index < next);
  if (after && leadsOn.test(text.slice(index, after.index))) return after.region;
  return (named.findLast((one) => one.end <= index) ?? after ?? named[0])?.region;
};
