import type { XmlElement } from '../xml/read-xml.ts';
import { elementsOf, firstAt, wordsOf } from '../xml/walk.ts';
import type { Numbering } from './numbering.ts';

/** A line of a part of the document; `part` is another part that stands here in its place. */
export type WordLine = {
  readonly text: string;
  readonly source: string;
  readonly isHeading?: true;
  readonly chunk?: string;
};

export type WordStyles = {
  readonly headings: ReadonlySet<string>;
  /** List and level of the styles that have one. */
  readonly lists: ReadonlyMap<string, readonly [string, number]>;
};

/** Removed while changes were followed, computed, or the same once more for older readers. */
const skipped = new Set([
  'del',
  'moveFrom',
  'instrText',
  'delText',
  'Fallback',
  'pPr',
  'rPr',
  'sdtPr',
  'tblPr',
  'tcPr',
  'trPr',
  'sectPr',
  'rt',
]);

const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
};

/** Signs of the fonts of ornaments that mean something: boxes that are ticked or not, and bullets. */
const ornaments: Readonly<Record<string, string>> = {
  ...{ F0FE: '☒', F0FD: '☒', F0FC: '✓', F052: '☑', F0A8: '☐', F06F: '☐', F0A3: '☐', F0B7: '•' },
};

const symbolOf = ({ attributes: { char = '' } }: XmlElement): string => {
  const code = Number.parseInt(char, 16);
  if (ornaments[char.toUpperCase()]) return ornaments[char.toUpperCase()] ?? '';
  return Number.isInteger(code) && code < 0xe000 ? String.fromCodePoint(code) : '';
};

const isHidden = (run: XmlElement): boolean => {
  const vanish = firstAt(run, 'rPr/vanish');
  return vanish !== undefined && !/^(0|false|off)$/.test(vanish.attributes.val ?? '1');
};

/** Turns the body of a part into lines: paragraphs, rows of tables with tabs, boxes behind the paragraph they hang on. */
export class WordLines {
  readonly lines: WordLine[] = [];
  readonly #part: string;
  readonly #styles: WordStyles;
  readonly #numbering: Numbering;
  #paragraphs = 0;
  #boxes: XmlElement[] = [];

  constructor(part: string, styles: WordStyles, numbering: Numbering) {
    this.#part = part;
    this.#styles = styles;
    this.#numbering = numbering;
  }

  blocks(parent: XmlElement): void {
    for (const element of elementsOf(parent)) {
      if (skipped.has(element.name)) continue;
      if (element.name === 'p') this.#paragraph(element);
      else if (element.name === 'tbl') this.#table(element);
      else if (element.name === 'altChunk') this.#chunk(element);
      else this.blocks(element);
    }
  }

  #source(): string {
    return `${this.#part} paragraph ${this.#paragraphs}`;
  }

  #chunk({ attributes: { id = '' } }: XmlElement): void {
    this.lines.push({ text: '', source: this.#part, chunk: id });
  }

  #paragraph(paragraph: XmlElement): void {
    this.#paragraphs += 1;
    const outer = this.#boxes;
    this.#boxes = [];
    const text = this.#inline(paragraph);
    const number = text.trim() === '' ? '' : this.#number(paragraph);
    const source = this.#source();
    for (const line of `${number}${text}`.split('\n'))
      this.lines.push({
        text: line,
        source,
        ...(this.#isHeading(paragraph) && { isHeading: true as const }),
      });
    const boxes = this.#boxes;
    this.#boxes = outer;
    for (const box of boxes) this.blocks(box);
  }

  #styleOf(paragraph: XmlElement): string {
    return firstAt(paragraph, 'pPr/pStyle')?.attributes.val ?? '';
  }

  #isHeading(paragraph: XmlElement): boolean {
    const level = firstAt(paragraph, 'pPr/outlineLvl')?.attributes.val;
    return this.#styles.headings.has(this.#styleOf(paragraph)) || (level !== undefined && Number(level) < 9);
  }

  #number(paragraph: XmlElement): string {
    const own = firstAt(paragraph, 'pPr/numPr');
    const [list, level] = this.#styles.lists.get(this.#styleOf(paragraph)) ?? [undefined, 0];
    const id = firstAt(own, 'numId')?.attributes.val ?? list;
    const depth = Number(firstAt(own, 'ilvl')?.attributes.val ?? level);
    return id === undefined ? '' : this.#numbering.next(id, Math.min(8, Math.max(0, depth || 0)));
  }

  #inline(parent: XmlElement): string {
    return elementsOf(parent)
      .map((element) => this.#sign(element))
      .join('');
  }

  #sign(element: XmlElement): string {
    const { name } = element;
    if (skipped.has(name) || (name === 'r' && isHidden(element))) return '';
    if (name === 't') return wordsOf(element);
    if (name === 'sym') return symbolOf(element);
    if (name === 'txbxContent') {
      this.#boxes.push(element);
      return '';
    }
    return signs[name] ?? this.#inline(element);
  }

  #table(table: XmlElement): void {
    for (const row of this.#below(table, 'tr')) {
      this.#paragraphs += 1;
      const source = this.#source();
      const cells = this.#below(row, 'tc').map((cell) => this.#cell(cell));
      this.lines.push({ text: cells.join('\t'), source });
    }
    this.lines.push({ text: '', source: this.#source() });
  }

  /** Rows and cells may lie in controls of content. */
  #below(parent: XmlElement, name: string): readonly XmlElement[] {
    return elementsOf(parent).flatMap((element) => {
      if (skipped.has(element.name)) return [];
      return element.name === name
        ? [element]
        : ['p', 'tbl'].includes(element.name)
          ? []
          : this.#below(element, name);
    });
  }

  /** A cell is one stretch of its row: its paragraphs, and those of tables within it, one behind the other. */
  #cell(cell: XmlElement): string {
    const within = new WordLines(this.#part, this.#styles, this.#numbering);
    within.blocks(cell);
    return within.lines
      .map(({ text }) => text.trim())
      .filter((text) => text !== '')
      .join(' ');
  }
}
