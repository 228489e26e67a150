import { Draft } from '../draft.ts';
import { addLabelledFacts } from '../facts/labelled-facts.ts';
import { markSections } from '../prose/mark-sections.ts';
import type { DocumentReading, HeadingsIn, ProseHeading, ReadInner } from '../reading.ts';
import type { XmlElement } from '../xml/read-xml.ts';
import { tellFaults } from '../xml/tell-faults.ts';
import { childrenNamed, elementsOf, firstAt } from '../xml/walk.ts';
import { Numbering } from './numbering.ts';
import { partOf, type Relation, relationsOf } from './relations.ts';
import type { Package } from './unzip.ts';
import { type WordLine, WordLines, type WordStyles } from './word-lines.ts';

/** Parts beside the text, in the order in which they are written: what heads the page first, what ends it last. */
const before: readonly (readonly [string, string])[] = [['header', 'page header']];
const behind: readonly (readonly [string, string])[] = [
  ['footnotes', 'footnotes'],
  ['endnotes', 'endnotes'],
  ['comments', 'comments'],
  ['footer', 'page footer'],
];

/** By the name that Word gives it in every language, or by the level in the outline. */
const isHeadingStyle = (style: XmlElement): boolean => {
  const level = firstAt(style, 'pPr/outlineLvl')?.attributes.val;
  return (
    /^(heading \d|title)$/i.test(firstAt(style, 'name')?.attributes.val ?? '') ||
    (level !== undefined && Number(level) < 9)
  );
};

const stylesOf = (root: XmlElement | undefined): WordStyles => {
  const styles = childrenNamed(root, 'style');
  const idOf = ({ attributes }: XmlElement): string => attributes.styleId ?? '';
  const lists = styles.flatMap((style) => {
    const list = firstAt(style, 'pPr/numPr/numId')?.attributes.val;
    const level = Number(firstAt(style, 'pPr/numPr/ilvl')?.attributes.val ?? 0);
    return list === undefined ? [] : [[idOf(style), [list, level]] as const];
  });
  return { headings: new Set(styles.filter(isHeadingStyle).map(idOf)), lists: new Map(lists) };
};

/** The separators of notes are entries of their own without text. */
const isSeparator = ({ attributes }: XmlElement): boolean =>
  /separator|continuation/i.test(attributes.type ?? '');

class WordReader {
  readonly draft = new Draft();
  readonly #package: Package;
  readonly #inner: ReadInner;
  #relations: readonly Relation[] = [];
  #styles: WordStyles = stylesOf(undefined);
  #numbering = new Numbering(undefined);
  readonly #headings: ProseHeading[] = [];
  readonly #ends: number[] = [];

  constructor(opened: Package, inner: ReadInner) {
    this.#package = opened;
    this.#inner = inner;
  }

  async read(main: string, headingsIn: HeadingsIn): Promise<DocumentReading> {
    this.#relations = await relationsOf(this.#package, main);
    this.#styles = stylesOf((await this.#partOfType('styles'))?.root);
    this.#numbering = new Numbering((await this.#partOfType('numbering'))?.root);
    for (const [type, name] of before) await this.#besides(type, name);
    await this.#part(main, 'document');
    for (const [type, name] of behind) await this.#besides(type, name);
    markSections(this.draft, [...this.#headings, ...headingsIn(this.draft.text())], this.#ends);
    addLabelledFacts(this.draft);
    return this.draft.done('docx');
  }

  async #partOfType(type: string) {
    const relation = this.#relations.find((one) => one.type === type);
    return relation && partOf(this.#package, relation.part);
  }

  /** Pages of one document may have several headers, often with the same words. */
  async #besides(type: string, name: string): Promise<void> {
    const parts = this.#relations.filter((one) => one.type === type).map(({ part }) => part);
    const said = new Set<string>();
    for (const part of new Set(parts)) {
      const lines = await this.#linesOf(part, name);
      const text = lines.map((line) => line.text.trim()).join('\n');
      if (text.trim() === '' || said.has(text)) continue;
      said.add(text);
      const start = this.draft.length;
      for (const line of lines) this.draft.line(line.text, line.source);
      this.draft.mark({ name, start, end: this.draft.length });
      this.#ends.push(this.draft.length);
    }
  }

  async #linesOf(part: string, name: string): Promise<readonly WordLine[]> {
    const document = await partOf(this.#package, part);
    if (!document?.root) return [];
    tellFaults(this.draft, document.faults, name);
    const lines = new WordLines(name, this.#styles, this.#numbering);
    if (name === 'document') lines.blocks(document.root);
    else if (/notes|comments/.test(name))
      for (const note of elementsOf(document.root)) if (!isSeparator(note)) lines.blocks(note);
    if (/^page/.test(name)) lines.blocks(document.root);
    return lines.lines;
  }

  async #part(part: string, name: string): Promise<void> {
    for (const line of await this.#linesOf(part, name)) {
      if (line.isHeading && line.text.trim() !== '')
        this.#headings.push({ start: this.draft.length, words: line.text });
      if (line.chunk === undefined) this.draft.line(line.text, line.source);
      else await this.#chunk(line.chunk);
    }
    this.#ends.push(this.draft.length);
  }

  /** A part in another format that Word shows in its place. */
  async #chunk(id: string): Promise<void> {
    const relation = this.#relations.find((one) => one.id === id);
    const bytes = relation && (await this.#package.part(relation.part));
    if (bytes) this.draft.embed(await this.#inner(bytes), relation.part);
    else
      this.draft.problem(
        'missing-part',
        'document',
        'A part of the document that belongs into its text is not in the file. Ask the sender for it again.',
      );
    this.draft.write('\n');
  }
}

/** Text of a Word document (OOXML) with what stands around it; undefined where the package holds none. */
export const readWord = async (
  opened: Package,
  inner: ReadInner,
  headingsIn: HeadingsIn,
): Promise<DocumentReading | undefined> => {
  const main = (await relationsOf(opened, '')).find(({ type }) => type === 'officeDocument')?.part;
  const document = main === undefined ? undefined : await partOf(opened, main);
  if (main === undefined || document?.root?.name !== 'document') return undefined;
  return new WordReader(opened, inner).read(main, headingsIn);
};
