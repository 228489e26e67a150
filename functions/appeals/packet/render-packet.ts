import { createHash } from 'node:crypto';
import { PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import { day } from '../../domain/claim/written.ts';
import { append, footOf } from './enclosures.ts';
import { type Fonts, loadFonts } from './fonts.ts';
import type { Block, PacketContents, Section, Table } from './packet-contents.ts';
import { drawLine, faceOf, margin, paper, type Style, styles, textWidth, Writer, wrap } from './paper.ts';

/** A packet as it was made: its bytes and their digest, its table of contents, and letters that no font of ours has. */
export type RenderedPacket = {
  readonly bytes: Uint8Array;
  readonly digest: string;
  readonly pages: number;
  readonly contents: readonly Entry[];
  readonly missing: readonly string[];
};

/** A line of the table of contents: the first page of a section, from 1. */
export type Entry = { readonly title: string; readonly page: number };

/**
 * Makes one PDF of a packet: a cover with the table of contents, the letter, and each section on pages of its own, all
 * numbered. The same contents give the same bytes.
 */
export const renderPacket = async (packet: PacketContents): Promise<RenderedPacket> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  const createdAt = new Date(`${packet.date}T00:00:00.000Z`);
  document.setTitle(packet.title, { showInWindowTitleBar: true });
  document.setAuthor(packet.letterhead.name);
  document.setSubject(`Claim ${packet.claimNumber}`);
  document.setLanguage('en-US');
  document.setCreationDate(createdAt);
  document.setModificationDate(createdAt);
  const fonts = await loadFonts(document, textsOf(packet));
  const coverPage = document.addPage([paper.width, paper.height]);
  const writer = new Writer(document, fonts);
  const contents: Entry[] = [];
  for (const section of packet.sections) {
    contents.push({ title: section.title, page: document.getPageCount() + 1 });
    writer.endPage();
    await addSection(section, packet, writer);
  }
  drawCover(coverPage, packet, contents, fonts);
  numberPages(document, packet, fonts);
  const bytes = await document.save();
  return {
    bytes,
    digest: createHash('sha256').update(bytes).digest('hex'),
    pages: document.getPageCount(),
    contents,
    missing: [...fonts.missing],
  };
};

/** Every text that is drawn, so that the second font is there if one of them needs it. */
const textsOf = ({ title, letterhead, cover, sections }: PacketContents): readonly string[] => [
  ...[title, letterhead.name, ...letterhead.lines, ...cover.flat()],
  ...sections.flatMap((section) => [
    section.title,
    ...('blocks' in section ? section.blocks.flatMap(textsOfBlock) : []),
  ]),
];

const textsOfBlock = (block: Block): readonly string[] => {
  if (block.kind === 'facts') return block.facts.flat();
  if (block.kind === 'table')
    return [...block.table.columns.map(({ head }) => head), ...block.table.rows.flat()];
  return [block.text];
};

const addSection = async (section: Section, packet: PacketContents, writer: Writer): Promise<void> => {
  if ('enclosure' in section) {
    await append(writer.document, section.enclosure);
    return;
  }
  if (section.isLetter) writeLetterhead(writer, packet);
  else writer.write(section.title, styles.heading);
  for (const block of section.blocks) writeBlock(writer, block);
};

const writeLetterhead = (writer: Writer, { letterhead, date }: PacketContents): void => {
  writer.write(letterhead.name, styles.heading);
  for (const line of letterhead.lines) writer.write(line, styles.small);
  writer.rule();
  writer.write(day(date), { ...styles.body, before: 18 });
  writer.space(8);
};

const textStyles: Readonly<Record<'text' | 'subheading' | 'small' | 'note' | 'item', Style>> = {
  text: styles.body,
  subheading: styles.subheading,
  small: { ...styles.small, before: 4 },
  note: { ...styles.note, before: 6 },
  item: { ...styles.line, indent: 14 },
};

const writeBlock = (writer: Writer, block: Block): void => {
  if (block.kind === 'table') writeTable(writer, block.table);
  else if (block.kind === 'facts') writeFacts(writer, block.facts);
  else writer.write(block.text, textStyles[block.kind]);
};

const nameWidth = 150;

const writeFacts = (writer: Writer, facts: readonly (readonly [string, string])[]): void => {
  writer.space(8);
  for (const [name, value] of facts)
    writer.row(
      [
        { text: name, x: 0, width: nameWidth },
        { text: value, x: nameWidth, width: textWidth - nameWidth },
      ],
      styles.line,
    );
};

const writeTable = (writer: Writer, { columns, rows }: Table): void => {
  writer.space(10);
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const cellsOf = (row: readonly string[]) => {
    let x = 0;
    return columns.map(({ share, right = false }, at) => {
      const width = (textWidth * share) / shares;
      const cell = { text: row[at] ?? '', x, width, right };
      x += width;
      return cell;
    });
  };
  const style = { ...styles.line, size: 9 };
  writer.row(cellsOf(columns.map(({ head }) => head)), { ...style, bold: true });
  for (const row of rows) writer.row(cellsOf(row), style);
  writer.rule();
};

/** Draws what belongs on the first page, now that the page of each section is known. */
const drawCover = (
  page: PDFPage,
  { title, letterhead, cover, date }: PacketContents,
  contents: readonly Entry[],
  fonts: Fonts,
): void => {
  let y = paper.height - margin.top;
  const line = (text: string, style: Style, step = style.size * 1.4): void => {
    y -= step;
    drawLine(page, text, { x: margin.left, y }, { style, fonts });
  };
  line(letterhead.name, styles.heading);
  for (const one of letterhead.lines) line(one, styles.small);
  line(
    shortened(title, textWidth, fonts, { ...styles.heading, size: 20 }),
    { ...styles.heading, size: 20 },
    56,
  );
  line(day(date), styles.line);
  y -= 14;
  for (const [name, value] of cover) {
    line(name, { ...styles.line, gray: true });
    const short = shortened(value, textWidth - nameWidth, fonts, styles.line);
    drawLine(page, short, { x: margin.left + nameWidth, y }, { style: styles.line, fonts });
  }
  line('Contents', { ...styles.subheading, size: 13 }, 40);
  y -= 4;
  for (const entry of contents) {
    line(shortened(entry.title, textWidth - 50, fonts, styles.line), styles.line, 16);
    const number = String(entry.page);
    const x = paper.width - margin.right - faceOf(fonts, styles.line).widthOf(number, styles.line.size);
    drawLine(page, number, { x, y }, { style: styles.line, fonts });
  }
};

/** On one line: what does not fit ends in dots. */
const shortened = (text: string, width: number, fonts: Fonts, style: Style): string => {
  const [first = '', ...more] = wrap(text, width - 12, faceOf(fonts, style), style.size);
  return more.length > 0 ? `${first}...` : first;
};

const numberPages = (document: PDFDocument, { claimNumber }: PacketContents, fonts: Fonts): void => {
  const pages = document.getPages();
  pages.forEach((page, at) => {
    const text = `Claim ${claimNumber} · page ${at + 1} of ${pages.length}`;
    const { size } = styles.small;
    const foot = footOf(page, fonts.regular.widthOf(text, size));
    for (const run of fonts.regular.runsOf(text)) page.drawText(run.text, { ...foot, size, font: run.font });
  });
};
