import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceFile } from '../../codesets/install/source-files.ts';

/** A publisher's file with the given text; its archive is itself unless it came in one. */
export const fileOf = (name: string, text: string, archive: string = name): SourceFile => ({
  name,
  archive,
  read: () => Buffer.from(text),
});

/** A line of the order file: code without dot, "1" for billable, description. */
export const orderLine = (code: string, billable: '0' | '1', description: string): string =>
  `00001 ${code.padEnd(7)} ${billable} ${description.slice(0, 60).padEnd(60)} ${description}`;

export const orderFile = (lines: readonly string[], year = 2026): SourceFile =>
  fileOf(`icd10cm-order-${year}.txt`, `${lines.join('\r\n')}\r\n`);

/** Runs with a folder for artefacts of its own, which then is gone. */
export const inFolder = async (use: (folder: string) => unknown): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'artefacts-'));
  const before = process.env.CLAIMWRIGHT_CODESETS;
  process.env.CLAIMWRIGHT_CODESETS = folder;
  try {
    await use(folder);
  } finally {
    if (before === undefined) delete process.env.CLAIMWRIGHT_CODESETS;
    else process.env.CLAIMWRIGHT_CODESETS = before;
    rmSync(folder, { recursive: true, force: true });
  }
};
