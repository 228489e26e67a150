import { statSync } from 'node:fs';
import { join } from 'node:path';
import { zipFiles } from './zip.ts';

const loader = join(import.meta.dirname, 'load-function.cjs');

export type InPlace = {
  /** The archive of a function, which runs its bundle where the synthesis left it. */
  readonly zip: (directory: string) => Buffer;
  /** Grows whenever a call of a function begins or ends. */
  readonly calls: () => number;
};

/**
 * Functions that run where they were synthesised to, for a cloud that is ours and ends before the assembly does. The
 * local cloud unpacks an archive for every worker, megabytes at a place of their own each time: no worker could reuse
 * what another has compiled.
 */
export const inPlace = (directory: string): InPlace => {
  const calls = join(directory, 'work', 'calls');
  return {
    zip: (asset) => {
      const from = { bundle: join(asset, 'index.js'), compiled: join(asset, '..', 'compiled'), calls };
      const index = `exports.handler = require(${JSON.stringify(loader)})(${JSON.stringify(from)});\n`;
      return zipFiles([['index.js', Buffer.from(index)]]);
    },
    calls: () => statSync(calls, { throwIfNoEntry: false })?.size ?? 0,
  };
};
