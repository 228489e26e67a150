import { degrees, PDFDocument, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';

export type Drawn = { readonly text: string; readonly x: number; readonly y: number; readonly size?: number };

/** A PDF of pages of texts at points from the lower left corner, as printers of EHRs place them. */
export const pdf = async (
  pages: readonly (readonly Drawn[])[],
  finish: (document: PDFDocument, pages: readonly PDFPage[]) => Promise<unknown> | undefined = () =>
    undefined,
): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const made = pages.map((texts) => {
    const page = document.addPage([612, 792]);
    for (const { text, x, y, size = 10 } of texts) page.drawText(text, { x, y, size, font });
    return page;
  });
  await finish(document, made);
  return document.save();
};

/** Lines from the top down, as one column. */
export const column = (lines: readonly string[], x = 54, top = 720): readonly Drawn[] =>
  lines.map((text, at) => ({ text, x, y: top - at * 14 }));

/** Two columns, drawn line by line across the page. */
export const twoColumns = (left: readonly string[], right: readonly string[], top = 700): readonly Drawn[] =>
  Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...(left[at] === undefined ? [] : [{ text: left[at] ?? '', x: 54, y: top - at * 14 }]),
    ...(right[at] === undefined ? [] : [{ text: right[at] ?? '', x: 320, y: top - at * 14 }]),
  ]).flat();

/** A grey picture of a pixel, drawn over the whole page like a fax. */
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
  'base64',
);

export const drawScan = async (document: PDFDocument, page: PDFPage | undefined): Promise<void> => {
  const image = await document.embedPng(pixel);
  page?.drawImage(image, { x: 0, y: 0, width: 612, height: 792 });
};

export const turn = (page: PDFPage | undefined): void => page?.setRotation(degrees(90));
