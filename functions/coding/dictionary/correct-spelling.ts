import ownWords from '../../../codesets/clinical-terms/words-of-their-own.json' with { type: 'json' };
import { singular } from '../words/read-words.ts';
import { soundOf } from '../words/sound-of-word.ts';
import { wordKey } from '../words/word-key.ts';
import type { Dictionary } from './dictionary.ts';

/** Shorter words are too often another word, one letter apart. */
const shortest = 6;
/** Words of the code set that are long enough to be known with a slip in them. */
const shortestMeant = 6;
const shortestSound = 4;
const shortestForThree = 9;

/** Words at most that are looked at and remembered in a process, however many a note invents. */
const mostRemembered = 20_000;

type Speller = {
  readonly byStart: ReadonlyMap<string, readonly string[]>;
  readonly bySound: ReadonlyMap<string, readonly string[]>;
  readonly spelled: ReadonlySet<string>;
  readonly known: Map<string, string | undefined>;
};

const spellers = new WeakMap<Dictionary, Speller>();

/** Misspellings mostly keep the first letter, and are as long but for one. */
const startOf = (word: string, length = word.length): string => `${word[0]}${length}`;

const spellerOf = (dictionary: Dictionary): Speller => {
  const made = spellers.get(dictionary);
  if (made) return made;
  const words = dictionary.spellings.filter((word) => word.length >= shortestMeant);
  const speller = {
    byStart: Map.groupBy(words, (word) => startOf(word)),
    bySound: Map.groupBy(words, soundOf),
    spelled: new Set(dictionary.spellings),
    known: new Map<string, string | undefined>(),
  };
  spellers.set(dictionary, speller);
  return speller;
};

/** Letters that are taken for each other because they sound alike. */
const alike = ['aeiouy', 'csz', 'ckq', 'ts', 'gj', 'mn', 'dt', 'fv', 'bp', 'xc'];

const soundAlike = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && alike.some((set) => set.includes(one) && set.includes(other));

/** How the word that is written comes from the one that is meant. */
export type Slip = 'exchanged' | 'letter' | 'sound';

/**
 * Whether one slip of the pen makes one word of the other: two letters exchanged, one left out or put in, one taken for
 * another that sounds alike. Never the first letter, and no other letter: "resection" is no misspelt "rejection".
 */
export const slipBetween = (written: string, meant: string): Slip | undefined => {
  const longer = meant.length - written.length;
  if (Math.abs(longer) > 1 || written[0] !== meant[0] || written === meant) return undefined;
  let same = 0;
  while (same < written.length && written[same] === meant[same]) same += 1;
  const [rest, otherRest] = [written.slice(same), meant.slice(same)];
  if (longer !== 0) {
    return rest.slice(longer < 0 ? 1 : 0) === otherRest.slice(longer > 0 ? 1 : 0) ? 'letter' : undefined;
  }
  if (rest[0] === otherRest[1] && rest[1] === otherRest[0] && rest.slice(2) === otherRest.slice(2)) {
    return 'exchanged';
  }
  return rest.slice(1) === otherRest.slice(1) && soundAlike(rest[0], otherRest[0]) ? 'sound' : undefined;
};

/** Words that are right as they are, though one slip from a word of the code set: English, drugs, anatomy. */
const rightAsTheyAre: ReadonlySet<string> = new Set(ownWords);

/** Beginnings and endings by which two words mean different things: no slip makes "hypotension" of "hypertension". */
const telling = [
  /^(hyper|hypo|hemi|hemo|inter|intra|peri|para|pre|pro|ante|anti|macro|micro|endo|ecto|exo|epi|sub|supra|infra|poly|oligo|brady|tachy|mono|uni|eu|dys|ana|apo)/,
  /(ectomy|ostomy|otomy|plasty|scopy)$/,
];

const differs = (one: string, other: string): boolean =>
  telling.some((part) => {
    const [said, meant] = [part.exec(one)?.[0], part.exec(other)?.[0]];
    return said !== undefined && meant !== undefined && said !== meant;
  });

const oneMeaning = (words: readonly string[]): string | undefined =>
  new Set(words.map(wordKey)).size === 1 ? words[0] : undefined;

const oneSlipAway = (word: string, { byStart }: Speller): string | undefined => {
  const near = [-1, 0, 1].flatMap((longer) =>
    (byStart.get(startOf(word, word.length + longer)) ?? []).flatMap((meant) => {
      const slip = differs(word, meant) ? undefined : slipBetween(word, meant);
      return slip ? [{ slip, meant }] : [];
    }),
  );
  const exchanged = near.filter(({ slip }) => slip === 'exchanged');
  return oneMeaning((exchanged.length > 0 ? exchanged : near).map(({ meant }) => meant));
};

/** Letters left out, put in or taken for another that make one word of the other. */
const slipsBetween = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [to, otherLetter] of [...other].entries()) {
      const same = (row[to] ?? 0) + (letter === otherLetter ? 0 : 1);
      next.push(Math.min(same, (row[to + 1] ?? 0) + 1, (next[to] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
};

/** A silent letter may be missing at the start ("neumonia"), but one vowel is not another. */
const beginsAlike = (one: string, other: string): boolean => one[0] === other[0] || !/^h?[aeiouy]/.test(one);

/** "Neumonia", "diareah", "hemmoroids": more than one letter, but the same sound. */
const soundingAlike = (word: string, { bySound }: Speller): string | undefined => {
  const sound = soundOf(word);
  if (sound.length < shortestSound) return undefined;
  const most = word.length >= shortestForThree ? 3 : 2;
  const near = (bySound.get(sound) ?? [])
    .map((meant) => ({ meant, slips: slipsBetween(word, meant) }))
    .filter(({ slips, meant }) => slips <= most && beginsAlike(word, meant) && !differs(word, meant));
  const fewest = Math.min(...near.map(({ slips }) => slips));
  return oneMeaning(near.filter(({ slips }) => slips === fewest).map(({ meant }) => meant));
};

const meantBy = (dictionary: Dictionary, word: string): string | undefined => {
  const speller = spellerOf(dictionary);
  if (speller.spelled.has(word) || speller.spelled.has(singular(word))) return undefined;
  if (rightAsTheyAre.has(word) || (word.endsWith('s') && rightAsTheyAre.has(word.slice(0, -1))))
    return undefined;
  const isInflected = dictionary.vocabulary.has(wordKey(word));
  return oneSlipAway(word, speller) ?? (isInflected ? undefined : soundingAlike(word, speller));
};

/**
 * The word of the dictionary that a misspelt one can only mean; undefined when none or several are, when it is too short
 * to tell, or a word of its own. The word is in lower case.
 */
export const correctSpelling = (dictionary: Dictionary, word: string): string | undefined => {
  if (word.length < shortest || !/^[a-z]+$/.test(word)) return undefined;
  const { known } = spellerOf(dictionary);
  if (known.has(word)) return known.get(word);
  if (known.size >= mostRemembered) return undefined;
  const meant = meantBy(dictionary, word);
  known.set(word, meant);
  return meant;
};
