import { dotted } from '../code-notation.ts';
import type { DeletedCode } from './order-file.ts';
import type { SourceFile } from './source-files.ts';
import { readTable } from './table.ts';

const code = /^[A-Z][0-9A-Z]{2}\.?[0-9A-Z]{0,4}$/;

/** "R10.2, R10.20 and R10.21" as codes; words and ranges of categories tell no single code. */
const readCodes = (text: string): string[] =>
  text
    .toUpperCase()
    .split(/\s*(?:,|;|&|\bAND\b)\s*|\s+/)
    .filter((part) => code.test(part))
    .map((part) => dotted(part));

/**
 * Reads the official conversion table, which tells for each new code of every year what was coded before: the
 * previous codes that are no longer billable, with what replaces them.
 */
export const readConversionTable = (file: SourceFile, billable: ReadonlySet<string>): DeletedCode[] => {
  const replacements = new Map<string, string[]>();
  const rows = readTable(file, {
    current: { heading: /^CURRENT CODE ASSIGNMENT/ },
    previous: { heading: /^PREVIOUS CODE/ },
  });
  for (const row of rows) {
    const current = readCodes(row.current).filter((one) => billable.has(one));
    for (const previous of readCodes(row.previous)) {
      if (billable.has(previous) || current.length === 0) continue;
      replacements.set(previous, [...new Set([...(replacements.get(previous) ?? []), ...current])]);
    }
  }
  return [...replacements].map(([previous, current]) => ({
    code: previous,
    description: '',
    replacements: current,
  }));
};
