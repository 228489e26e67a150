import { isMarkup } from './prose/read-markup.ts';

/** What the first bytes say; `text` is decoded and looked at further. */
export type ByteKind = 'pdf' | 'zip' | 'ole' | 'empty' | 'text' | { readonly isNot: string };

const ascii = (text: string): readonly number[] => Array.from(text, (sign) => sign.charCodeAt(0));

/** Kinds that none of the readers takes, by their first bytes, and what they are called. */
const others: readonly (readonly [readonly number[], string])[] = [
  [[0x49, 0x49, 0x2a, 0x00], 'a scanned image (TIFF)'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'a scanned image (TIFF)'],
  [[0x89, 0x50, 0x4e, 0x47], 'an image (PNG)'],
  [[0xff, 0xd8, 0xff], 'an image (JPEG)'],
  [ascii('GIF8'), 'an image (GIF)'],
  [[0x1f, 0x8b], 'an archive (gzip)'],
  [ascii('BZh'), 'an archive (bzip2)'],
  [[0x37, 0x7a, 0xbc, 0xaf], 'an archive (7z)'],
  [ascii('Rar!'), 'an archive (RAR)'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an archive (xz)'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'an archive (zstd)'],
  [ascii('MZ'), 'a program'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
  [ascii('RIFF'), 'a recording or an image (RIFF)'],
  [ascii('ID3'), 'a recording (MP3)'],
  [ascii('OggS'), 'a recording (Ogg)'],
];

/** Two letters are too little to tell a file from a note that begins with them. */
const isKnown = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte) &&
  (first.some((byte) => byte > 0x7e) || bytes.subarray(0, 512).includes(0));

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

/** A PDF may begin after some bytes of its sender; a note that tells of one has no cross-reference at its end. */
const isPdf = (bytes: Uint8Array): boolean => {
  const at = latin(bytes.subarray(0, 1029)).indexOf('%PDF-');
  return at === 0 || (at > 0 && /startxref|\bendobj\b/.test(latin(bytes.subarray(-4096))));
};

/** The first entry, or an empty or a split archive. */
const zipStarts = new Set(['PK\u0003\u0004', 'PK\u0005\u0006', 'PK\u0007\u0008']);

export const kindOfBytes = (bytes: Uint8Array): ByteKind => {
  if (bytes.length === 0) return 'empty';
  const start = latin(bytes.subarray(0, 4));
  if (zipStarts.has(start)) return 'zip';
  if (isKnown(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return 'ole';
  if (isPdf(bytes)) return 'pdf';
  const other = others.find(([first]) => isKnown(bytes, first));
  return other ? { isNot: other[1] } : 'text';
};

export type TextKind = 'hl7v2' | 'json' | 'ccda' | 'html' | 'rtf' | 'text' | { readonly isNot: string };

/** The name of the root element of XML, without its prefix, and the name of its space. */
const rootOf = (text: string): { readonly name: string; readonly space: string } | undefined => {
  const bare = text.replace(/^(?:\s|<\?[^>]*\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>)+/i, '');
  const found = /^<(?:[\w.-]+:)?([\w.-]+)([^>]*)>?/.exec(bare);
  return found
    ? { name: found[1] ?? '', space: /xmlns(?::\w+)?\s*=\s*["']([^"']*)/.exec(found[2] ?? '')?.[1] ?? '' }
    : undefined;
};

const kindOfXml = (text: string): TextKind | undefined => {
  const root = rootOf(text.slice(0, 100_000));
  if (!root) return undefined;
  if (root.name === 'ClinicalDocument') return 'ccda';
  if (root.name.toLowerCase() === 'html') return 'html';
  if (root.space === 'http://hl7.org/fhir') return { isNot: 'FHIR in XML' };
  return /^\s*<\?xml\b/.test(text) ? { isNot: `XML of another kind (${root.name.slice(0, 40)})` } : undefined;
};

/** Signs that no text has, beyond what ends lines, tabs and pages; 0x1c to 0x1f part records. */
const isBinary = (text: string): boolean => {
  const sample = text.slice(0, 20_000);
  const controls = sample.match(/[^\P{Cc}\s]|\ufffd/gu)?.length ?? 0;
  return controls > 0 && (sample.includes('\u0000') || controls / sample.length > 0.02);
};

/** What a decoded text is; X12 has a reader of its own elsewhere. */
export const kindOfText = (text: string): TextKind => {
  const start = text.slice(0, 200).trimStart();
  if (/^(MSH|FHS|BHS)[^\w\s]/.test(start.replace(/^\v+/, ''))) return 'hl7v2';
  if (isBinary(text)) return { isNot: 'no text: it has bytes that no text has' };
  if (start.startsWith('{\\rtf')) return 'rtf';
  if (/^ISA[^\w\s]/.test(start)) return { isNot: 'an X12 file, which `x12 show` reads' };
  if (/^\{\s*"|^\{\s*\}|^\[\s*\{/.test(start)) return 'json';
  return kindOfXml(text) ?? (isMarkup(text) ? 'html' : 'text');
};
