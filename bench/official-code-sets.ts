import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listArtefacts } from '../codesets/artefact.ts';
import { installAll } from '../codesets/install/install-code-sets.ts';
import { findSourceFiles } from '../codesets/install/source-files.ts';

const root = join(import.meta.dirname, '..');
const publishersFiles = join(root, '..', 'shared', 'codesets');

/** A folder of its own, so that what a person installed for the product is not what tests and figures rest on. */
const folder = join(root, '.local', 'official-code-sets');

/**
 * Lets this process read the official sets, compiled from the publishers' files beside the project when that has not
 * been done; false when those are not there.
 */
export const useOfficialCodeSets = (): boolean => {
  if (!existsSync(publishersFiles)) return false;
  process.env.CLAIMWRIGHT_CODESETS = folder;
  if (existsSync(folder) && listArtefacts(folder).some(({ edition }) => edition.set === 'taxonomy'))
    return true;
  const outcomes = [...installAll(findSourceFiles(publishersFiles))];
  return outcomes.some((outcome) => 'installed' in outcome);
};
