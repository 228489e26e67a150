import { writeInterchange } from '../../../functions/edi/envelope/interchange-writer.ts';
import { allGuides } from '../../../functions/edi/guides.ts';
import { checking, type ParsedInterchange, parseInterchanges } from '../../../functions/edi/parse.ts';
import { findingsOf } from '../../../functions/edi/sets.ts';
import { TextDecoding } from '../../../functions/edi/stream.ts';
import { stripPreamble } from '../../../functions/edi/text/delimiters.ts';

/** What a file comes to: each set with its units, what was found, whether it is written as it was. */
export type FileReading = {
  readonly sets: string; // "835: 1, 999: 0 of 1, 850: unreadable"
  readonly findings: readonly string[]; // "IK403-8 ST[1]/BPR16"
  readonly isWrittenAsRead: boolean;
};

const setsOf = ({ report, broken }: ParsedInterchange): string[] =>
  report.groups
    .flatMap(({ sets }) => sets)
    .map(({ transaction, isReadable, units }, index) => {
      if (!isReadable) return `${transaction}: unreadable`;
      const lost = broken.filter(({ set }) => set.number === index + 1).length;
      return `${transaction}: ${lost === 0 ? units : `${units - lost} of ${units}`}`;
    });

/** Line breaks and what follows the last segment are of no account. */
const segmentsOf = (text: string, terminator: string): string[] =>
  text
    .split(terminator)
    .map((segment) => stripPreamble(segment).trim())
    .filter((segment) => segment !== '');

const isWrittenAsRead = (text: string, parsed: readonly ParsedInterchange[]): boolean => {
  const written = parsed.flatMap(({ interchange }) =>
    interchange === undefined
      ? []
      : segmentsOf(writeInterchange(interchange, allGuides), interchange.delimiters.segment),
  );
  const terminators = new Set(parsed.flatMap(({ interchange }) => interchange?.delimiters.segment ?? []));
  const read = [...terminators].reduce<string[]>(
    (pieces, terminator) => pieces.flatMap((piece) => segmentsOf(piece, terminator)),
    [text],
  );
  return JSON.stringify(written) === JSON.stringify(read);
};

/** Reads a file of whatever contents with validation, and writes what was read. */
export const readFile = (bytes: Buffer): FileReading => {
  const decoding = new TextDecoding();
  const piece = decoding.decode(bytes);
  const text = (typeof piece === 'string' ? piece : piece.toString('latin1')) + decoding.end();
  const parsed = parseInterchanges(text, allGuides, checking());
  return {
    sets: parsed.flatMap(setsOf).join(', '),
    findings: parsed.flatMap(({ report }) => findingsOf(report).map(({ code, path }) => `${code} ${path}`)),
    isWrittenAsRead: isWrittenAsRead(text, parsed),
  };
};
