import { degrees, PDFDocument, type PDFPage } from '@cantoo/pdf-lib';
import type { AttachmentKind } from '../../domain/appeals/packet.ts';
import { margin, paper, textWidth } from './paper.ts';

/** A document that goes into a packet as it is. */
export type Enclosure = { readonly kind: AttachmentKind; readonly bytes: Uint8Array };

const starts: Readonly<Record<AttachmentKind, readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46],
  png: [0x89, 0x50, 0x4e, 0x47],
  jpeg: [0xff, 0xd8, 0xff],
};

/** What a file is by its first bytes, whatever its name says; undefined for what no packet can hold. */
export const kindOf = (bytes: Uint8Array): AttachmentKind | undefined =>
  (['pdf', 'png', 'jpeg'] as const).find((kind) => starts[kind].every((byte, at) => bytes[at] === byte));

/** Why a file cannot be put into a packet; undefined where it can. Told at once, so that nothing is missing later. */
export const objectionTo = async (bytes: Uint8Array): Promise<string | undefined> => {
  const kind = kindOf(bytes);
  if (kind === undefined) return 'A packet takes PDF, PNG and JPEG files: save it as one of them';
  try {
    const trial = await PDFDocument.create({ updateMetadata: false });
    await append(trial, { kind, bytes });
    await trial.save();
    return trial.getPageCount() === 0 ? 'The file has no page' : undefined;
  } catch (error) {
    return error instanceof Error && /encrypt/i.test(error.message)
      ? 'The PDF is protected: save it without a password'
      : 'The file cannot be read: it may be broken. Print it to a new PDF and send that';
  }
};

/** Adds the pages of a document behind those that are there, and returns how many. */
export const append = async (document: PDFDocument, { kind, bytes }: Enclosure): Promise<number> => {
  if (kind !== 'pdf') {
    await appendImage(document, kind, bytes);
    return 1;
  }
  const source = await PDFDocument.load(bytes, { updateMetadata: false });
  // What was filled in would stay behind with its form.
  if (source.getForm().getFields().length > 0) source.getForm().flatten();
  const pages = await document.copyPages(source, source.getPageIndices());
  for (const page of pages) document.addPage(page);
  return pages.length;
};

/** An image on a page of its own, as large as it fits. */
const appendImage = async (document: PDFDocument, kind: 'png' | 'jpeg', bytes: Uint8Array): Promise<void> => {
  const image = kind === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
  const room = { width: textWidth, height: paper.height - margin.top - margin.bottom };
  const { width, height } = image.scaleToFit(room.width, room.height);
  const page = document.addPage([paper.width, paper.height]);
  page.drawImage(image, {
    ...{ x: (paper.width - width) / 2, y: paper.height - margin.top - height },
    ...{ width, height },
  });
};

/** Where a text of a width stands at the foot of a page as a reader turns it, and how it is turned. */
export const footOf = (page: PDFPage, width: number) => {
  const { x, y, width: across, height: up } = page.getCropBox();
  const gap = 12;
  const turned = ((page.getRotation().angle % 360) + 360) % 360;
  const places: Readonly<Record<number, { readonly x: number; readonly y: number }>> = {
    0: { x: x + (across - width) / 2, y: y + gap },
    90: { x: x + across - gap, y: y + (up - width) / 2 },
    180: { x: x + (across + width) / 2, y: y + up - gap },
    270: { x: x + gap, y: y + (up + width) / 2 },
  };
  return { ...(places[turned] ?? { x, y }), rotate: degrees(turned) };
};
