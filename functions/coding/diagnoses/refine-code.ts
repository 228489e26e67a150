import { type Dictionary, rangeBelow, rowOf } from '../dictionary/dictionary.ts';
import { wordKey } from '../words/word-key.ts';

/** What else the note says that may make a code more specific: vocabulary numbers with how close they stand. */
export type Surroundings = ReadonlyMap<number, number>;

export type Episode = 'A' | 'D' | 'S';

const seventh = /^\w{3}\.\w{3}([A-Z])$/;

export const ofEpisode = (code: string, episode: Episode): boolean => {
  const letter = seventh.exec(code)?.[1];
  return letter === undefined || !/[A-S]/.test(letter) || letter === episode;
};

/**
 * Guideline I.C.19.c: a fracture is closed and displaced, and an encounter initial, unless the note says otherwise;
 * I.C.20.i: what is not said to be meant was an accident. A breast is a woman's where nothing else is said; "mild" is a
 * stage, a metatarsal a bone.
 */
const defaults =
  `displaced closed initial encounter subsequent routine healing sequela accidental unintentional female stage bone part`
    .split(' ')
    .map(wordKey);

const oneSideKeys = ['right', 'left'].map(wordKey);
const sideKeys = [...oneSideKeys, wordKey('bilateral')];

const saysSide = (dictionary: Dictionary, at: number, keys = sideKeys): boolean =>
  keys.some((key) => rowOf(dictionary.codeWords, at).includes(dictionary.vocabulary.get(key) ?? -1));

export const isPresumed = (dictionary: Dictionary, word: number): boolean =>
  defaults.some((key) => dictionary.vocabulary.get(key) === word);

const supportedWordGain = 1.6;
const unsupportedWordCost = 1;

/** Places that a code names together and of which one is said: "left ankle and foot" of an ankle. */
const namedTogether = [
  'ankle foot',
  'hand wrist',
  'hip thigh',
  'heel midfoot',
  'eyelid canthus',
  'scalp neck',
  'ear external auricular canal',
].map((places) => places.split(' ').map(wordKey));

/** Whether a word of a description is the other place of two, the first of which the note says. */
export const isNamedWith = (
  { vocabulary }: Dictionary,
  word: number,
  { said, near }: { said: Uint32Array; near: Surroundings },
): boolean =>
  namedTogether.some((places) => {
    const ids = places.map((place) => vocabulary.get(place) ?? -1);
    return ids.includes(word) && ids.some((id) => id !== word && near.has(id) && said.includes(id));
  });

/** Of codes that say equally much, the unspecified one stands and the "other" one does not. */
const vagueScores = [0, 0.3, -0.5];

type Candidate = { readonly at: number; readonly score: number; readonly unsupported: number };

type Said = { readonly said: ReadonlySet<number>; readonly near: Surroundings };

const isPresumedBeside = (dictionary: Dictionary, word: number, at: number, { said, near }: Said): boolean =>
  said.has(word) ||
  isPresumed(dictionary, word) ||
  isNamedWith(dictionary, word, { said: rowOf(dictionary.codeWords, at), near });

/** What a code says beyond its heading, weighed by what the note has nearby. */
const weigh = (
  dictionary: Dictionary,
  at: number,
  note: { said: ReadonlySet<number>; shares: ReadonlyMap<number, number>; near: Surroundings },
): Candidate => {
  let score = vagueScores[dictionary.vague[at] ?? 0] ?? 0;
  let unsupported = 0;
  for (const word of rowOf(dictionary.codeWords, at)) {
    const telling = 1 - (note.shares.get(word) ?? 0);
    const closeness = note.near.get(word);
    if (closeness !== undefined) score += telling * supportedWordGain * closeness;
    // What the heading says already, or a guideline presumes, needs no word of its own.
    else if (!isPresumedBeside(dictionary, word, at, note) && telling > 0.001) {
      score -= telling * unsupportedWordCost;
      unsupported += 1;
    }
  }
  return { at, score, unsupported };
};

/**
 * The share of the codes whose description has a word: what all of them say tells nothing, nor what all say that name a
 * side ("right shoulder", beside "unspecified").
 */
const tellingShares = (dictionary: Dictionary, places: readonly number[]): ReadonlyMap<number, number> => {
  const shares = new Map(sharesOf(dictionary, places));
  const sided = places.filter((at) => saysSide(dictionary, at, oneSideKeys));
  for (const [word, share] of sharesOf(dictionary, sided)) if (share > 0.999) shares.set(word, 1);
  return shares;
};

const sharesOf = (dictionary: Dictionary, places: readonly number[]): ReadonlyMap<number, number> => {
  const shares = new Map<number, number>();
  for (const at of places) {
    for (const word of rowOf(dictionary.codeWords, at)) {
      shares.set(word, (shares.get(word) ?? 0) + 1 / places.length);
    }
  }
  return shares;
};

const bestOf = (candidates: readonly Candidate[]): number | undefined => {
  let best: Candidate | undefined;
  for (const one of candidates) if (!best || one.score > best.score) best = one;
  return best?.at;
};

/**
 * Chooses among the billable codes below a category the most specific one of which the note says every word: nothing is
 * coded that was not written. An "unspecified" code has no words of its own and so is the default (guideline I.A.9.b);
 * where all codes say something that the note does not, the "other" one is the next, and else none.
 */
export const refineCode = (
  dictionary: Dictionary,
  place: number,
  note: { near: Surroundings; episode: Episode },
): number | undefined => {
  const { from, to } = rangeBelow(dictionary, place);
  const below: number[] = [];
  for (let at = from; at < to; at += 1) {
    if (dictionary.billable[at] === 1 && ofEpisode(dictionary.codes[at] ?? '', note.episode)) below.push(at);
  }
  if (below.length < 2) return below[0];
  const said = new Set(rowOf(dictionary.codeWords, place));
  const shares = tellingShares(dictionary, below);
  const weighed = below.map((at) => weigh(dictionary, at, { said, shares, near: note.near }));
  const supported = weighed.filter(({ unsupported }) => unsupported === 0);
  if (supported.length > 0) return bestOf(supported);
  const vague = weighed.filter(({ at }) => dictionary.vague[at] !== 0 && !saysSide(dictionary, at));
  const fewest = Math.min(...vague.map(({ unsupported }) => unsupported));
  return bestOf(vague.filter(({ unsupported }) => unsupported === fewest));
};
