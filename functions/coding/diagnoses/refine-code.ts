import { type Dictionary, rangeBelow, rowOf } from '../dictionary/dictionary.ts';
import { wordKey } from '../words/word-key.ts';

/** What else the note says that may make a code more specific: vocabulary numbers with how close they stand. */
export type Surroundings = ReadonlyMap<number, number>;

export type Episode = 'A' | 'D' | 'S';

const seventh = /^\w{3}\.\w{3}([A-Z])$/;

const ofEpisode = (code: string, episode: Episode): boolean => {
  const letter = seventh.exec(code)?.[1];
  return letter === undefined || !/[A-S]/.test(letter) || letter === episode;
};

const unsupportedWordCost = 1;
const supportedWordGain = 1.6;

/**
 * Chooses among the billable codes below a category the one that the note supports best: words of its
 * description that the note has nearby count for it, words that the note lacks against it. An "unspecified"
 * code has no words of its own and so is the default (guideline I.A.9.b).
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
  const said = { words: new Set(rowOf(dictionary.codeWords, place)), shares: sharesOf(dictionary, below) };
  let best: { at: number; score: number } | undefined;
  for (const at of below) {
    const score = supportOf(dictionary, at, { ...said, near: note.near });
    if (!best || score > best.score) best = { at, score };
  }
  return best?.at;
};

/** The share of the codes whose description has a word: what most of them say tells little. */
const sharesOf = (dictionary: Dictionary, places: readonly number[]): ReadonlyMap<number, number> => {
  const shares = new Map<number, number>();
  for (const at of places) {
    for (const word of rowOf(dictionary.codeWords, at)) {
      shares.set(word, (shares.get(word) ?? 0) + 1 / places.length);
    }
  }
  return shares;
};

/** Guideline I.C.19.c: a fracture is closed and displaced, and an encounter initial, unless the note says otherwise. */
const defaults = ['displaced', 'closed', 'initial', 'encounter', 'subsequent', 'routine', 'healing'].map(
  wordKey,
);

const isDefault = (dictionary: Dictionary, word: number): boolean =>
  defaults.some((key) => dictionary.vocabulary.get(key) === word);

/** Of codes that say equally much, the unspecified one stands and the "other" one does not. */
const vagueScores = [0, 0.3, -0.5];

const supportOf = (
  dictionary: Dictionary,
  at: number,
  note: { words: ReadonlySet<number>; shares: ReadonlyMap<number, number>; near: Surroundings },
): number => {
  let score = vagueScores[dictionary.vague[at] ?? 0] ?? 0;
  for (const word of rowOf(dictionary.codeWords, at)) {
    const telling = 1 - (note.shares.get(word) ?? 0);
    const closeness = note.near.get(word);
    if (closeness !== undefined) score += telling * supportedWordGain * closeness;
    // What the heading says already, or a guideline presumes, needs no word of its own.
    else if (!note.words.has(word) && !isDefault(dictionary, word)) score -= telling * unsupportedWordCost;
  }
  return score;
};
