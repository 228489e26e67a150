import { matchesOf } from '../words/matches-of.ts';
import { linesIn, type NoteLine } from './headings/find-headings.ts';

/** The mark before an entry of a list: what kind, its number where it has one, and its width with the space around. */
export type ListMark = {
  readonly kind: 'number' | 'hash' | 'letter' | 'bullet';
  readonly sign: string;
  readonly value: number;
  readonly indent: number;
  readonly width: number;
};

const space = String.raw`[^\S\n\r]`;
const marks: readonly (readonly [ListMark['kind'], RegExp])[] = [
  [
    'number',
    new RegExp(
      `^${space}*(?<sign>(?:problem|prob|dx|diagnosis|issue)${space}*(?:#${space}?|no\\.?${space}?)?(?<value>\\d{1,2})${space}*(?:[:.)–—-]|(?=${space}))${space}*)`,
      'iu',
    ),
  ],
  [
    'number',
    new RegExp(
      `^${space}*(?<sign>#${space}?(?<value>\\d{1,2})(?:[.:)]|${space}?[-–—])?)(?=${space}|\\p{L})${space}*`,
      'u',
    ),
  ],
  [
    'number',
    new RegExp(
      `^${space}*(?<sign>\\(${space}?(?<value>\\d{1,2})${space}?\\)[.:]?|\\[(?<boxed>\\d{1,2})\\]|(?<plain>\\d{1,2})(?:[.)]|[.)]?${space}?[-–—](?=${space}|\\p{Lu}\\p{L}{2})|:(?=${space})|[.)]-))(?=${space}|\\p{L}|$)${space}*`,
      'u',
    ),
  ],
  ['hash', new RegExp(`^${space}*(?<sign>#{1,6}|\\*\\*#)${space}?(?=\\p{L})`, 'u')],
  [
    'letter',
    new RegExp(
      `^${space}*(?<sign>\\([a-hA-H]\\)|[a-hA-H][.)]|\\([ivx]{1,4}\\)|[ivxIVX]{1,4}[.)])(?=${space})${space}*`,
      'u',
    ),
  ],
  [
    'bullet',
    new RegExp(
      `^${space}*(?<sign>[-–—*+>~o](?=${space})|[-*](?=\\p{L})(?![^\\n]*[,;]${space}?-\\p{L})|[•·●▪◦‣⁃∙►▶→➤✓✔○■□➢\\uf0b7])${space}*`,
      'u',
    ),
  ],
];

/** Numbers without a sign behind them count where they run on from one; "2 weeks" and "20 mg" are no entries. */
const bareNumber = new RegExp(
  `^${space}*(?<value>\\d{1,2})${space}+(?!(?:tab|cap|mg|mcg|ml|g|gm|kg|lb|u|unit|puff|drop|day|week|wk|month|mo|year|yr|hour|hr|min|time|x|of|to|or|and|am|pm|cm|mm|in|ft|view|cig|ppd|pack|dose|refill|visit|session|lesion|nail|step|st|nd|rd|th)s?\\b)(?=\\p{L})`,
  'iu',
);

/** Most lines begin with a word, which is no mark. */
const beginsWithWord = /^\s*(?!prob|dx|diagnosis|issue|[ivx]{2,4}[.)])\p{L}{2}/iu;

/** The mark that a line begins with; a number alone is one only where the list is known to number like this. */
export const markOf = (text: string, numbersAlone = false): ListMark | undefined => {
  if (beginsWithWord.test(text)) return undefined;
  const indent = text.search(/\S/);
  for (const [kind, pattern] of marks) {
    const found = pattern.exec(text);
    if (!found) continue;
    const { sign = '', value, boxed, plain } = found.groups ?? {};
    return { kind, sign, value: Number(value ?? boxed ?? plain ?? 0), indent, width: found[0].length };
  }
  const bare = numbersAlone ? bareNumber.exec(text) : null;
  if (!bare) return undefined;
  return { kind: 'number', sign: '', value: Number(bare.groups?.value), indent, width: bare[0].length };
};

/** Whether the lines number their entries without a sign: a line with 1 comes before one with 2. */
export const numbersAlone = (lines: readonly NoteLine[]): boolean => {
  let next = 1;
  for (const { text } of lines) {
    if (Number(bareNumber.exec(text)?.groups?.value) === next) next += 1;
    if (next > 2) return true;
  }
  return false;
};

/** Where entries of a list begin that is written in one line: "1. Gout 2. Asthma", "#Gout #Asthma", "a) gout b) asthma". */
const inlineMark =
  /(?<=^|[\s;,])(?:\(?(?<value>\d{1,2})[.)](?=\s*\p{L})|#\s?(?<hash>\d{1,2})(?:[.:)]\s*(?=\p{L})|\s+(?=\p{Lu}))|problem\s*#?(?<problem>\d{1,2})\s*[:.)-]|\(?(?<letter>[a-h])\)\s+(?=\p{L}))/giu;
const inlineHash = /(?<=^|[\s;,.])#\s?(?=\p{L})/gu;

const entryNumber = ({ value, hash, problem, letter }: Record<string, string | undefined>): number =>
  letter === undefined ? Number(value ?? hash ?? problem) : letter.toLowerCase().charCodeAt(0) - 96;

/** "1 Gout, stable  2 Asthma": numbers alone are entries where the line begins with one and each has space or a stop before it. */
const bareWithin = new RegExp(`(?<=^${space}{0,8}|[.;:?!]${space}{1,8}|${space}{2})(?=\\d)`, 'gu');

const bareEntries = (line: string): readonly number[] => {
  if (!/^\s*1\s/.test(line)) return [];
  const runs: number[] = [];
  let next = 1;
  for (const { index } of line.matchAll(bareWithin)) {
    if (Number(bareNumber.exec(line.slice(index))?.groups?.value) !== next) continue;
    runs.push(index);
    next += 1;
  }
  return runs.length > 1 ? runs.slice(1) : [];
};

/** The places at which a line's own list goes on with its next entry. */
export const entriesWithin = (line: string): readonly number[] => {
  if (!/[#)\d]/.test(line)) return [];
  const runs: number[] = [];
  let next = 1;
  for (const { index, groups = {} } of matchesOf(line, inlineMark)) {
    if (entryNumber(groups) !== next) continue;
    runs.push(index);
    next += 1;
  }
  if (runs.length > 1) return runs.filter((at) => at > 0);
  const hashes = matchesOf(line, inlineHash).map(({ index }) => index);
  return hashes.length > 1 ? hashes.filter((at) => at > 0) : bareEntries(line);
};

/** Words up to which a line above a list is its headline and not an introduction. */
const headlineWords = 8;

type Marked = { readonly text: string; readonly mark: ListMark | undefined };

const countWords = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
const indentOf = ({ text }: Marked): number => text.search(/\S/);

const headsList = (line: Marked, next: Marked | undefined): boolean =>
  line.mark === undefined &&
  next?.mark !== undefined &&
  !/[:]\s*$/.test(line.text.replace(/^[^:]{0,60}:\s*$/, '')) &&
  countWords(line.text) <= headlineWords;

/** Lists that begin anew under each headline: their numbers are steps of a plan, and the headlines are the problems. */
const restarts = (lines: readonly Marked[]): boolean =>
  lines.filter(({ mark }) => mark?.value === 1).length > 1 &&
  lines.filter((line, at) => headsList(line, lines[at + 1])).length > 1;

const opensLike =
  (first: Marked) =>
  ({ mark }: Marked): boolean =>
    mark !== undefined &&
    mark.kind === first.mark?.kind &&
    (mark.kind !== 'bullet' || mark.sign === first.mark.sign) &&
    mark.indent <= (first.mark?.indent ?? 0) + 1;

/** Without marks each line is an entry, or, where some are set in, each that is not. */
const opensByIndent = (lines: readonly Marked[]): ((line: Marked) => boolean) => {
  const least = lines.reduce((low, line) => Math.min(low, indentOf(line)), Number.POSITIVE_INFINITY);
  return (line) => indentOf(line) <= least + 1;
};

/** What opens an entry among lines that are not blank: numbers, else hashes, else headlines, else the first mark. */
export const entryOpening = (lines: readonly Marked[]): ((line: Marked) => boolean) => {
  const hash = lines.find(({ mark }) => mark?.kind === 'hash');
  const number = lines.find(({ mark }) => mark?.kind === 'number');
  if (hash && (!number || lines.indexOf(hash) < lines.indexOf(number))) return opensLike(hash);
  if (number && !restarts(lines)) return opensLike(number);
  if (lines.some((line, at) => headsList(line, lines[at + 1]))) return ({ mark }) => mark === undefined;
  const first = lines.find(({ mark }) => mark !== undefined);
  return first ? opensLike(first) : opensByIndent(lines);
};

/** The lines of a stretch with their marks. */
export const markedLines = (text: string, start: number) => {
  const lines = linesIn(text, start);
  const alone = numbersAlone(lines);
  return lines.map((line) => ({ ...line, mark: line.text === '' ? undefined : markOf(line.text, alone) }));
};
