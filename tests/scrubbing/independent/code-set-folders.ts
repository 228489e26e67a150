import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installCodeSet } from '../../../codesets/install/install-code-sets.ts';
import { downloadOf } from '../../codesets/coverage-articles/coverage-files.ts';
import { articles } from './articles.ts';

/** Runs with the code sets of a folder. */
export const within = <T>(folder: string, run: () => T): T => {
  const before = process.env.CLAIMWRIGHT_CODESETS;
  process.env.CLAIMWRIGHT_CODESETS = folder;
  try {
    return run();
  } finally {
    if (before === undefined) delete process.env.CLAIMWRIGHT_CODESETS;
    else process.env.CLAIMWRIGHT_CODESETS = before;
  }
};

/**
 * Folders with the sets of another one and the invented articles, without the set that a case goes without; each is made
 * when it is first asked for, and `remove` takes them away.
 */
export const foldersFrom = (official: string | undefined) => {
  const made = new Map<string, string>();
  const make = (without: string): string => {
    const folder = mkdtempSync(join(tmpdir(), 'independent-'));
    for (const name of official === undefined ? [] : readdirSync(official))
      if (!name.startsWith(`${without}_`)) symlinkSync(join(official ?? '', name), join(folder, name));
    if (without !== 'coverage') within(folder, () => installCodeSet('coverage', downloadOf(articles)));
    made.set(without, folder);
    return folder;
  };
  return {
    without: (set = 'nothing'): string => made.get(set) ?? make(set),
    remove: (): void => {
      for (const folder of made.values()) rmSync(folder, { recursive: true, force: true });
    },
  };
};
