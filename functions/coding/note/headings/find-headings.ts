import { matchesOf } from '../../words/matches-of.ts';
import { readSectionName } from './read-section-name.ts';
import type { SectionName } from './section-names.ts';

/** A line of the note without its line break; offsets are into the note. */
export type NoteLine = { readonly start: number; readonly text: string };

/** How a heading is set off from what it heads, so that headings of one rank are known. */
export type HeadingStyle = {
  readonly isUpper: boolean;
  /** "#", "**", "[", "==", … before the name. */
  readonly mark: string;
  /** Nothing else stands in the line. */
  readonly isAlone: boolean;
  /** It is an entry of a list, and a part of the note only where the list is one of its parts. */
  readonly isEntry: boolean;
};

/** A line, or a part of one, that announces a part of the note; `name` is undefined where we do not know the words. */
export type Heading = {
  readonly start: number;
  /** Where what it heads begins. */
  readonly end: number;
  readonly words: string;
  readonly name: SectionName | undefined;
  readonly style: HeadingStyle;
};

/** Where headings begin within a line: after a full stop, after wide space, or where they cannot be anything else. */
const inlineStart =
  /(?<=[.;!?)\]][^\S\n]{1,4}|\t|[^\S\n]{3}|[|][^\S\n]?)(?=(?:[\p{Lu}*[][\p{L}\p{N} /&+'’*-]{0,38}\]?\*{0,2}[^\S\n]?:))|(?<=[^\S\n])(?=(?:A\s?\/\s?P|A&P|A\+P|ASSESSMENT(?:[ /&]+(?:AND )?PLAN)?|Assessment ?[/&] ?Plan)[^\S\n]?:)/gu;

/** The lines of a text, whatever its line ends. */
export const linesIn = (text: string, start = 0): readonly NoteLine[] => {
  const lines: NoteLine[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign !== '\n' && sign !== '\r') continue;
    lines.push({ start: start + from, text: text.slice(from, at) });
    if (sign === '\r' && text[at + 1] === '\n') at += 1;
    from = at + 1;
  }
  lines.push({ start: start + from, text: text.slice(from) });
  return lines;
};

/** Beyond this many letters a line is a paragraph; headings within it are looked for in its beginning only. */
const longestLine = 4000;

/** "S: cough. O: clear A: bronchitis P: rest": two of the letters in their order make the others headings, too. */
const soap = /(?<![\p{L}\p{N}/&])[SOAP](?=[^\S\n]?:)/gu;
const soapStarts = (line: string): readonly number[] => {
  const letters = matchesOf(line, soap).map(({ index, 0: letter }) => ({ index, letter }));
  const order = letters.map(({ letter }) => letter).join('');
  return /^S?O?AP?$|^S?O?AP$|^SO?$|^OA?P?$/.test(order) && order.length > 1
    ? letters.map(({ index }) => index)
    : [];
};

/** Only a name that we know is a heading in the middle of a line. */
const isNamedAt = (text: string, at: number): boolean => {
  const words = text
    .slice(at, text.indexOf(':', at))
    .replace(/[*[\]]/g, '')
    .trim();
  return readSectionName(words) !== undefined;
};

const piecesOf = ({ start, text }: NoteLine): readonly NoteLine[] => {
  if (text.length > longestLine || !text.includes(':')) return [{ start, text }];
  const cuts = matchesOf(text, inlineStart)
    .map(({ index }) => index)
    .filter((at) => isNamedAt(text, at));
  const all = [...new Set([0, ...cuts, ...soapStarts(text), text.length])].sort((one, other) => one - other);
  return all.slice(0, -1).map((from, at) => ({ start: start + from, text: text.slice(from, all[at + 1]) }));
};

/** Marks before a name: a list's number, the signs of markdown, rules and brackets; a lone bullet is a list's. */
const opening =
  /^[^\S\n]*(?<bullet>[-*•·●▪◦–—►➤][^\S\n]+)?(?<number>\(?(?:\d{1,2}|[IVX]{1,4}|[A-H])[.)][^\S\n]+)?(?<mark>(?:#{1,6}[^\S\n]*|\*{2,3}[^\S\n]*|\*|_{1,3}|={2,}[^\S\n]*|-{2,}[^\S\n]*|~{2,}[^\S\n]*|<{1,2}[^\S\n]*|\[{1,2}[^\S\n]*|\{[^\S\n]*|[«■◆►▶※|:][^\S\n]*){0,3})/u;

/** What ends a name: its closing marks with a colon, a dash between spaces, wide space or the end of the line. */
const closing =
  /^(?<name>\p{L}[\p{L}\p{N} /&+,.'’()-]{0,58}?)(?<sign>[^\S\n]*(?:(?:[\]}>»*_=~#|]|-{2}){1,12}[^\S\n]*:?[*_]{0,3}|[^\S\n]?:[*_]{0,3}-?)(?=[^\S\n]|$|[\p{L}\p{N}#])|[^\S\n]+(?:[-–—]|->|=>|=)[^\S\n]+|\t+|[^\S\n]{2,}|[^\S\n]*$)/u;

type Shaped = { readonly words: string; readonly sign: string; readonly rest: string; readonly end: number };

const shapeOf = (text: string, from: number): Shaped | undefined => {
  const found = closing.exec(text.slice(from, from + 90));
  const { name, sign } = found?.groups ?? {};
  if (!found || name === undefined || sign === undefined) return undefined;
  const end = from + found[0].length;
  return { words: name.trim(), sign: sign.trim(), rest: text.slice(end).trim(), end };
};

const isUpper = (words: string): boolean => words === words.toUpperCase() && /\p{L}/u.test(words);
const isCapitalised = (words: string): boolean => /^\p{Lu}/u.test(words);

/** A letter alone is a heading before a colon, and P before a number is the pulse. */
const isLetterOnly = (words: string): boolean => /^\p{L}$/u.test(words);
const isPulse = ({ words, rest }: Shaped): boolean => /^p$/i.test(words) && /^\d{2,3}\b/.test(rest);

/** Names that are everyday words as well: only a colon or a mark makes a heading of them. */
const isSoft =
  /^(resolved|inactive|historical|considered|excluded|ruled out|rule out|overall|return|past|today|this visit|course|events?|updates?|comments?|goals?|codes?|social|family|coding|claim|steps?|actions?|order(s|ed)?|problems?|issues?|evaluation|message|charges?|reason|complaints?|finding(s)?|referrals?|interval|narrative|observed|allerg(y|ies)|tobacco|alcohol|diet|medicines?|given today|treatment|education|precautions?|management|time)$/i;

/** A sentence goes on like this after a word that could be a heading. */
const goesOn =
  /^(is|was|are|were|be|of|to|for|and|or|with|by|has|have|had|will|would|should|can|may|in|on|at|as|that|which|the|a|an|this|these|did|does|do|not|no longer|from|per|using|shows?|reveals?|demonstrates?|suggests?|includes?|revealed|showed|discussed|reviewed|made|given|code[ds]?|tool|scale|score|scores|form|forms|today|completed|deferred|remains?|visits?|tests?|list|if|when|but|we|i|he|she|they|patient|pending|date|due|changes?|room|side|unit|center|department|group|panel|findings?|agreed|outlined|explained)\b/i;

/** Names that may head a line without any sign between: "ASSESSMENT Gout", "A/P 1. Gout". */
const bare =
  /^[^\S\n]*(?<name>A\s?[/&+]\s?P|(?:Assess?e?ments?|Impressions?|Plan|Diagnos[ei]s|[Dd]x|[Ii]mp|DX|IMP|ASSESS?E?MENTS?|IMPRESSIONS?|PLAN|DIAGNOS[EI]S)(?:\s?(?:[/&+]|and|AND)\s?(?:Plan|PLAN|Recommendations?|RECOMMENDATIONS?))?)[^\S\n]+(?=(?<rest>\S.*))/u;

/** Short forms are no words of a sentence. */
const isShort = /^(a\s?[/&+]\s?p|dx|imp)$/i;

const startsList = /^(?:\(?\d{1,2}[.)]|#\s?\w|\(?[a-h]\)|[-*•–]\s)/;

/** "ASSESSMENT Gout, stable": capitals are no word of the sentence behind them; in a text of capitals its words tell. */
const bareHeading = ({ start, text }: NoteLine): Heading | undefined => {
  const { name, rest } = bare.exec(text)?.groups ?? {};
  if (name === undefined || rest === undefined) return undefined;
  const isHeading =
    startsList.test(rest) ||
    (isShort.test(name) && !goesOn.test(rest)) ||
    (isUpper(name) && /^[\p{Lu}\d]/u.test(rest) && !goesOn.test(rest));
  if (!isHeading) return undefined;
  const style = { isUpper: isUpper(name), mark: '', isAlone: false, isEntry: false };
  return { start, end: start + text.length - rest.length, words: name, name: readSectionName(name), style };
};

/** Whether a line of these words, which nothing follows, can stand for itself: wrapped sentences end in small words. */
const standsAlone = (shaped: Shaped, mark: string, previous: string): boolean =>
  mark !== '' || isCapitalised(shaped.words) || /^\s*$|[.:!?]\s*$/.test(previous);

const isHeadingLine = (shaped: Shaped, mark: string, previous: string): boolean => {
  const { words, sign, rest } = shaped;
  if (isPulse(shaped)) return false;
  if (isLetterOnly(words)) return sign.startsWith(':') || mark !== '';
  if (sign.includes(':')) return true;
  if (rest === '') return standsAlone(shaped, mark, previous);
  // "Exam - normal", "[Plan] rest", "**Plan** rest", "PLAN   rest"
  return (mark !== '' || isCapitalised(words)) && !goesOn.test(rest);
};

const judging = new Set<string>(['assessment', 'plan']);

const headingAt = (line: NoteLine, previous: string): Heading | undefined => {
  const { text, start } = line;
  const opened = opening.exec(text);
  const { number = '', mark = '', bullet = '' } = opened?.groups ?? {};
  const shaped = shapeOf(text, opened?.[0].length ?? 0);
  if (!shaped || !isHeadingLine(shaped, mark, previous)) return bareHeading(line);
  const name = readSectionName(shaped.words);
  const isAlone = shaped.rest === '';
  // "1. Plan" may be an entry of a list; "2. ASSESSMENT:" and "IV. Plan" number the parts of the note.
  if (number !== '' && !(name && (isAlone || isUpper(shaped.words)))) return undefined;
  // An entry of a list may be what the assessment or the plan is: "- Dx: gout".
  if (bullet !== '' && !(name && judging.has(name.kind) && shaped.sign.includes(':'))) return undefined;
  // Nor is "1. Annual physical exam" one within an assessment that has begun, where no colon says so.
  const isNumbered = number !== '' && !shaped.sign.includes(':');
  const style = {
    isUpper: isUpper(shaped.words) && !isLetterOnly(shaped.words),
    mark: `${bullet}${mark}`.trim().slice(0, 2),
    isAlone,
    isEntry: bullet !== '' || isNumbered,
  };
  const heading = { start, end: start + shaped.end, words: shaped.words, name, style };
  if (name)
    return isSoft.test(shaped.words) && isAlone && !shaped.sign.includes(':') && mark === ''
      ? undefined
      : heading;
  return bareHeading(line) ?? (isAlone || shaped.sign.includes(':') ? heading : undefined);
};

/** "A) Gout" heads the assessment where S, O or P stand like this, too, and no B follows in a list. */
const lettered =
  /^[^\S\n]*(?:\((?<bracketed>[SOAPB])\)|(?<letter>[SOAPB])(?:[).]|[^\S\n]?[-–—=]))[^\S\n]+(?=\S)/u;

const letterOf = (text: string): string | undefined => {
  const { bracketed, letter } = lettered.exec(text)?.groups ?? {};
  return bracketed ?? letter;
};

const hasLetters = (lines: readonly NoteLine[]): boolean => {
  const letters = new Set(lines.flatMap(({ text }) => letterOf(text) ?? []));
  return letters.size > 1 && !letters.has('B');
};

const letterHeading = ({ start, text }: NoteLine): Heading | undefined => {
  const letter = letterOf(text);
  const name = letter && readSectionName(letter);
  if (!letter || !name) return undefined;
  const end = start + (lettered.exec(text)?.[0].length ?? 0);
  return {
    start,
    end,
    words: letter,
    name,
    style: { isUpper: false, mark: '', isAlone: false, isEntry: false },
  };
};

/** Rules and empty frames say nothing. */
export const isWritten = ({ text }: NoteLine): boolean => text !== '' && /[\p{L}\p{N}]/u.test(text);

/** Every line of the note that is shaped like a heading, with those that stand within a line. */
export const findHeadings = (note: string): readonly Heading[] => {
  const headings: Heading[] = [];
  const lines = linesIn(note);
  const areLetters = hasLetters(lines);
  let previous = '';
  for (const line of lines) {
    for (const piece of isWritten(line) ? piecesOf(line) : []) {
      const heading = (areLetters ? letterHeading(piece) : undefined) ?? headingAt(piece, previous);
      if (heading) headings.push(heading);
    }
    previous = line.text;
  }
  return headings;
};
