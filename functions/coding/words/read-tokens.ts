import abbreviations from '../../../codesets/clinical-terms/abbreviations.json' with { type: 'json' };
import { hasOtherSense } from './other-sense.ts';
import { type Passage, readPassage, type Word } from './read-words.ts';
import { wordKey } from './word-key.ts';

/** A word, or several that are one, in the form in which the dictionary knows it; offsets as the words have them. */
export type Token = { readonly key: string; readonly start: number; readonly end: number };

/** Prefixes written with or without a hyphen: "post-traumatic" and "posttraumatic" are one word. */
const joining =
  /^(post|non|pre|intra|extra|sub|inter|anti|peri|hyper|hypo|poly|micro|macro|osteo|retro|supra|infra|trans|multi|bi|uni|neuro|cardio|gastro)$/;

const cancer = wordKey('cancer');
const neoplasm = wordKey('neoplasm');

const roman: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
/** Spelled out as dictations have it: "grade two", "stage three". */
const spelledOut: Readonly<Record<string, string>> = {
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
};
const counted = new Set(['type', 'stage', 'grade', 'clas', 'class', 'degree', 'typ', 'stag', 'grad']);

const expansions = new Map(
  Object.entries(abbreviations).map(([short, long]) => [short, long.split(' ').map(wordKey)]),
);

/** In a text in capitals these are words: "TAKE ALL OF IT", "ADD IRON". */
const plainWords = new Set(
  'ADD AI ALL AS BED CA CAP CRS DES ED GIST HA HS LAD LE MASH MG MM MR MS NASH ODD PAD PD R RAD SAB SI TM L'.split(
    ' ',
  ),
);

/** What an abbreviation stands for; those with capitals ("MS", "PE") count only as written. */
const expansionOf = (word: string, plain: string, shouting: boolean): readonly string[] | undefined => {
  const known = expansions.get(plain);
  if (known || word === plain) return known;
  return shouting && plainWords.has(word) ? undefined : expansions.get(word);
};

/** The key of a word that means something else here: no term has it. */
const otherThing = '-';

const isShouting = (text: string): boolean => text.length > 12 && text === text.toUpperCase();

const isLimb = new Set(['extremity', 'limb'].map(wordKey));
const limbs = new Map([
  ['lower', wordKey('leg')],
  ['upper', wordKey('arm')],
]);

const end = wordKey('end');
const ends = new Map([
  ['lower', wordKey('distal')],
  ['upper', wordKey('proximal')],
]);

/**
 * Two words that the code set and clinicians have one for: a malignant neoplasm is a cancer, a lower
 * limb a leg, the upper end of a bone its proximal one. */
const joined = (last: string, key: string): string | undefined => {
  if (last === cancer && key === neoplasm) return cancer;
  if (key === end) return ends.get(last);
  return isLimb.has(key) ? limbs.get(last) : undefined;
};

/** Levels of the spine: "L4-L5", "C6". */
const spinalLevel = /^([cl])\d$/;
const spinalRegions: Readonly<Record<string, string>> = { c: wordKey('cervical'), l: wordKey('lumbar') };

const keyOf = (word: string, last: string | undefined): string => {
  const digit = last !== undefined && counted.has(last) ? (roman[word] ?? spelledOut[word]) : undefined;
  const region = word.length === 2 ? spinalRegions[spinalLevel.exec(word)?.[1] ?? ''] : undefined;
  return digit ?? region ?? wordKey(word);
};

/** The "s" of "Crohn's". */
const isPossessive = ({ plain, start }: Word, passage: Passage): boolean =>
  plain === 's' && /['’]/.test(passage.text[start - passage.start - 1] ?? '');

const isPrefix = ({ plain, end }: Word, { text, start }: Passage): boolean =>
  text[end - start] === '-' && joining.test(plain) && /\p{L}/u.test(text[end - start + 1] ?? '');

/** "d/o", "N/V", "a-fib": short forms whose sign parts what is one. */
const slashedAt = ({ text, start, words }: Passage, at: number): readonly string[] | undefined => {
  const [word, next] = [words[at], words[at + 1]];
  if (!word || !next || next.start !== word.end + 1) return undefined;
  return expansions.get(`${word.plain}${text[word.end - start]}${next.plain}`);
};

/** The words of a passage under their dictionary keys; possessive endings and diacritics make no difference. */
export const readTokens = (passage: Passage, meansOther = hasOtherSense): readonly Token[] => {
  const tokens: Token[] = [];
  const shouting = isShouting(passage.text);
  let prefix: { word: string; start: number } | undefined;
  let slashed = -1;
  for (const [at, word] of passage.words.entries()) {
    const { plain, end } = word;
    if (isPossessive(word, passage) || at === slashed) continue;
    const short = slashedAt(passage, at);
    if (short) {
      slashed = at + 1;
      for (const key of short)
        tokens.push({ key, start: word.start, end: passage.words[slashed]?.end ?? end });
      continue;
    }
    const start = prefix?.start ?? word.start;
    if (isPrefix(word, passage)) {
      prefix = { word: (prefix?.word ?? '') + plain, start };
      continue;
    }
    if (!prefix && meansOther(passage, at)) {
      tokens.push({ key: otherThing, start, end });
      continue;
    }
    const written = passage.text.slice(start - passage.start, end - passage.start);
    const expanded = prefix ? undefined : expansionOf(written, plain, shouting);
    if (expanded) {
      for (const key of expanded) tokens.push({ key, start, end });
      continue;
    }
    const last = tokens.at(-1);
    const key = keyOf((prefix?.word ?? '') + plain, last?.key);
    const pair = last && joined(last.key, key);
    if (last && pair) tokens[tokens.length - 1] = { key: pair, start: last.start, end };
    else tokens.push({ key, start, end });
    prefix = undefined;
  }
  return tokens;
};

/** The dictionary keys of the words of a term, which mean what the term says: "cholesterol screening" is about cholesterol. */
export const keysOfTerm = (term: string): readonly string[] =>
  readTokens(readPassage(term), () => false).map(({ key }) => key);
