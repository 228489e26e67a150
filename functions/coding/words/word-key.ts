import words from '../../../codesets/clinical-terms/words.json' with { type: 'json' };
import { singular } from './read-words.ts';

/** Endings that inflect or derive without changing what is meant, longest first, so that "diabetic" meets "diabetes". */
const endings = [
  'ations',
  'ically',
  'ation',
  'ative',
  'ities',
  'iness',
  'ating',
  'ically',
  'ness',
  'ical',
  'ated',
  'ous',
  'ity',
  'ive',
  'ion',
  'ing',
  'ism',
  'ies',
  'ied',
  'ate',
  'ia',
  'ic',
  'ed',
  'es',
  'is',
  'y',
  'e',
  'a',
];

const shortestStem = 4;

const dropEnding = (word: string): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  return ending ? word.slice(0, -ending.length) : word;
};

/** British spellings and Latin diphthongs in the American form that the code set uses. */
const americanSpelling = (word: string): string =>
  word
    // "Anaerobic" is no Latin diphthong, nor are two letters at a word's end.
    .replace(/(?<=[b-df-hj-np-tv-z])ae(?!ro)(?=\w\w)/g, 'e')
    .replace(/(?<=[b-df-hj-np-tv-z])oe(?=\w\w)|^oe(?=\w\w)/g, 'e')
    .replace(/^ae(?=tio|sth)/, 'e')
    .replace(/rrhoea/g, 'rrhea')
    .replace(/pnoea/g, 'pnea')
    .replace(/sulph/g, 'sulf')
    .replace(/leuc(?=[oae])/g, 'leuk')
    .replace(/(?<=\w\w)our(?=$|s$|al$)/, 'or')
    .replace(/(?<=\w[bt])re$/, 'er');

const stemOf = (word: string): string => dropEnding(singular(americanSpelling(word)));

const canonical = new Map<string, string>();
for (const [meaning, variants] of Object.entries(words)) {
  const key = stemOf(meaning);
  for (const variant of variants) canonical.set(stemOf(variant), key);
}

const known = new Map<string, string>();
/** Words remembered at most: a note of a million different words must not grow the process. */
const rememberedWords = 60_000;

/** The form under which a lower-case word is looked up: American, without inflection, one of its synonyms. */
export const wordKey = (word: string): string => {
  const remembered = known.get(word);
  if (remembered !== undefined) return remembered;
  const stem = /^\p{L}{4,}$/u.test(word) ? stemOf(word) : word;
  const key = canonical.get(stem) ?? stem;
  if (known.size < rememberedWords) known.set(word, key);
  return key;
};
