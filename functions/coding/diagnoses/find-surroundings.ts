import { denying } from '../dictionary/cost-of-words.ts';
import type { Dictionary } from '../dictionary/dictionary.ts';
import { connecting, type NotedWord } from '../dictionary/note-words.ts';
import type { Side } from '../note/side.ts';
import { wordKey } from '../words/word-key.ts';
import type { TermMention } from './find-mentions.ts';
import type { Surroundings } from './refine-code.ts';

/** Words this far from a mention say less and less about it. */
const closeWords = 3;
const nearWords = 8;

const closeness = (away: number): number => {
  if (away <= closeWords) return 1;
  return away <= nearWords ? 0.8 : 0.65;
};

const sideKeys: Readonly<Record<Side, string>> = {
  right: wordKey('right'),
  left: wordKey('left'),
  bilateral: wordKey('bilateral'),
};

/** The number of a side's word in the vocabulary. */
export const sideWord = (dictionary: Dictionary, side: Side): number | undefined =>
  dictionary.vocabulary.get(sideKeys[side]);

const oneSided = wordKey('unilateral');

const sidedKeys = new Set(Object.values(sideKeys));

const keysOf = (words: string): ReadonlySet<string> => new Set(words.split(' ').map(wordKey));

/** What is on the foot is on the lower limb, for which the words of the code set have "leg"; a cheek is of the face. */
const regions: readonly (readonly [string, ReadonlySet<string>])[] = [
  [wordKey('leg'), keysOf('foot toe ankle heel knee thigh calf shin hip')],
  [wordKey('arm'), keysOf('hand finger thumb wrist forearm elbow shoulder')],
  [wordKey('face'), keysOf('cheek forehead temple chin jaw')],
  [wordKey('trunk'), keysOf('back chest abdomen flank')],
];
const partCloseness = 0.7;

export type StatementWords = {
  readonly words: readonly NotedWord[];
  /** What the statement names; a place of one says nothing of another beyond a comma or an "and". */
  readonly mentions: readonly TermMention[];
};

const isSeam = (word: NotedWord): boolean => word.gap > 0 || connecting.has(word.key);

/** How far the words around a mention are about it: up to the seam before the next thing that is named. */
const reachFrom = ({ words, mentions }: StatementWords, mention: TermMention, step: 1 | -1): number => {
  const others = new Set(mentions.filter((one) => one !== mention).flatMap(({ places }) => places));
  const own = new Set(mention.places);
  let at = (step > 0 ? mention.places.at(-1) : mention.places[0]) ?? 0;
  let seam: number | undefined;
  for (at += step; at >= 0 && at < words.length; at += step) {
    const word = words[at];
    const edge = words[step > 0 ? at : at + 1];
    if (seam === undefined && edge && (isSeam(edge) || (word && connecting.has(word.key)))) seam = at;
    if (others.has(at) && !own.has(at) && seam !== undefined) return seam - step;
  }
  return at - step;
};

/** What the statement says around a mention; of the sides it names only the one that is meant. */
export const surroundingsOf = (
  statement: StatementWords,
  mention: TermMention,
  { side, dictionary }: { side: Side | undefined; dictionary: Dictionary },
): Surroundings => {
  const { words } = statement;
  const [first = 0, last = first] = [mention.places[0], mention.places.at(-1)];
  const [from, to] = [reachFrom(statement, mention, -1), reachFrom(statement, mention, 1)];
  const near = new Map<number, number>();
  let denied = false;
  for (let at = from; at <= to; at += 1) {
    const word = words[at];
    if (!word) continue;
    denied = (denied && word.gap === 0) || denying.has(word.key);
    if (word.id < 0 || sidedKeys.has(word.key) || (denied && !mention.places.includes(at))) continue;
    const away = Math.max(0, first - at, at - last);
    near.set(word.id, Math.max(near.get(word.id) ?? 0, closeness(away)));
  }
  for (const [region, places] of regions) {
    const id = dictionary.vocabulary.get(region);
    const named =
      id !== undefined && !near.has(id) && words.slice(from, to + 1).some(({ key }) => places.has(key));
    if (named) near.set(id, partCloseness);
  }
  const said = side && sideWord(dictionary, side);
  if (said !== undefined) near.set(said, 1);
  // "Undescended testis, left": what is on a side is on one.
  const one = side && side !== 'bilateral' ? dictionary.vocabulary.get(oneSided) : undefined;
  if (one !== undefined) near.set(one, 1);
  return near;
};
