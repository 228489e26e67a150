import { isMarkup, readMarkup } from '../documents/prose/read-markup.ts';
import { readRtf } from '../documents/prose/read-rtf.ts';
import { inWords, mostMarkupBytes, mostTextBytes } from '../domain/objects/size-limits.ts';

/** What the step hands to the state machine: whether the document says something to us. */
export const extractTextOutcomes = ['extracted', 'unreadable'] as const;
export type ExtractTextOutcome = (typeof extractTextOutcomes)[number];

/** What an uploaded document says, or why it says nothing to us; the reason is written for the clinic. */
export type Extraction =
  | { readonly outcome: 'extracted'; readonly text: string }
  | { readonly outcome: 'unreadable'; readonly reason: string };

export type ContentHints = { readonly fileName?: string; readonly contentType?: string };

const remedy = 'Please send the visit note as plain text (.txt, UTF-8), for example exported from the EHR.';

/** First bytes by which common formats are known; names and content types may lie. */
const signatures: readonly { readonly bytes: readonly number[]; readonly what: string }[] = [
  { bytes: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
  { bytes: [0x49, 0x49, 0x2a, 0x00], what: 'a scanned image (TIFF)' },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], what: 'a scanned image (TIFF)' },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: 'an image (PNG)' },
  { bytes: [0xff, 0xd8, 0xff], what: 'an image (JPEG)' },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: 'an image (GIF)' },
  { bytes: [0x42, 0x4d], what: 'an image (BMP)' },
  { bytes: [0x50, 0x4b, 0x03, 0x04], what: 'a Word document or an archive' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: 'an older Word document' },
];

type Unread = Extract<Extraction, { outcome: 'unreadable' }>;

/** Why a text is not read that is longer than what is read of a visit. */
export const tooMuch: Unread = {
  outcome: 'unreadable',
  reason: `The documents of a visit are read up to ${inWords(mostTextBytes)} of text, and with this one there is more. Please send the note of the visit itself, without what was copied into it.`,
};

const unreadable = (what: string): Unread => ({
  outcome: 'unreadable',
  reason: `The document is ${what}, which cannot be read here. ${remedy}`,
});

const formatOf = (bytes: Uint8Array, hints: ContentHints): string | undefined => {
  const known = signatures.find(({ bytes: first }) => first.every((byte, at) => bytes[at] === byte));
  // Two letters are too little to tell a bitmap from a note that begins with "BM".
  if (known && (known.bytes.length > 2 || bytes.includes(0))) return known.what;
  if (hints.contentType?.startsWith('image/')) return 'an image';
  if (hints.contentType === 'application/pdf') return 'a PDF';
  return undefined;
};

const decodeUtf8 = (bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** What a document is that is too large to be read, by its first bytes: of a known kind, or else too much text. */
export const nameOversized = (beginning: Uint8Array, hints: ContentHints = {}): Unread => {
  const format = formatOf(beginning, hints);
  return format ? unreadable(format) : tooMuch;
};

/** Before it is decoded: markup has more than its text, and a picture in it may have most of the bytes. */
const isTooLarge = (bytes: Uint8Array): boolean => {
  if (bytes.length <= mostTextBytes) return false;
  const isMarked = isRtf(bytes) || isMarkup(decodeAnsi(bytes.subarray(0, 20_000)));
  return !isMarked || bytes.length > mostMarkupBytes;
};

/** Share of letters from which on a text counts as written by a person; tables of vitals lie well above it. */
const leastLetters = 0.4;

const lettersShare = (text: string): number => {
  const written = text.replace(/\s/g, '');
  return (written.match(/\p{L}/gu)?.length ?? 0) / written.length;
};

/** Rich text is of seven bits, and what is not is of the page of characters that Windows uses. */
const isRtf = (bytes: Uint8Array): boolean => decodeAnsi(bytes.subarray(0, 5)) === '{\\rtf';

const decodeAnsi = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

/** The prose of a text: what HTML, a clinical document or rich text show to their reader, or the text as it is. */
export const proseOf = (text: string): string => {
  if (text.startsWith('{\\rtf')) return readRtf(text);
  return isMarkup(text) ? readMarkup(text) : text;
};

/**
 * The text of an uploaded note with line ends as "\n" and no byte-order mark; of HTML, clinical documents (C-CDA) and
 * rich text what their reader sees. Never throws, whatever the bytes.
 */
export const extractText = (bytes: Uint8Array, hints: ContentHints = {}): Extraction => {
  const format = formatOf(bytes, hints);
  if (format) return unreadable(format);
  if (isTooLarge(bytes)) return tooMuch;
  const decoded = isRtf(bytes) ? decodeAnsi(bytes) : decodeUtf8(bytes);
  if (decoded === undefined || decoded.includes('\u0000')) return unreadable('not plain UTF-8 text');
  const text = proseOf(decoded).replace(/\r\n?/g, '\n');
  if (text.trim() === '') {
    return { outcome: 'unreadable', reason: `The document is empty. ${remedy}` };
  }
  if (Buffer.byteLength(text) > mostTextBytes) return tooMuch;
  if (lettersShare(text) < leastLetters) return unreadable('mostly signs and digits, not sentences');
  return { outcome: 'extracted', text };
};
