import { type Passage, readPassage, type Word, wordsBetween } from '../words/read-words.ts';
import { readSections, type SectionKind } from './read-sections.ts';

/**
 * A sentence or list entry of the note. `item` numbers the entries of a list, so that the plan written under
 * an assessed problem stays with it; `leads` says that the statement opens its item.
 */
export type Statement = Passage & {
  readonly section: SectionKind;
  readonly item: number;
  readonly leads: boolean;
};

type Line = { readonly start: number; readonly text: string };

/** Where a list is written in one line ("1. Gout 2. Asthma"), each entry is a line. */
const inlineEntry = /\s(?=\d{1,2}[.)]\s+[A-Z])/g;
const isInlineList = (line: string): boolean =>
  /(^|[:.]\s*)1[.)]\s/.test(line) && /\s2[.)]\s+[A-Z]/.test(line);

/** Longer lines are cut at a space: nobody writes them, and reading must take time in proportion to the text. */
const longestLine = 2000;

const cutsOf = (line: string): readonly number[] => {
  if (line.length <= longestLine) {
    return isInlineList(line) ? [...line.matchAll(inlineEntry)].map(({ index }) => index + 1) : [];
  }
  const cuts: number[] = [];
  for (let at = longestLine; at < line.length; at += longestLine) {
    const space = line.lastIndexOf(' ', at);
    cuts.push(space > at - longestLine ? space + 1 : at);
  }
  return cuts;
};

const piecesOf = ({ start, text }: Line): readonly Line[] => {
  const cuts = [0, ...cutsOf(text), text.length];
  return cuts.slice(0, -1).map((from, at) => ({ start: start + from, text: text.slice(from, cuts[at + 1]) }));
};

const linesOf = (note: string, start: number, end: number): readonly Line[] => {
  let at = start;
  return note
    .slice(start, end)
    .split('\n')
    .flatMap((text) => {
      const line = { start: at, text };
      at += text.length + 1;
      return piecesOf(line);
    });
};

const numbered = /^\s*(?:\d{1,2}[.)]|#\d*)\s+/;
const bulleted = /^\s*[-*•]\s+/;

/** Width beyond which a line without a full stop is taken to have been wrapped by the editor. */
const wrapWidth = 64;

const continues = (previous: Line | undefined, line: Line): boolean =>
  previous !== undefined &&
  previous.text.trim() !== '' &&
  !numbered.test(line.text) &&
  !bulleted.test(line.text) &&
  (/^\s*[a-z0-9(]/.test(line.text) ||
    /,\s*$/.test(previous.text) ||
    (previous.text.length >= wrapWidth && !/[.;:!?]\s*$/.test(previous.text)));

type Block = Line & { readonly opensItem: boolean };

/** Words up to which a line above a bulleted list is its headline and not an introduction. */
const headlineWords = 8;

const wordsIn = ({ words }: Passage, { start, text }: Line): readonly Word[] =>
  wordsBetween(words, start, start + text.length);

const isHeadline = (note: Passage, line: Line, next: Line | undefined): boolean =>
  line.text.trim() !== '' &&
  !bulleted.test(line.text) &&
  next !== undefined &&
  bulleted.test(next.text) &&
  wordsIn(note, line).length <= headlineWords;

/** What opens an item in this section: its numbers, else headlines over bullets, else bullets, else each line. */
const itemOpening = (note: Passage, lines: readonly Line[]): ((line: Line) => boolean) => {
  const written = lines.filter(({ text }) => text.trim() !== '');
  if (written.some(({ text }) => numbered.test(text))) return ({ text }) => numbered.test(text);
  if (written.some((line, at) => isHeadline(note, line, written[at + 1])))
    return ({ text }) => !bulleted.test(text);
  return written.some(({ text }) => bulleted.test(text)) ? ({ text }) => bulleted.test(text) : () => true;
};

/** Joins wrapped lines to blocks and tells which of them open an item. */
const blocksOf = (note: Passage, lines: readonly Line[]): readonly Block[] => {
  const opens = itemOpening(note, lines);
  const blocks: Block[] = [];
  lines.forEach((line, at) => {
    const last = blocks.at(-1);
    if (last && last.text.length < longestLine && continues(lines[at - 1], line)) {
      const text = note.text.slice(last.start, line.start + line.text.length);
      blocks[blocks.length - 1] = { ...last, text };
    } else if (line.text.trim() !== '') blocks.push({ ...line, opensItem: opens(line) });
  });
  return blocks;
};

/** A full stop ends a sentence before a space, but not in "2.5", "E. coli" or after an abbreviation. */
const sentencePattern =
  /(?:[^.;!?]|[.;!?](?!\s|$)|(?<=\b(?:vs|dr|mr|mrs|ms|approx|hx|pt|e\.g|i\.e))\.|(?<=\b[a-z])\.(?=\s(?:coli|pylori|aureus|diff|difficile|pneumoniae|mirabilis|aeruginosa|influenzae|faecalis|trachomatis|gonorrhoeae|epidermidis|albicans)\b))+[.;!?]*/giu;

const sentencesOf = (block: Block): readonly Line[] => {
  const marker = numbered.exec(block.text)?.[0] ?? bulleted.exec(block.text)?.[0] ?? '';
  return [...block.text.slice(marker.length).matchAll(sentencePattern)]
    .map((found) => ({ start: block.start + marker.length + found.index, text: found[0] }))
    .filter(({ text }) => text.trim() !== '');
};

/** The statements of a note in reading order, each knowing its section, its list item and its words. */
export const readStatements = (text: string): readonly Statement[] => {
  const note = readPassage(text);
  let item = 0;
  const statements: Statement[] = [];
  for (const { kind, start, end } of readSections(text)) {
    item += 1;
    for (const block of blocksOf(note, linesOf(text, start, end))) {
      if (block.opensItem) item += 1;
      sentencesOf(block).forEach((line, at) => {
        const leads = block.opensItem && at === 0;
        statements.push({ ...line, section: kind, item, leads, words: wordsIn(note, line) });
      });
    }
  }
  return statements;
};
