import type { Dictionary, Rows } from './dictionary.ts';

/** What an image is made of, so that an outdated one is known as such. */
export type ImageOrigin = { readonly edition: string; readonly fingerprint: string };

type Part = Uint8Array | Uint32Array | Float32Array;

const partsOf = (dictionary: Dictionary): Readonly<Record<string, Part>> => ({
  weights: dictionary.weights,
  termStarts: dictionary.terms.starts,
  terms: dictionary.terms.values,
  optionalStarts: dictionary.optional.starts,
  optional: dictionary.optional.values,
  termCode: dictionary.termCode,
  termSource: dictionary.termSource,
  anchoredStarts: dictionary.anchored.starts,
  anchored: dictionary.anchored.values,
  billable: dictionary.billable,
  vague: dictionary.vague,
  codeWordStarts: dictionary.codeWords.starts,
  codeWords: dictionary.codeWords.values,
  vocabulary: Buffer.from([...dictionary.vocabulary.keys()].join('\n')),
  codes: Buffer.from(dictionary.codes.join('\n')),
  spellings: Buffer.from(dictionary.spellings.join('\n')),
});

/** Numbers of four bytes must begin at a multiple of four. */
const aligned = (length: number): number => Math.ceil(length / 4) * 4;

/** Writes a dictionary as one block: a line of JSON that tells the length of each array, then the arrays. */
export const encodeDictionary = (dictionary: Dictionary, origin: ImageOrigin): Buffer => {
  const parts = Object.entries(partsOf(dictionary));
  const lengths = Object.fromEntries(parts.map(([name, part]) => [name, part.byteLength]));
  const line = JSON.stringify({ ...origin, lengths });
  const header = Buffer.from(`${line.padEnd(aligned(Buffer.byteLength(line) + 1) - 1)}\n`);
  const blocks = parts.flatMap(([, part]) => [
    Buffer.from(part.buffer, part.byteOffset, part.byteLength),
    Buffer.alloc(aligned(part.byteLength) - part.byteLength),
  ]);
  return Buffer.concat([header, ...blocks]);
};

type Header = ImageOrigin & { readonly lengths: Readonly<Record<string, number>> };

const readHeader = (bytes: Buffer): { header: Header; end: number } => {
  const end = bytes.indexOf(10) + 1;
  // We wrote it; `isImageOf` has compared the fingerprint before anything else is used.
  return { header: JSON.parse(bytes.toString('utf8', 0, end)) as Header, end };
};

/** Whether the block is an image of just this origin. */
export const isImageOf = (bytes: Buffer, origin: ImageOrigin): boolean => {
  const start = `{"edition":${JSON.stringify(origin.edition)},"fingerprint":${JSON.stringify(origin.fingerprint)},`;
  return bytes.subarray(0, Buffer.byteLength(start)).toString() === start;
};

/** Reads an image; the arrays are views into its memory, nothing is copied. */
export const decodeDictionary = (image: Buffer): Dictionary => {
  const bytes = image.byteOffset % 4 === 0 ? image : Buffer.from(Uint8Array.from(image).buffer);
  const { header, end } = readHeader(bytes);
  const places = new Map<string, { at: number; length: number }>();
  let at = end;
  for (const [name, length] of Object.entries(header.lengths)) {
    places.set(name, { at: bytes.byteOffset + at, length });
    at += aligned(length);
  }
  const place = (name: string) => places.get(name) ?? { at: bytes.byteOffset, length: 0 };
  const small = (name: string) => new Uint8Array(bytes.buffer, place(name).at, place(name).length);
  const whole = (name: string) => new Uint32Array(bytes.buffer, place(name).at, place(name).length / 4);
  const rows = (name: string, starts: string): Rows => ({ starts: whole(starts), values: whole(name) });
  const texts = (name: string): readonly string[] => Buffer.from(small(name)).toString().split('\n');
  return {
    edition: header.edition,
    vocabulary: new Map(texts('vocabulary').map((word, number) => [word, number])),
    weights: new Float32Array(bytes.buffer, place('weights').at, place('weights').length / 4),
    terms: rows('terms', 'termStarts'),
    optional: rows('optional', 'optionalStarts'),
    termCode: whole('termCode'),
    termSource: small('termSource'),
    anchored: rows('anchored', 'anchoredStarts'),
    codes: texts('codes'),
    spellings: texts('spellings'),
    billable: small('billable'),
    vague: small('vague'),
    codeWords: rows('codeWords', 'codeWordStarts'),
  };
};
