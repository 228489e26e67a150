import abbreviations from '../../../codesets/clinical-terms/abbreviations.json' with { type: 'json' };
import noCondition from '../../../codesets/clinical-terms/no-condition.json' with { type: 'json' };
import clinicalWords from '../../../codesets/clinical-terms/words.json' with { type: 'json' };
import { keysOfTerm } from '../words/read-tokens.ts';
import { readWords } from '../words/read-words.ts';
import { wordKey } from '../words/word-key.ts';

/** A way in which the code set, or a clinician, names what a code stands for. */
export type DictionaryTerm = {
  /** Words that must all be there, in any order. */
  readonly words: string;
  /** Nonessential modifiers: they may be there and change nothing. */
  readonly optional?: string;
  /** A code without its dot; a category or subcategory stands for the codes below it. */
  readonly code: string;
  readonly source: TermSource;
  /** The same lines under other words: they say nothing of how telling a word is. */
  readonly isAlias?: true;
};

/** Where a term comes from; of two that need the same words, the earlier source decides. */
export const termSources = ['synonym', 'index', 'inclusion', 'description'] as const;
export type TermSource = (typeof termSources)[number];

export type DictionaryCode = {
  readonly code: string;
  readonly description: string;
  readonly billable: boolean;
};

/** Rows of varying length one behind the other: row n is `values` from `starts[n]` to `starts[n + 1]`. */
export type Rows = { readonly starts: Uint32Array; readonly values: Uint32Array };

/**
 * Terms and codes of one edition as flat arrays, which load in milliseconds and take little memory. Words are
 * numbered by the vocabulary, codes by their place in alphabetical order, so that a category is a range.
 */
export type Dictionary = {
  readonly edition: string;
  readonly vocabulary: ReadonlyMap<string, number>;
  /** How telling a word is: the logarithm of how few terms carry it. */
  readonly weights: Float32Array;
  readonly terms: Rows;
  readonly optional: Rows;
  readonly termCode: Uint32Array;
  readonly termSource: Uint8Array;
  /** Terms by the rarest of their words. */
  readonly anchored: Rows;
  readonly codes: readonly string[];
  readonly billable: Uint8Array;
  /** 1 where the description says "unspecified", 2 where it says "other": what a code says without words. */
  readonly vague: Uint8Array;
  readonly codeWords: Rows;
  /** The words of all terms as they are spelled, for what a misspelt one can mean. */
  readonly spellings: readonly string[];
};

/** Words that carry no meaning of their own in a term or a note. */
export const fillers: ReadonlySet<string> = new Set(
  `of the a an in with and to due for on by or at from as is was were are be been his her their its this that which who
  nec nos unspecified specified other elsewhere classified site type mellitus s associated related resulting caused`
    .split(/\s+/)
    .map(wordKey),
);

const meaningful = (text: string): string[] => [
  ...new Set(keysOfTerm(text).filter((key) => !fillers.has(key))),
];

const keyOf = (words: readonly string[]): string => [...words].sort().join(' ');

/** The words by which two terms are the same, whatever their order. */
export const wordsOfTerm = (term: string): string => keyOf(meaningful(term));

/** Words that the index lists but that name no condition alone: "Examination", "Old", "Lesion". */
const namesNothing = new Set(noCondition.map((phrase) => keyOf(meaningful(phrase))));

const rowsOf = (lists: readonly (readonly number[])[]): Rows => {
  const starts = new Uint32Array(lists.length + 1);
  let total = 0;
  lists.forEach((list, at) => {
    total += list.length;
    starts[at + 1] = total;
  });
  const values = new Uint32Array(total);
  lists.forEach((list, at) => {
    values.set(list, starts[at]);
  });
  return { starts, values };
};

export const rowOf = (rows: Rows, at: number): Uint32Array =>
  rows.values.subarray(rows.starts[at] ?? 0, rows.starts[at + 1] ?? 0);

type Gathered = { ids: number[]; optional: number[]; code: number; source: number; isAlias: boolean };

/** Numbers words in the order in which they come. */
const numberWords = () => {
  const vocabulary = new Map<string, number>();
  const idOf = (key: string): number => {
    const known = vocabulary.get(key);
    if (known !== undefined) return known;
    vocabulary.set(key, vocabulary.size);
    return vocabulary.size - 1;
  };
  return { vocabulary, idOf };
};

/**
 * What a code's description adds to the words of its terms: those behind "without" or "not" are no help, and what it
 * includes beside, or has in parentheses, need not be said.
 */
const describingWords = (description: string): string =>
  description
    .replace(/,? (including|not elsewhere classified|with or without)\b.*?(?=[,;]|$)/gi, ' ')
    .replace(/\([^)]{0,300}\)|\[[^\]]{0,300}\]/g, ' ')
    .replace(/\bwithout (?:[\w ]+, )+and [\w ]+$/i, ' ')
    .replace(/\b(without|not|no)\b.*?(?=\bof (?:right|left|unspecified|bilateral)\b|[,;]|$)/gi, ' ')
    .replace(/(?<=\w )unspecified (?!right\b|left\b)\w+/gi, ' ')
    .replace(/\b(stage|type|site|severity|trimester|degree|cause) unspecified\b/gi, ' ');

/** Builds the dictionary of an edition; terms of codes that it does not have are left out. */
export const buildDictionary = (
  edition: string,
  codes: readonly DictionaryCode[],
  terms: Iterable<DictionaryTerm>,
): Dictionary => {
  const sorted = [...codes].sort((a, b) => (a.code < b.code ? -1 : 1));
  const place = new Map(sorted.map(({ code }, at) => [code, at]));
  const { vocabulary, idOf } = numberWords();
  const gathered = new Map<string, Gathered>();
  const spellings = new Set<string>();
  for (const { words, optional, code, source, isAlias = false } of terms) {
    const at = place.get(code);
    const keys = meaningful(words);
    if (at === undefined || keys.length === 0) continue;
    // How an injury came about is told in sentences, not in terms; words like "shot" or "fall" mislead.
    if (source !== 'synonym' && /^[V-Y]/.test(code)) continue;
    for (const { plain } of readWords(`${words} ${optional ?? ''}`)) spellings.add(plain);
    if (source !== 'synonym' && namesNothing.has(keyOf(keys))) continue;
    const ids = keys.map(idOf).sort((a, b) => a - b);
    const rank = termSources.indexOf(source);
    const key = ids.join(' ');
    const earlier = gathered.get(key);
    if (earlier && earlier.source <= rank) continue;
    const spare = optional ? meaningful(optional).map(idOf) : [];
    gathered.set(key, { ids, optional: spare, code: at, source: rank, isAlias });
  }
  const codeWords = sorted.map(({ description }) => meaningful(describingWords(description)).map(idOf));
  return assemble({ edition, vocabulary, sorted, codeWords, gathered: [...gathered.values()], spellings });
};

/** Words of letters long enough to be looked for, and those that our own tables have for them. */
const spelledWords = (
  spellings: ReadonlySet<string>,
  vocabulary: ReadonlyMap<string, number>,
): readonly string[] =>
  [...new Set([...spellings, ...variants])]
    .filter((word) => /^[a-z]{6,}$/.test(word) && vocabulary.has(wordKey(word)))
    .sort();

const variants = [
  ...Object.entries(clinicalWords).flat(2),
  ...Object.values(abbreviations).join(' ').split(' '),
];

const vagueness = (description: string): number => {
  if (/\bunspecified\b|\bwithout complications?\b/i.test(description)) return 1;
  return /\bother\b/i.test(description) ? 2 : 0;
};

const assemble = (parts: {
  edition: string;
  vocabulary: Map<string, number>;
  sorted: readonly DictionaryCode[];
  codeWords: readonly number[][];
  gathered: readonly Gathered[];
  spellings: ReadonlySet<string>;
}): Dictionary => {
  const { vocabulary, gathered, sorted } = parts;
  const frequency = new Uint32Array(vocabulary.size);
  const counted = gathered.filter(({ isAlias }) => !isAlias);
  for (const { ids } of counted) for (const id of ids) frequency[id] = (frequency[id] ?? 0) + 1;
  const rarity = (id: number): number => frequency[id] ?? 0;
  const anchors: number[][] = Array.from({ length: vocabulary.size }, () => []);
  gathered.forEach(({ ids }, at) => {
    ids.sort((a, b) => rarity(a) - rarity(b));
    anchors[ids[0] ?? 0]?.push(at);
  });
  return {
    edition: parts.edition,
    vocabulary,
    weights: Float32Array.from(frequency, (count) => Math.log(1 + counted.length / (1 + count))),
    terms: rowsOf(gathered.map(({ ids }) => ids)),
    optional: rowsOf(gathered.map(({ optional }) => optional)),
    termCode: Uint32Array.from(gathered, ({ code }) => code),
    termSource: Uint8Array.from(gathered, ({ source }) => source),
    anchored: rowsOf(anchors),
    codes: sorted.map(({ code }) => code),
    billable: Uint8Array.from(sorted, ({ billable }) => (billable ? 1 : 0)),
    vague: Uint8Array.from(sorted, ({ description }) => vagueness(description)),
    codeWords: rowsOf(parts.codeWords),
    spellings: spelledWords(parts.spellings, vocabulary),
  };
};

/** The places of a code and everything below it. */
export const rangeBelow = (dictionary: Dictionary, place: number): { from: number; to: number } => {
  const prefix = dictionary.codes[place] ?? '';
  let to = place + 1;
  while (dictionary.codes[to]?.startsWith(prefix)) to += 1;
  return { from: place, to };
};
