import abbreviations from '../../../codesets/clinical-terms/abbreviations.json' with { type: 'json' };
import words from '../../../codesets/clinical-terms/words.json' with { type: 'json' };

/** A word of the note in the form in which the dictionary knows it; offsets are into the text read. */
export type Token = { readonly key: string; readonly start: number; readonly end: number };

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

const dropPlural = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;

const dropEnding = (word: string): string => {
  const ending = endings.find((one) => word.endsWith(one) && word.length - one.length >= shortestStem);
  return ending ? word.slice(0, -ending.length) : word;
};

/** British spellings and Latin diphthongs in the American form that the code set uses. */
const americanSpelling = (word: string): string =>
  word
    .replace(/(?<=.)aemi/g, 'emi')
    .replace(/^haem/, 'hem')
    .replace(/haemo/g, 'hemo')
    .replace(/oedem/g, 'edem')
    .replace(/oesoph/g, 'esoph')
    .replace(/^paed/, 'ped')
    .replace(/rrhoe/g, 'rrhe')
    .replace(/^oestr/, 'estr')
    .replace(/^anaes/, 'anes')
    .replace(/tumour/, 'tumor');

const stemOf = (word: string): string => dropEnding(dropPlural(americanSpelling(word)));

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

/** Prefixes written with or without a hyphen: "post-traumatic" and "posttraumatic" are one word. */
const joining =
  /^(post|non|pre|intra|extra|sub|inter|anti|peri|hyper|hypo|poly|micro|macro|osteo|retro|supra|infra|trans|multi|bi|uni|neuro|cardio|gastro)$/;

const wordPattern = /\d+(?:\.\d+)+|[\p{L}\p{N}\p{M}]+/gu;

const cancer = wordKey('cancer');
const neoplasm = wordKey('neoplasm');

const roman: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4', v: '5' };
const counted = new Set(['type', 'stage', 'grade', 'clas', 'class', 'degree', 'typ', 'stag', 'grad']);

const plain = (word: string): string =>
  /^[a-z0-9.]+$/.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const expansions = new Map(
  Object.entries(abbreviations).map(([short, long]) => [short, long.split(' ').map(wordKey)]),
);

/** What an abbreviation stands for; those with capitals ("MS", "PE") count only as written, never in a text in capitals. */
const expansionOf = (word: string, raw: string, shouting: boolean): readonly string[] | undefined =>
  expansions.get(raw) ?? (shouting || word === raw ? undefined : expansions.get(word));

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
  const digit = last !== undefined && counted.has(last) ? roman[word] : undefined;
  const region = spinalRegions[spinalLevel.exec(word)?.[1] ?? ''];
  return digit ?? region ?? wordKey(word);
};

/** The words of a text under their dictionary keys; possessive endings and diacritics make no difference. */
export const readTokens = (text: string): readonly Token[] => {
  const tokens: { key: string; start: number; end: number }[] = [];
  const shouting = isShouting(text);
  let prefix: { word: string; start: number } | undefined;
  for (const found of text.matchAll(wordPattern)) {
    const raw = plain(found[0]);
    const end = found.index + found[0].length;
    if (raw === 's' && /['’]/.test(text[found.index - 1] ?? '')) continue;
    if (text[end] === '-' && joining.test(raw) && /\p{L}/u.test(text[end + 1] ?? '')) {
      prefix = { word: (prefix?.word ?? '') + raw, start: prefix?.start ?? found.index };
      continue;
    }
    const expanded = prefix ? undefined : expansionOf(found[0], raw, shouting);
    if (expanded) {
      for (const key of expanded) tokens.push({ key, start: found.index, end });
      continue;
    }
    const last = tokens.at(-1);
    const start = prefix?.start ?? found.index;
    const key = keyOf((prefix?.word ?? '') + raw, last?.key);
    const pair = last && joined(last.key, key);
    if (last && pair) tokens[tokens.length - 1] = { key: pair, start: last.start, end };
    else tokens.push({ key, start, end });
    prefix = undefined;
  }
  return tokens;
};
