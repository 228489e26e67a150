import { CodeSetError } from '../code-set-error.ts';
import type { EditionContent } from '../install/write-artefact.ts';

const fileName = /^npidata_pfile_\d{8}-(\d{4})(\d\d)(\d\d)\.csv$/i;
const archiveName = /^NPPES_Data_Dissemination.*\.zip$/i;

/** The full or weekly file of the registry, or the archive in which it comes. */
export const isNppesFile = (name: string): boolean => fileName.test(name) || archiveName.test(name);

/** The day as of which a file was made, by the name that CMS gives it. */
export const madeOn = (name: string): string | undefined => {
  const [, year, month, day] = fileName.exec(name) ?? [];
  return year && month && day ? `${year}-${month}-${day}` : undefined;
};

/** Nine million providers are more than a practice has use for: whoever installs the registry says of whom. */
export const refuseWholeRegistry = (): EditionContent[] => {
  throw new CodeSetError(
    'the registry is installed by itself and in part: codesets install nppes --from FILE --npi-list LIST, or --state XX',
  );
};
