import { PDFDocument, type PDFFont, type PDFPage, rgb, StandardFonts } from '@cantoo/pdf-lib';
import type { PlacedText } from './form-entry.ts';
import { crosses, type Frame, frames, shadedLines } from './preview-frames.ts';

/** How pages are printed; all in points, 72 an inch. */
export type Printing = {
  /** Text alone, for paper that has the form on it; else a plain preview is drawn around it. */
  readonly preprinted: boolean;
  /** Moves all that is printed to the right and down, until it stands within the boxes of one's own paper. */
  readonly offset: { readonly x: number; readonly y: number };
  /** Stands in the document: its title, and when it was made. */
  readonly title: string;
  readonly createdAt: Date;
};

/** US letter. */
const paper = { width: 612, height: 792 };

/** Ten characters and six lines an inch: Courier of 12 points. */
const pitch = { size: 12, column: 7.2, line: 12 };

/** Left of column 1 and above line 1, as the print grid lies on the form. */
const margin = { left: 24, top: 20 };

const gray = rgb(0.45, 0.45, 0.45);
const shade = rgb(0.9, 0.9, 0.9);

type Fonts = { readonly text: PDFFont; readonly label: PDFFont };
type Sheet = { readonly page: PDFPage; readonly fonts: Fonts; readonly offset: Printing['offset'] };

/** Left edge of a column, and the baseline of a line, in points from the lower left corner of the paper. */
const placeOf = ({ offset }: Sheet, line: number, column: number) => ({
  x: margin.left + (column - 1) * pitch.column + offset.x,
  y: paper.height - margin.top - line * pitch.line - offset.y,
});

/** Prints filled pages of the CMS-1500 as a PDF. The same pages give the same bytes. */
export const renderPages = async (
  pages: readonly (readonly PlacedText[])[],
  { preprinted, offset, title, createdAt }: Printing,
): Promise<Uint8Array> => {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setTitle(title);
  document.setCreationDate(createdAt);
  const fonts = {
    text: await document.embedFont(StandardFonts.Courier),
    label: await document.embedFont(StandardFonts.Helvetica),
  };
  pages.forEach((texts, at) => {
    const sheet = { page: document.addPage([paper.width, paper.height]), fonts, offset };
    if (!preprinted) drawPreview(sheet, `page ${at + 1} of ${pages.length}`);
    for (const text of texts) drawText(sheet, text);
  });
  return document.save();
};

const drawText = (sheet: Sheet, { line, column, text }: PlacedText): void =>
  sheet.page.drawText(text, {
    ...placeOf(sheet, line, column),
    size: pitch.size,
    font: sheet.fonts.text,
  });

const drawLabel = (
  { page, fonts }: Sheet,
  text: string,
  place: { readonly x: number; readonly y: number },
): void => page.drawText(text, { ...place, size: 4.5, font: fonts.label, color: gray });

const drawPreview = (sheet: Sheet, pageNumber: string): void => {
  const { page } = sheet;
  for (const line of shadedLines) {
    page.drawRectangle({ ...areaOf(sheet, { lines: [line, line], columns: [1, 79] }), color: shade });
  }
  for (const frame of frames) drawFrame(sheet, frame);
  for (const [{ line, column }, label] of crosses) drawCross(sheet, placeOf(sheet, line, column), label);
  drawLabel(sheet, `preview of a CMS-1500 (02/12), not the form · ${pageNumber}`, placeOf(sheet, 3, 1));
};

/** A line's letters reach nine points above their baseline and three below it. */
const areaOf = (sheet: Sheet, { lines: [top, bottom], columns: [from, to] }: Omit<Frame, 'label'>) => {
  const { x, y } = placeOf(sheet, bottom, from);
  const width = (to - from + 1) * pitch.column;
  return { x: x - 1, y: y - 3, width, height: (bottom - top + 1) * pitch.line };
};

const drawFrame = (sheet: Sheet, frame: Frame): void => {
  const area = areaOf(sheet, frame);
  sheet.page.drawRectangle({ ...area, borderColor: gray, borderWidth: 0.5 });
  const y = area.y + (frame.labelBelow ? 2.5 : area.height - 5);
  if (frame.label) drawLabel(sheet, frame.label, { x: area.x + 1.5, y });
};

const drawCross = (
  sheet: Sheet,
  { x, y }: { readonly x: number; readonly y: number },
  label: string,
): void => {
  sheet.page.drawRectangle({
    ...{ x: x - 0.5, y: y - 1.5, width: 8, height: 10 },
    ...{ borderColor: gray, borderWidth: 0.4 },
  });
  drawLabel(sheet, label, { x: x - 0.5, y: y + 9.5 });
};
