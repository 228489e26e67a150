import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { useOfficialCodeSets } from '../bench/official-code-sets.ts';

const folder = join(import.meta.dirname, '../../shared');

/** Where published material lies, beside the project: public X12 samples, publishers' code sets. */
export const sharedPath = (...path: string[]): string => join(folder, ...path);

/** `describe` and `it` of tests that rest on something: where it is absent they are skipped, and a line says so. */
const restingOn = (material: string, isHere: boolean) => {
  if (!isHere) console.warn(`${material} is not here: what rests on it is not tested.`);
  return { isHere, describe: describe.skipIf(!isHere), it: it.skipIf(!isHere) };
};

/** For tests that need a file or a folder of the published material, which lies at the `path` given back. */
export const needing = (name: string) => {
  const path = sharedPath(name);
  return { path, ...restingOn(`../shared/${name}`, existsSync(path)) };
};

/** For tests that need the official code sets, which this process reads from now on where they are there. */
export const needingOfficialCodeSets = () => restingOn('../shared/codesets', useOfficialCodeSets());
