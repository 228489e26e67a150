import { type Dictionary, rangeBelow, rowOf } from '../dictionary/dictionary.ts';
import type { Side } from '../note/side.ts';
import { wordKey } from '../words/word-key.ts';
import { sideWord } from './find-surroundings.ts';
import { closerCode, type Episode, refineCode, type Surroundings } from './refine-code.ts';

export type SidedReading = {
  /** What the note says around the mention, when it is on this side. */
  readonly near: (side: Side | undefined) => Surroundings;
  /** The words of the term. */
  readonly term: Uint32Array;
  readonly episode: Episode;
};

const sides = ['right', 'left', 'bilateral'] as const;

const saysSide = (dictionary: Dictionary, place: number, side: Side): boolean => {
  const word = sideWord(dictionary, side);
  return word !== undefined && rowOf(dictionary.codeWords, place).includes(word);
};

const placeAbove = (dictionary: Dictionary, place: number): number | undefined => {
  const above = (dictionary.codes[place] ?? '').slice(0, -1).replace(/\.$/, '');
  if (above.length < 3) return undefined;
  for (let at = place - 1; at >= 0 && dictionary.codes[at]?.startsWith(above); at -= 1) {
    if (dictionary.codes[at] === above) return at;
  }
  return undefined;
};

const sidesSaid = (dictionary: Dictionary, place: number): readonly Side[] =>
  sides.filter((one) => saysSide(dictionary, place, one));

/** Whether a side in a description is one of two that there are codes for: a bundle branch block is left by its nature. */
const isOneOfTwo = (dictionary: Dictionary, place: number, side: Side): boolean => {
  let [top, above] = [place, placeAbove(dictionary, place)];
  while (above !== undefined && saysSide(dictionary, above, side)) {
    [top, above] = [above, placeAbove(dictionary, above)];
  }
  if (above === undefined) return false;
  const size = dictionary.codes[top]?.length;
  const { from, to } = rangeBelow(dictionary, above);
  for (let at = from; at < to; at += 1) {
    if (dictionary.codes[at]?.length === size && sidesSaid(dictionary, at).some((one) => one !== side))
      return true;
  }
  return false;
};

/** Whether a code says a side that the note does not give. */
const saysOtherSide = (dictionary: Dictionary, place: number, side: Side | undefined): boolean => {
  const said = sidesSaid(dictionary, place);
  if (said.length === 0 || (side !== undefined && said.includes(side))) return false;
  return said.some((one) => isOneOfTwo(dictionary, place, one));
};

type Sided = { readonly near: Surroundings; readonly episode: Episode; readonly side: Side | undefined };

/** What a code of one side says and that of both leaves out: "right eye", "unilateral" beside "bilateral". */
const onlyOfOneSide = ['eye', 'ear', 'unilateral', 'right', 'left'].map(wordKey);

const saysAllOf = (dictionary: Dictionary, wide: number, narrow: number): boolean => {
  const wider = rowOf(dictionary.codeWords, wide);
  const paired = onlyOfOneSide.map((key) => dictionary.vocabulary.get(key));
  return rowOf(dictionary.codeWords, narrow).every((word) => wider.includes(word) || paired.includes(word));
};

/** The code of both sides that says else what a code of one side says: M17.0 beside M17.11; undefined where there is none. */
export const codeOfBothSides = (dictionary: Dictionary, place: number): number | undefined => {
  const own = rowOf(dictionary.codeWords, place);
  const category = (dictionary.codes[place] ?? '').slice(0, 3);
  let at = place;
  while (dictionary.codes[at - 1]?.startsWith(category)) at -= 1;
  const both = sideWord(dictionary, 'bilateral');
  for (; dictionary.codes[at]?.startsWith(category); at += 1) {
    const isWhole =
      dictionary.billable[at] === 1 &&
      saysSide(dictionary, at, 'bilateral') &&
      rowOf(dictionary.codeWords, at).every((word) => word === both || own.includes(word));
    if (isWhole && saysAllOf(dictionary, at, place)) return at;
  }
  return undefined;
};

/** Headings above a code that are looked at for its side: the stage of a glaucoma stands below its side. */
const levelsAbove = 2;

/** The index often leads to the code of an unspecified side; a heading above it has those of both sides. */
const withSide = (dictionary: Dictionary, place: number, note: Sided): number | undefined => {
  const code = refineCode(dictionary, place, note);
  const { side } = note;
  if (code === undefined || side === undefined || saysSide(dictionary, code, side)) return code;
  let above = placeAbove(dictionary, place);
  for (let level = 0; level < levelsAbove && above !== undefined; level += 1) {
    const sided = refineCode(dictionary, above, note);
    if (sided !== undefined && saysSide(dictionary, sided, side)) {
      return saysAllOf(dictionary, sided, code) ? sided : code;
    }
    above = placeAbove(dictionary, above);
  }
  return code;
};

/** The unspecified code of a term that led to a code of a side which the note does not give: "right" was of another phrase. */
const withoutSide = (dictionary: Dictionary, place: number, note: Sided): number | undefined => {
  for (
    let above = placeAbove(dictionary, place);
    above !== undefined;
    above = placeAbove(dictionary, above)
  ) {
    const code = refineCode(dictionary, above, note);
    if (code !== undefined && !saysOtherSide(dictionary, code, note.side)) return code;
  }
  return undefined;
};

/** "Colon cancer, stage II, sigmoid": the words of a more specific code may stand beyond those that the index leads by. */
const asSaidNear = (dictionary: Dictionary, code: number | undefined, note: Sided): number | undefined => {
  const above = code === undefined || dictionary.vague[code] !== 1 ? undefined : placeAbove(dictionary, code);
  const closer = above === undefined ? undefined : refineCode(dictionary, above, note);
  if (above === undefined || closer === undefined || dictionary.vague[closer] !== 0) return code;
  const known = rowOf(dictionary.codeWords, above);
  const telling = [...rowOf(dictionary.codeWords, closer)].filter((word) => !known.includes(word));
  return telling.length > 0 && telling.every((word) => note.near.has(word)) ? closer : code;
};

const codeFor = (
  dictionary: Dictionary,
  place: number,
  { near, term, episode }: SidedReading,
  side: Side | undefined,
): number | undefined => {
  const note = { near: near(side), episode, side };
  const named = asSaidNear(dictionary, withSide(dictionary, place, note), note);
  const code = named === undefined ? undefined : closerCode(dictionary, named, { ...note, term });
  const foreign = code !== undefined && saysOtherSide(dictionary, code, side);
  return foreign ? withoutSide(dictionary, code, note) : code;
};

/**
 * Parts of the body that the code of a side names by its description, where that of an unspecified side says all the
 * rest: of a lateral epicondylitis the elbow, of a cruciate ligament the knee, though the note need not say so.
 */
export const sitesOfSided = (
  dictionary: Dictionary,
  place: number,
  reading: SidedReading,
  sites: Iterable<string>,
): readonly string[] => {
  const [sided, open] = (['right', undefined] as const).map((side) =>
    codeFor(dictionary, place, reading, side),
  );
  if (sided === undefined || open === undefined || !saysSide(dictionary, sided, 'right')) return [];
  const said = rowOf(dictionary.codeWords, sided);
  if (!rowOf(dictionary.codeWords, open).every((word) => said.includes(word))) return [];
  return [...sites].filter((site) => said.includes(dictionary.vocabulary.get(site) ?? -1));
};

/**
 * The codes of a term whose mention is on a side, or on none that the note tells. Guideline I.B.13: where no code is for
 * both sides, one for the right and one for the left.
 */
export const codesForSide = (
  dictionary: Dictionary,
  place: number,
  reading: SidedReading,
  side: Side | undefined,
): readonly number[] => {
  if (side === 'bilateral') {
    const whole = withSide(dictionary, place, { ...reading, near: reading.near(side), side });
    if (whole !== undefined && saysSide(dictionary, whole, side)) return [whole];
    const [right, left] = [
      codeFor(dictionary, place, reading, 'right'),
      codeFor(dictionary, place, reading, 'left'),
    ];
    const pair =
      right !== undefined &&
      left !== undefined &&
      saysSide(dictionary, right, 'right') &&
      saysSide(dictionary, left, 'left');
    if (pair) {
      const both = codeOfBothSides(dictionary, right);
      return both === undefined ? [right, left] : [both];
    }
  }
  return [codeFor(dictionary, place, reading, side)].filter((code) => code !== undefined);
};
