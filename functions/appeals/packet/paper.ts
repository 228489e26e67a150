import { type PDFDocument, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { type Face, type Fonts, printable } from './fonts.ts';

/** US letter, in points, 72 an inch. */
export const paper = { width: 612, height: 792 };

export const margin = { left: 60, right: 60, top: 60, bottom: 54 };

export const textWidth = paper.width - margin.left - margin.right;

export const gray = rgb(0.4, 0.4, 0.4);
const black = rgb(0, 0, 0);

export type Style = {
  readonly size: number;
  readonly bold?: boolean;
  readonly gray?: boolean;
  /** Points between what is before and this. */
  readonly before?: number;
  /** Points from the left margin. */
  readonly indent?: number;
};

export const styles = {
  body: { size: 10.5, before: 8 },
  line: { size: 10.5 },
  small: { size: 8.5, gray: true },
  heading: { size: 15, bold: true },
  subheading: { size: 11.5, bold: true, before: 12 },
  note: { size: 9.5 },
} as const satisfies Record<string, Style>;

export const leadingOf = ({ size }: Style): number => Math.round(size * 1.35 * 10) / 10;

export const faceOf = (fonts: Fonts, { bold }: Style): Face => (bold ? fonts.bold : fonts.regular);

/** A word that is wider than its column, cut into pieces that fit. */
const cut = (word: string, fits: (text: string) => boolean): readonly string[] => {
  const pieces: string[] = [];
  let piece = '';
  for (const letter of word) {
    if (piece !== '' && !fits(piece + letter)) {
      pieces.push(piece);
      piece = '';
    }
    piece += letter;
  }
  return [...pieces, piece];
};

/** The lines that a text takes in a width: its own line breaks stay, words are never lost, what is too long is cut. */
export const wrap = (text: string, width: number, face: Face, size: number): readonly string[] => {
  const fits = (line: string): boolean => face.widthOf(line, size) <= width;
  return printable(text)
    .split('\n')
    .flatMap((paragraph) => {
      const indent = /^ */.exec(paragraph)?.[0].slice(0, 24) ?? '';
      const lines: string[] = [];
      let line = indent;
      for (const word of paragraph.trim().split(/ +/)) {
        const next = line.trim() === '' ? `${indent}${word}` : `${line} ${word}`;
        if (fits(next)) {
          line = next;
          continue;
        }
        if (line.trim() !== '') lines.push(line);
        const pieces = cut(word, (piece) => fits(indent + piece));
        lines.push(...pieces.slice(0, -1).map((piece) => indent + piece));
        line = indent + (pieces.at(-1) ?? '');
      }
      return [...lines, line.trimEnd()];
    });
};

export const drawLine = (
  page: PDFPage,
  text: string,
  place: { readonly x: number; readonly y: number },
  { style, fonts }: { readonly style: Style; readonly fonts: Fonts },
): void => {
  let { x } = place;
  for (const run of faceOf(fonts, style).runsOf(text)) {
    page.drawText(run.text, {
      ...{ x, y: place.y, size: style.size, font: run.font },
      color: style.gray ? gray : black,
    });
    x += run.font.widthOfTextAtSize(run.text, style.size);
  }
};

/** Points between two columns of a table. */
const gutter = 12;

/** Writes from the top of a page downwards, and goes on on a new one where there is no room. */
export class Writer {
  readonly document: PDFDocument;
  readonly fonts: Fonts;
  private page: PDFPage | undefined;
  private y = 0;

  constructor(document: PDFDocument, fonts: Fonts) {
    this.document = document;
    this.fonts = fonts;
  }

  /** What is written next begins a page of its own. */
  endPage(): void {
    this.page = undefined;
  }

  /** The page that has so many points left; a new one where this one has not. */
  private pageWith(height: number): PDFPage {
    if (this.page === undefined || this.y - height < margin.bottom) {
      this.page = this.document.addPage([paper.width, paper.height]);
      this.y = paper.height - margin.top;
    }
    return this.page;
  }

  write(text: string, style: Style): void {
    const leading = leadingOf(style);
    const lines = wrap(text, textWidth - (style.indent ?? 0), faceOf(this.fonts, style), style.size);
    this.space(style.before ?? 0);
    for (const line of lines) {
      const page = this.pageWith(leading);
      this.y -= leading;
      const place = { x: margin.left + (style.indent ?? 0), y: this.y };
      drawLine(page, line, place, { style, fonts: this.fonts });
    }
  }

  /** Room between two things; none at the top of a page. */
  space(height: number): void {
    if (this.page !== undefined) this.y -= height;
  }

  /** A row of cells, each wrapped in its column, going on on the next page line by line. */
  row(cells: readonly Cell[], style: Style): void {
    const leading = leadingOf(style);
    const columns = cells.map(({ text, ...column }) => ({
      ...column,
      lines: wrap(text, column.width - gutter, faceOf(this.fonts, style), style.size),
    }));
    this.rule();
    for (let at = 0; at < Math.max(...columns.map(({ lines }) => lines.length)); at++) {
      const page = this.pageWith(leading);
      this.y -= leading;
      for (const { lines, x, width, right } of columns) {
        const line = lines[at] ?? '';
        const room = right ? width - gutter - faceOf(this.fonts, style).widthOf(line, style.size) : 0;
        drawLine(page, line, { x: margin.left + x + room, y: this.y }, { style, fonts: this.fonts });
      }
    }
  }

  /** A thin line over the whole width. */
  rule(): void {
    const page = this.pageWith(6);
    this.y -= 4;
    const ends = { start: { x: margin.left, y: this.y }, end: { x: paper.width - margin.right, y: this.y } };
    page.drawLine({ ...ends, thickness: 0.5, color: gray });
  }
}

export type Cell = {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly right?: boolean;
};
