/** A text and the encoding in which it was written; `isGuess` where neither the bytes nor the document tell it. */
export type DecodedText = { readonly text: string; readonly encoding: string; readonly isGuess: boolean };

const marks: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

const beginsWith = (bytes: Uint8Array, first: readonly number[]): boolean =>
  first.every((byte, at) => bytes[at] === byte);

/** How many of the bytes at even or at odd places are zero: text of western letters in UTF-16 has all of one kind. */
const zeros = (bytes: Uint8Array, parity: 0 | 1): number => {
  let count = 0;
  for (let at = parity; at < bytes.length; at += 2) if (bytes[at] === 0) count += 1;
  return count / Math.max(1, bytes.length / 2);
};

const wideEncoding = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, 4096);
  const [even, odd] = [zeros(sample, 0), zeros(sample, 1)];
  if (odd > 0.6 && even < 0.1) return 'utf-16le';
  if (even > 0.6 && odd < 0.1) return 'utf-16be';
  return undefined;
};

/** What HL7 calls encodings (table 0211) that the web has under another name. */
const hl7Names: Readonly<Record<string, string>> = {
  '8859/1': 'iso-8859-1',
  '8859/2': 'iso-8859-2',
  '8859/9': 'iso-8859-9',
  '8859/15': 'iso-8859-15',
  'UNICODE UTF-8': 'utf-8',
  'UNICODE UTF-16': 'utf-16be',
  UNICODE: 'utf-8',
  ASCII: 'windows-1252',
};

/** XML in its first line, HTML in its head, HL7 v2 in MSH-18. */
const declared = (beginning: string): string | undefined =>
  /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([\w.-]+)["']/i.exec(beginning)?.[1] ??
  /<meta[^>]*\bcharset\s*=\s*["']?([\w.-]+)/i.exec(beginning)?.[1] ??
  hl7Declared(beginning);

const hl7Declared = (beginning: string): string | undefined => {
  const header = /^\s*MSH(.)[^\r\n]*/.exec(beginning);
  const [first] = header?.[0].split(header[1] ?? '')[17]?.split(/[~^]/) ?? [];
  return first && hl7Names[first.trim().toUpperCase()];
};

const decodeAs = (bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
};

const latin = (bytes: Uint8Array): string => new TextDecoder('windows-1252').decode(bytes);

/** UTF-8 is what valid UTF-8 is, whatever it says of itself; only what is not is believed, and last of all guessed. */
const decodeNarrow = (bytes: Uint8Array): DecodedText => {
  const utf8 = decodeAs(bytes, 'utf-8', true);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', isGuess: false };
  const named = declared(latin(bytes.subarray(0, 2048)));
  const isNamed = named !== undefined && !/^utf-?8$|^utf-?16/i.test(named);
  const text = isNamed ? decodeAs(bytes, named, false) : undefined;
  return text === undefined
    ? { text: latin(bytes), encoding: 'windows-1252', isGuess: true }
    : { text, encoding: named ?? '', isGuess: false };
};

/** The text of bytes by their mark of order, by how they lie, by what the document declares; never throws. */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  const marked = marks.find((mark) => beginsWith(bytes, mark.bytes));
  const encoding = marked?.encoding ?? wideEncoding(bytes);
  if (encoding === undefined || encoding === 'utf-8')
    return decodeNarrow(bytes.subarray(marked?.bytes.length ?? 0));
  const text = new TextDecoder(encoding).decode(bytes);
  return { text, encoding, isGuess: false };
};
