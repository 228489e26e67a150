import { type Artefact, codeSetsFolder } from '../artefact.ts';
import { CodeSetError } from '../code-set-error.ts';
import { CodeSetName } from '../edition.ts';
import { compilers } from './compilers.ts';
import type { SourceFile } from './source-files.ts';
import { writeArtefact } from './write-artefact.ts';

/** Compiles one set from the publisher's files; what is installed stays as it is unless all of it succeeds. */
export const installCodeSet = (
  set: CodeSetName,
  files: readonly SourceFile[],
  folder: string = codeSetsFolder(),
): Artefact[] => compilers[set].compile(files).map((content) => writeArtefact(content, folder));

/** What an installation of everything did with a set. */
export type SetOutcome =
  | { readonly set: CodeSetName; readonly installed: readonly Artefact[] }
  | { readonly set: CodeSetName; readonly failed: string }
  | { readonly set: CodeSetName; readonly absent: true };

/** Installs every set that the files hold; a bad file fails its own set only. */
export function* installAll(
  files: readonly SourceFile[],
  folder: string = codeSetsFolder(),
): Generator<SetOutcome> {
  for (const set of CodeSetName.options) {
    if (!files.some((file) => compilers[set].recognises(file.name))) {
      yield { set, absent: true };
      continue;
    }
    try {
      yield { set, installed: installCodeSet(set, files, folder) };
    } catch (error) {
      if (!(error instanceof CodeSetError)) throw error;
      yield { set, failed: error.message };
    }
  }
}
