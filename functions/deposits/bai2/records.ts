import type { Finding } from '../../domain/finding.ts';
import { findingAtLine } from '../bank-file.ts';

/** A record with its continuations (88), each as it stands behind its code; `size` counts them all. */
export type Bai2Record = {
  readonly code: string;
  readonly line: number;
  readonly parts: readonly string[];
  readonly size: number;
};

type Physical = { readonly line: number; readonly text: string };

const recordStart = /^(01|02|03|16|49|88|98|99),/;

/** Banks with records of one length pad them with blanks, and some then leave the line ends out. */
const physicalRecords = (text: string): readonly Physical[] => {
  const lines = text.split(/\r\n|\n|\r/);
  const length = Number(lines[0]?.split(',')[6] ?? 0);
  const isOneLine = lines.filter((line) => line.trim() !== '').length === 1;
  const cut = isOneLine && length >= 20 ? cutEvery(length, text) : lines;
  return cut
    .map((part, index) => ({ line: index + 1, text: plain(part) }))
    .flatMap(({ line, text: whole }) => severalInALine(whole).map((part) => ({ line, text: part })))
    .filter((part) => part.text !== '');
};

const cutEvery = (length: number, text: string): string[] =>
  Array.from({ length: Math.ceil(text.length / length) }, (_, at) =>
    text.slice(at * length, (at + 1) * length),
  );

/** Control-Z and NUL at the end of a file are nothing. */
const plain = (line: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken away
  line.replace(/^\uFEFF|[\u0000\u001A]/g, '').trim();

const severalInALine = (line: string): string[] => line.split(/(?<=\/) {2,}(?=(?:01|02|03|16|49|88|98|99),)/);

/**
 * The records of a file. A line that begins with no code goes on with the text of an entry, where a bank broke it;
 * anywhere else nobody knows what it is.
 */
export const readRecords = (
  text: string,
): { readonly records: readonly Bai2Record[]; readonly findings: readonly Finding[] } => {
  const records: Bai2Record[] = [];
  const findings: Finding[] = [];
  for (const { line, text: physical } of physicalRecords(text)) {
    const code = recordStart.exec(physical)?.[1];
    const last = records.at(-1);
    if (code !== undefined && code !== '88')
      records.push({ code, line, parts: [physical.slice(3)], size: 1 });
    else if (last && code === '88') records.splice(-1, 1, continued(last, physical.slice(3), 1));
    else if (last?.code === '16') records.splice(-1, 1, continued(last, physical, 0));
    else findings.push(findingAtLine(line, 'unknown-record', 'The line begins with no record of BAI2'));
  }
  return { records, findings };
};

const continued = (record: Bai2Record, part: string, size: number): Bai2Record => ({
  ...record,
  parts: [...record.parts, part],
  size: record.size + size,
});

/** Without the slash that ends a record. */
export const ended = (part: string): string => part.replace(/\s*\/?\s*$/, '');

/** The fields of a record without text, those of its continuations behind them. */
export const fieldsOf = ({ parts }: Bai2Record): readonly string[] =>
  parts
    .map(ended)
    .map((part, index) =>
      index < parts.length - 1 && !isWhole(parts[index]) ? part.replace(/,$/, '') : part,
    )
    .join(',')
    .split(',')
    .map((field) => field.trim());

const isWhole = (part = ''): boolean => part.trimEnd().endsWith('/');
