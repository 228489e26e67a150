import type { Mention } from './qualify-mention.ts';
import { type Part, type PartWord, partsOf, regionOf } from './read-side-words.ts';
import type { Statement } from './read-statements.ts';
import type { Side } from './side.ts';

type Reading = {
  readonly parts: readonly Part[];
  readonly mention: Mention;
  /** The body parts that the mention itself names. */
  readonly sites: ReadonlySet<string>;
};

const overlaps = (word: PartWord, { start, end, words }: Mention): boolean =>
  words
    ? words.some((one) => one.start < word.end && word.start < one.end)
    : word.start < end && start < word.end;

/** The body parts named behind a side, up to the next side: what it is the side of. */
const objectOf = (words: readonly PartWord[], at: number): ReadonlySet<string> => {
  const object = new Set<string>();
  for (const word of words.slice(at)) {
    if (word.side !== undefined && word !== words[at]) break;
    if (word.organ) object.add(word.organ);
  }
  return object;
};

const meets = (one: ReadonlySet<string>, other: ReadonlySet<string>): boolean =>
  [...one].some((key) => other.has(key));

/** "Right worse than left" and "right and left" are both. */
const together = (sides: readonly Side[]): Side | undefined =>
  sides.includes('right') && sides.includes('left') ? 'bilateral' : sides[0];

const regionsOf = (organs: ReadonlySet<string>): ReadonlySet<string> => new Set([...organs].map(regionOf));

const distance = (word: PartWord, { start, end, words }: Mention): number => {
  const [first, last] = [words?.[0]?.start ?? start, words?.at(-1)?.end ?? end];
  // A side stands before what it is the side of; one behind it needs to be nearer.
  if (word.end <= first) return first - word.end;
  return word.start >= last ? 2 * (word.start - last) + 1 : 0;
};

/** Of the sides in the part that names the mention: the one whose object it is, else the nearest. */
const sideWithin = (part: Part, { mention, sites }: Reading): Side | undefined => {
  const given = part.words.flatMap((word, at) =>
    word.side ? [{ word, side: word.side, object: objectOf(part.words, at) }] : [],
  );
  const both = given.find(
    ({ side, object }) => side === 'bilateral' && (object.size === 0 || sites.size === 0),
  );
  const exact = given.filter(({ object }) => object.size === 0 || sites.size === 0 || meets(object, sites));
  // "Pain in the heel of the right foot": another part of the same limb, in the same words.
  const fitting =
    exact.length > 0 ? exact : given.filter(({ object }) => meets(regionsOf(object), regionsOf(sites)));
  const compared = fitting.length > 1 && part.words.some(({ isCompared }) => isCompared);
  if (both && compared) return 'bilateral';
  if (compared) return together(fitting.map(({ side }) => side));
  return fitting.toSorted((a, b) => distance(a.word, mention) - distance(b.word, mention))[0]?.side;
};

const saysOnlyPlace = (words: readonly PartWord[]): boolean =>
  words.every(({ side, isSite: site, isSlight }) => side !== undefined || site || isSlight);

const organsIn = ({ words }: Part): readonly string[] => words.flatMap(({ organ }) => organ ?? []);

const sidesIn = ({ words }: Part): readonly Side[] => words.flatMap(({ side }) => side ?? []);

/** "R knee and hip OA", "left hand, wrist and forearm pain", "Right ear: otitis media": a side carries over places. */
const carriedByPlaces = ({ parts, sites }: Reading, at: number): Side | undefined => {
  for (let before = at - 1; before >= 0; before -= 1) {
    const [part, next] = [parts[before], parts[before + 1]];
    if (!part || !next || (next.border !== 'list' && next.border !== 'label')) return undefined;
    const from = part.words.findLastIndex(({ side }) => side !== undefined);
    if (from < 0 && saysOnlyPlace(part.words) && part.words.length > 0) continue;
    if (from < 0 || !saysOnlyPlace(part.words.slice(from))) return undefined;
    if (next.border === 'label' && sites.size > 0 && !meets(sites, objectOf(part.words, from)))
      return undefined;
    return part.words[from]?.side;
  }
  return undefined;
};

/** "Right knee pain due to arthritis", "left ankle sprain with swelling": what goes with it is of the same side. */
const carriedByCause = (reading: Reading, at: number): Side | undefined => {
  const [part, before] = [reading.parts[at], reading.parts[at - 1]];
  if (part?.border !== 'cause' || !before) return undefined;
  const from = before.words.findLastIndex(({ side }) => side !== undefined);
  if (from < 0) return undefined;
  const object = objectOf(before.words, from);
  const fits = reading.sites.size === 0 || object.size === 0 || meets(object, reading.sites);
  return fits ? before.words[from]?.side : undefined;
};

/** "Knee pain, right", "cellulitis (left foot)", "knee pain, right worse than left". */
const trailing = ({ parts, sites }: Reading, at: number): Side | undefined => {
  for (let after = at + 1; after < parts.length; after += 1) {
    const part = parts[after];
    if (!part || part.border === 'stop') return undefined;
    const sides = sidesIn(part);
    if (sides.length === 0) {
      // "Knee pain, chronic, right": words that say neither place nor side part them.
      if (part.words.some(({ organ }) => organ !== undefined) || part.words.length > 2) return undefined;
      continue;
    }
    const places = organsIn(part);
    const ofMention = sites.size === 0 || places.every((key) => sites.has(key));
    return saysOnlyPlace(part.words) && ofMention ? together(sides) : undefined;
  }
  return undefined;
};

/** "Right and left knee", "right knee and left knee": one before and one here are both. */
const withPrevious = (side: Side, { parts, sites }: Reading, at: number): Side => {
  const [part, before] = [parts[at], parts[at - 1]];
  if (part?.border !== 'list' || !before || !saysOnlyPlace(before.words)) return side;
  const places = organsIn(before);
  if (!places.every((key) => sites.has(key))) return side;
  return together([side, ...sidesIn(before)]) ?? side;
};

const sideAt = (reading: Reading, at: number): Side | undefined => {
  const part = reading.parts[at];
  const within = part && sideWithin(part, reading);
  if (within) return withPrevious(within, reading, at);
  return trailing(reading, at) ?? carriedByPlaces(reading, at) ?? carriedByCause(reading, at);
};

/** "Thrombosis of the left popliteal and tibial veins": what is said of both in turn has the side of the first. */
const sideOfList = (reading: Reading, own: readonly { at: number }[]): Side | undefined => {
  const places = [...new Set(own.map(({ at }) => at))];
  const isList = places.slice(1).every((at) => reading.parts[at]?.border === 'list');
  if (places.length < 2 || !isList) return undefined;
  const sides = places.flatMap((at) => (reading.parts[at] ? sidesIn(reading.parts[at]) : []));
  return sides.length === 1 ? sides[0] : undefined;
};

/** The sides that a statement names, of whatever. */
export const sidesNamedIn = (statement: Statement): readonly Side[] => partsOf(statement).flatMap(sidesIn);

/**
 * The side that a statement gives a mention: in the same phrase, or in one that only tells where. A side of another
 * phrase or of another body part is none of it ("right shoulder pain and left knee OA"); undefined when none is given.
 */
export const readSide = (statement: Statement, mention: Mention): Side | undefined => {
  const parts = partsOf(statement);
  const own = parts.flatMap(({ words }, at) =>
    words.filter((word) => overlaps(word, mention)).map((word) => ({ at, word })),
  );
  if (own.length === 0) return parts.flatMap(sidesIn)[0];
  const placed = own.filter(({ word }) => word.organ !== undefined);
  const sites = new Set(placed.flatMap(({ word }) => word.organ ?? []));
  const reading = { parts, mention, sites };
  for (const at of new Set((placed.length > 0 ? placed : own).map((one) => one.at))) {
    const side = sideAt(reading, at);
    if (side) return side;
  }
  return sideOfList(reading, own);
};
