import { Letters } from '../words/may-say.ts';
import { type Heading, linesIn, type NoteLine } from './headings/find-headings.ts';

/** A stretch of the note. */
export type Stretch = { readonly start: number; readonly end: number };

const date = String.raw`(?:\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}|\d{1,2}[/-]\d{1,2}|\d{1,2}/\d{4}|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:,? \d{4})?|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]* \d{4})`;
const earlier = '(?:last|previous|prior|old|older|past|earlier|preceding)';
const part =
  '(?:(?:office|clinic|progress|soap|visit|consult(?:ation)?|hospital|ed|follow[- ]?up|phone|telehealth) )?(?:visit|note|encounter|appointment|assessment(?: ?(?:/|&|and) ?plan)?|impression|plan|a ?[/&] ?p|hpi|soap|documentation|consult(?:ation)?|entry|h ?& ?p|record|text|diagnos[ei]s|problem list)s?';
/** What may stand between the words of such a line and its colon: "(1/3/26)", "from 11/10/25, Dr. Lee". */
const aside = String.raw`(?:[ ,(\[–-]*(?:from|of|on|dated|by|with|date|${date}|dr\.? \p{L}+|\p{L}+,? (?:md|np|pa|do)|office|clinic|visit|note|reviewed|for reference|copied|pasted|carried forward|copy|unchanged|assessment|plan|a/p|and|&|/)[)\]]?){0,6}`;

/** Lines that say: what follows was written at an earlier visit. */
const openings: readonly RegExp[] = [
  /^[^\p{L}\d]*(?:text |note |a\/p |hpi )?(?:copied|pasted|carried|imported|pulled|cloned|copy|brought)(?: (?:forward|over|in|text|note|and|pasted))*(?:[ ,:–-]+(?:from|of|below)\b[^.:]{0,50})?[^\p{L}\d.]*(?<colon>:|$)/iu,
  new RegExp(
    String.raw`^[^\p{L}\d]*(?:from |per |my |the )?${earlier} ${part}${aside}[\s)\]*_=–-]*(?<colon>:|$)`,
    'iu',
  ),
  new RegExp(
    String.raw`^[^\p{L}\d]*(?:from |per |my |the )?${earlier} ${part}${aside} ?[–-] (?<colon>)`,
    'iu',
  ),
  new RegExp(
    String.raw`^[^\p{L}\d]*(?:from |per )?${part} (?:from|of|dated|on)(?: (?:the|my|our|his|her))? (?:${earlier}\b|${date})${aside}[\s)\]*_=–-]*(?<colon>:|$)`,
    'iu',
  ),
  new RegExp(
    String.raw`^[^\p{L}\d]*(?:from|per|seen|dos|at) ${date}${aside}[\s)\]*_=–-]*(?<colon>:|$)`,
    'iu',
  ),
];

const closing =
  /^[^\p{L}\d]*(?:end|\/)(?: of)?(?: the)? ?(?:copied|pasted|copy|paste|prior|previous|old|last|earlier|imported|carried|quoted|note from)\b/iu;
const ofToday =
  /^[^\p{L}\d]*(?:today|this visit|current(?: visit| note| status)?\b|now\b|interval|interim|since (?:then|last|that|her|his|the)|new today|at today|addressed today|update)/iu;

/** Dated entries of a journal: the date opens the line, or a word like "visit" stands with it. */
const entry =
  /^[^\p{L}\d]*(?:(?:office|clinic|progress|follow[- ]?up)? ?(?:visit|note|encounter|seen|entry|dos|date of service|date)[ :,–-]*)?(?<date>\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})\b[ ,:)–-]*(?:(?:office|clinic|progress|follow[- ]?up|telehealth|phone)? ?(?:visit|note|encounter|seen|entry|call|follow[- ]?up|f\/u)s?)?[^\p{L}\d]*$/iu;

/** A day as a number by which days are put in order; two digits of a year are of this century. */
const dayOf = (text: string): number => {
  const [first = 0, second = 0, third = 0] = text.split(/[/.-]/).map(Number);
  const [year, month, day] = first > 31 ? [first, second, third] : [third, first, second];
  return ((year < 100 ? 2000 + year : year) * 100 + month) * 100 + day;
};

type Marked = { readonly line: number; readonly hasContent: boolean };

const isBlank = ({ text }: NoteLine): boolean => text.trim() === '';
const words = (text: string): number => text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const opens = (line: NoteLine, patterns: readonly RegExp[]): Omit<Marked, 'line'> | undefined => {
  for (const pattern of patterns) {
    const found = pattern.exec(line.text);
    if (found) return { hasContent: words(line.text.slice(found[0].length)) > 0 };
  }
  return undefined;
};

/** In a journal of several days all entries but those of the last day are of earlier visits. */
const olderEntries = (lines: readonly NoteLine[]): readonly Marked[] => {
  const entries = lines.flatMap(({ text }, line) => {
    const day = text.length < 80 ? entry.exec(text)?.groups?.date : undefined;
    return day === undefined ? [] : [{ line, day: dayOf(day) }];
  });
  const last = entries.reduce((latest, { day }) => Math.max(latest, day), 0);
  return entries.filter(({ day }) => day < last).map(({ line }) => ({ line, hasContent: false }));
};

const restarting = new Set(['reason', 'history', 'review', 'exam']);
const judging = new Set(['assessment', 'plan']);

type Note = {
  readonly lines: readonly NoteLine[];
  readonly headings: ReadonlyMap<number, Heading>;
  readonly firstJudged: number;
};

/** Where a pasted note ends: it says so, today begins, or its headings begin anew. */
const endOf = ({ lines, headings }: Note, { line: from, hasContent }: Marked): number => {
  let hasJudged = false;
  let hasHeading = false;
  let hadBlank = false;
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at] as NoteLine;
    if (closing.test(line.text)) return at + 1;
    if (ofToday.test(line.text) || opens(line, openings) || entry.test(line.text.slice(0, 80))) return at;
    if (isBlank(line)) {
      if (hasContent) return at;
      hadBlank = at > from + 1;
      continue;
    }
    const kind = headings.get(line.start)?.name?.kind;
    if (kind === undefined) continue;
    if (hasContent || (hasJudged && (restarting.has(kind) || kind === 'assessment'))) return at;
    if (hadBlank && !hasHeading) return at;
    hasHeading = true;
    hasJudged ||= judging.has(kind);
  }
  return lines.length;
};

const firstBlank = ({ lines }: Note, from: number): number => {
  const blank = lines.findIndex((line, at) => at > from + 1 && isBlank(line));
  return blank < 0 ? Math.min(from + 2, lines.length) : blank;
};

/** Where nothing would be left to assess behind pasted text that shows no end, it ends with its paragraph. */
const stretchOf = (note: Note, marked: Marked): Stretch => {
  const { lines } = note;
  const start = lines[marked.line]?.start ?? 0;
  const end = endOf(note, marked);
  const isOpen = end === lines.length;
  const last = isOpen && note.firstJudged >= start ? firstBlank(note, marked.line) : end;
  return { start, end: lines[last]?.start ?? Number.POSITIVE_INFINITY };
};

/**
 * The stretches of a note that were written at an earlier visit: pasted or carried forward, introduced as the last
 * visit's, or entries of a journal before its last day. They do not overlap and stand in order.
 */
export const findEarlierVisits = (note: string, headings: readonly Heading[]): readonly Stretch[] => {
  const lines = linesIn(note);
  const letters = new Letters([note]);
  const patterns = openings.filter((pattern) => letters.mayHave(pattern));
  const marked = [
    ...lines.flatMap((line, at) => {
      const opened = line.text.length < 4000 ? opens(line, patterns) : undefined;
      return opened ? [{ line: at, ...opened }] : [];
    }),
    ...olderEntries(lines),
  ].sort((one, other) => one.line - other.line);
  if (marked.length === 0) return [];
  const read = {
    lines,
    headings: new Map(headings.map((heading) => [heading.start, heading])),
    firstJudged:
      headings.find(({ name }) => judging.has(name?.kind ?? ''))?.start ?? Number.POSITIVE_INFINITY,
  };
  const stretches: Stretch[] = [];
  for (const one of marked) {
    const start = lines[one.line]?.start ?? 0;
    if (start >= (stretches.at(-1)?.end ?? 0)) stretches.push(stretchOf(read, one));
  }
  return stretches;
};
