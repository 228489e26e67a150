import type { Checked } from '../../domain/finding.ts';
import { placeOf } from './json-source.ts';

/** A registration has some kilobytes; beyond this a file is something else. */
export const mostBytes = 256 * 1024;

const refused = (code: string, detail: string): Extract<Checked<never>, { success: false }> => ({
  success: false,
  findings: [{ code, path: '', detail }],
});

/** What is said of a file that has more, whether it was read or not. */
export const tooLarge = refused(
  'too-large',
  `The file has more than ${mostBytes / 1024} KB: it is no registration of one visit`,
);

/** The text of a file in UTF-8; a byte-order mark at its beginning, as Windows writes it, is no part of it. */
export const decodeFile = (body: Uint8Array): Checked<string> => {
  if (body.length > mostBytes) return tooLarge;
  if (isUtf16(body))
    return refused('not-utf-8', 'The file is UTF-16 ("Unicode"): save it as UTF-8, without another encoding');
  try {
    return { success: true, data: new TextDecoder('utf-8', { fatal: true }).decode(body) };
  } catch {
    const { line, column } = placeOf(soundBeginning(body), Number.POSITIVE_INFINITY);
    return refused(
      'not-utf-8',
      `The file is not UTF-8 text: save it as UTF-8, without another encoding (line ${line}, column ${column} has a letter of another one)`,
    );
  }
};

/** Its byte-order mark, or a zero byte beside every letter of ASCII. */
const isUtf16 = ([first, second, ...others]: Uint8Array): boolean =>
  (first === 0xff && second === 0xfe) ||
  (first === 0xfe && second === 0xff) ||
  (others.length > 0 && (first === 0) !== (second === 0));

/** As much of the text as is UTF-8. */
const soundBeginning = (body: Uint8Array): string => {
  const text = new TextDecoder('utf-8').decode(body);
  // What could not be decoded became U+FFFD; one that was written as such is three bytes.
  const at = text.indexOf('\ufffd');
  return at < 0 ? text : text.slice(0, at);
};
