import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listArtefacts } from '../codesets/artefact.ts';
import { installAll } from '../codesets/install/install-code-sets.ts';
import { findSourceFiles } from '../codesets/install/source-files.ts';

const root = join(import.meta.dirname, '..');
/** Where the publishers' files are. */
export const publishersFiles = join(root, '..', 'shared', 'codesets');

/** A folder of its own, so that what a person installed for the product is not what tests and figures rest on. */
const folder = join(root, '.local', 'official-code-sets');

/** By what the sets were compiled: compiled anew when the compilers changed, or what they leave out would be missed. */
const compilers = (): string => {
  const sources = join(root, 'codesets', 'install');
  const hash = createHash('sha256').update(readFileSync(join(root, 'codesets', 'record-fields.ts')));
  for (const name of readdirSync(sources).sort()) hash.update(readFileSync(join(sources, name)));
  return hash.digest('hex');
};

const stamp = join(folder, '.compilers');

const isCompiled = (): boolean =>
  existsSync(stamp) &&
  readFileSync(stamp, 'utf8') === compilers() &&
  listArtefacts(folder).some(({ edition }) => edition.set === 'taxonomy');

/**
 * Lets this process read the official sets, compiled from the publishers' files beside the project when that has not
 * been done; false when those are not there.
 */
export const useOfficialCodeSets = (): boolean => {
  if (!existsSync(publishersFiles)) return false;
  process.env.CLAIMWRIGHT_CODESETS = folder;
  if (isCompiled()) return true;
  const outcomes = [...installAll(findSourceFiles(publishersFiles))];
  const isInstalled = outcomes.some((outcome) => 'installed' in outcome);
  if (isInstalled) writeFileSync(stamp, compilers());
  return isInstalled;
};
