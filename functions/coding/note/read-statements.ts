import { type Passage, readPassage, type Word, wordsBetween } from '../words/read-words.ts';
import { isWritten, type NoteLine } from './headings/find-headings.ts';
import type { Aside, SectionKind } from './headings/section-names.ts';
import { namesOnly, orders, verbs } from './prose/names-only.ts';
import { answersNo, readBoxes } from './read-boxes.ts';
import { entriesWithin, entryOpening, type ListMark, markedLines, markOf } from './read-lists.ts';
import { readSections } from './read-sections.ts';
import type { Section } from './section.ts';

/**
 * A sentence or list entry of the note. `item` numbers the entries of a list, so that the plan written under
 * an assessed problem stays with it; `leads` says that the statement opens its item. `aside` says that it tells
 * nothing of what was found today, and why.
 */
export type Statement = Passage & {
  readonly section: SectionKind;
  readonly item: number;
  readonly leads: boolean;
  readonly aside?: Aside;
  /** Its section was read from what the sentence does: the note has no heading for it. */
  readonly inferred?: true;
};

type Line = NoteLine & { readonly mark: ListMark | undefined };

/** Longer lines are cut at a space: nobody writes them, and reading must take time in proportion to the text. */
const longestLine = 2000;

const cutsOf = (line: string): readonly number[] => {
  if (line.length <= longestLine) return entriesWithin(line);
  const cuts: number[] = [];
  for (let at = longestLine; at < line.length; at += longestLine) {
    const space = line.lastIndexOf(' ', at);
    cuts.push(space > at - longestLine ? space + 1 : at);
  }
  return cuts;
};

const piecesOf = (line: Line): readonly Line[] => {
  const cuts = cutsOf(line.text);
  if (cuts.length === 0) return [line];
  const ends = [0, ...cuts, line.text.length];
  return ends.slice(0, -1).map((from, at) => {
    const text = line.text.slice(from, ends[at + 1]);
    return { start: line.start + from, text, mark: at === 0 && line.mark ? line.mark : markOf(text, true) };
  });
};

/** Width beyond which a line without a full stop is taken to have been wrapped by the editor. */
const wrapWidth = 64;
/** A line that goes on in small letters was wrapped somewhat earlier, or breaks off in the middle of a phrase. */
const lowerWrapWidth = 40;
const breaksOff =
  /(,|-|\/|\b(and|or|with|of|the|a|an|to|for|in|on|at|by|from|is|are|was|has|have|due|no|not|her|his|their|which|that))\s*$/i;

const continues = (previous: Line | undefined, line: Line): boolean => {
  if (!previous || !isWritten(previous) || line.mark) return false;
  const width = previous.text.trim().length;
  if (/[.:!?]\s*$/.test(previous.text)) return /^\s*[a-z(]/.test(line.text) && width >= lowerWrapWidth;
  if (/^\s*[a-z0-9(]/.test(line.text)) return width >= lowerWrapWidth || breaksOff.test(previous.text);
  return /,\s*$/.test(previous.text) || (width >= wrapWidth && !/;\s*$/.test(previous.text));
};

type Block = Line & { readonly opensItem: boolean };

const wordsIn = ({ words }: Passage, { start, text }: NoteLine): readonly Word[] =>
  wordsBetween(words, start, start + text.length);

const linesOf = (note: Passage, { start, end }: { start: number; end: number }): readonly Line[] =>
  markedLines(note.text.slice(start, end), start).flatMap(piecesOf);

type Opening = (line: Line) => boolean;

/** All lines of a part of the note: they tell what opens an item, since labels within it do not part its list. */
const linesOfPart = (note: Passage, part: readonly Section[]): readonly Line[] => {
  const [first, last] = [part[0], part.at(-1)];
  return first && last ? linesOf(note, { start: first.start, end: last.end }) : [];
};

/** Joins wrapped lines to blocks and tells which of them open an item. */
const blocksOf = (
  note: Passage,
  section: Section,
  lines: readonly Line[],
  opens: Opening,
): readonly Block[] => {
  const blocks: Block[] = [];
  lines.forEach((line, at) => {
    const last = blocks.at(-1);
    if (last && last.text.length < longestLine && isWritten(line) && continues(lines[at - 1], line)) {
      const text = note.text.slice(last.start, line.start + line.text.length);
      blocks[blocks.length - 1] = { ...last, text };
    } else if (isWritten(line)) {
      blocks.push({ ...line, opensItem: section.place !== 'label' && opens(line) });
    }
  });
  return blocks;
};

/** Sections with the labels that stand in them. */
const partsOf = (sections: readonly Section[]): readonly (readonly Section[])[] => {
  const parts: Section[][] = [];
  for (const section of sections) {
    if (section.place === undefined || parts.length === 0) parts.push([section]);
    else parts.at(-1)?.push(section);
  }
  return parts;
};

/** A full stop ends a sentence before a space, but not in "2.5", "E. coli" or after an abbreviation. */
const sentencePattern =
  /(?:[^.;!?]|[.;!?](?!\s|$)|(?<=(?<!\b(?:stage|class|type|grade|factor|nerve|cn|ckd) )\bv)\.(?=\s\p{L})|(?<=\b(?:vs|dr|mr|mrs|ms|approx|hx|pt|e\.g|i\.e))\.|(?<=\b[a-z])\.(?=\s(?:coli|pylori|aureus|diff|difficile|pneumoniae|mirabilis|aeruginosa|influenzae|faecalis|trachomatis|gonorrhoeae|epidermidis|albicans)\b))+[.;!?]*/giu;

type Sentence = NoteLine & { readonly ticked: boolean | undefined };

const sentencesOf = ({ start, text, mark }: Block): readonly Sentence[] => {
  const width = mark?.width ?? 0;
  return readBoxes({ start: start + width, text: text.slice(width) }).flatMap((part) =>
    [...part.text.matchAll(sentencePattern)]
      .map((found) => ({ start: part.start + found.index, text: found[0], ticked: part.ticked }))
      .filter(isWritten),
  );
};

const asideOf = ({ aside }: Section, { ticked, text }: Sentence): Aside | undefined =>
  aside ?? (ticked === false || answersNo(text) ? 'unticked box' : undefined);

/** Words up to which a sentence without a verb, behind others in a line without a mark, is a problem of its own. */
const longestName = 10;

/** "Go to the hospital if chest pain": what the patient shall do names nothing. */
const advises = /^\s*(go|take|use|apply|keep|wear|bring|ask)\b|\bif\b/i;

/** Up to where a line goes on without a verb: "Right inguinal hernia. Tobacco use." names two problems. */
const endOfNames = (
  { kind }: Section,
  { mark }: Block,
  sentences: readonly Pick<Statement, 'text'>[],
): number => {
  if (kind !== 'assessment' || mark) return 1;
  const told = sentences.findIndex(({ text }) => verbs.test(text));
  return told < 0 ? sentences.length : told;
};

const statementsOf = (note: Passage, section: Section, block: Block, item: number): readonly Statement[] => {
  const sentences = sentencesOf(block).map((one) => ({ ...one, words: wordsIn(note, one) }));
  const names = endOfNames(section, block, sentences);
  const isName = (one: Passage, at: number): boolean =>
    at < names &&
    /\.\s*$/.test(sentences[at - 1]?.text ?? '') &&
    one.words.length <= longestName &&
    /^\s*\p{L}/u.test(one.text) &&
    ![...orders, advises].some((order) => order.test(one.text)) &&
    namesOnly(one);
  return sentences.map((sentence, at) => {
    const aside = asideOf(section, sentence);
    return {
      start: sentence.start,
      text: sentence.text,
      section: section.kind,
      item,
      leads: block.opensItem && (at === 0 || isName(sentence, at) || sentence.ticked === true),
      words: sentence.words,
      ...(aside && { aside }),
    };
  });
};

/** The statements of a note in reading order, each knowing its section, its list item and its words. */
export const readStatements = (text: string): readonly Statement[] => {
  const note = readPassage(text);
  let item = 0;
  const statements: Statement[] = [];
  for (const part of partsOf(readSections(text))) {
    item += 1;
    const all = linesOfPart(note, part);
    const opens = entryOpening(all.filter(isWritten));
    for (const section of part) {
      const lines = part.length === 1 ? all : linesOf(note, section);
      for (const block of blocksOf(note, section, lines, opens)) {
        if (block.opensItem) item += 1;
        statements.push(...statementsOf(note, section, block, item));
      }
    }
  }
  return statements;
};
