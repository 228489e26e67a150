import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listArtefacts } from '../artefact.ts';
import { CodeSetError } from '../code-set-error.ts';
import { isCompiled, type Publication, type PublishedFile } from './publication.ts';

export const sha256Of = (content: Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** Whether the file is there with that very content; what has another size is not read. */
const isThere = (path: string, { sha256, bytes }: PublishedFile): boolean => {
  if (!existsSync(path)) return false;
  const content = readFileSync(path);
  return content.length === bytes && sha256Of(content) === sha256;
};

export type Deployed = { readonly folder: string | undefined };

/**
 * Lays a publication over the files that were deployed, in a new folder: what is published stands in place of what has
 * its name, the rest is as it was. Each file is held against its digest and each artefact is opened. Throws where one is
 * not what was published; nothing that is in use is touched.
 */
export const layOut = async (
  { files }: Pick<Publication, 'files'>,
  { folder: deployed }: Deployed,
  download: (file: PublishedFile) => Promise<Uint8Array>,
): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'code-sets-'));
  try {
    const published = new Set(files.map(({ name }) => name));
    for (const name of filesIn(deployed))
      if (!published.has(name)) symlinkSync(join(deployed ?? '', name), join(folder, name));
    for (const file of files) await place(file, { folder, deployed, download });
    listArtefacts(folder);
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
};

const filesIn = (folder: string | undefined): readonly string[] =>
  folder !== undefined && existsSync(folder) ? readdirSync(folder).filter(isCompiled) : [];

type Places = {
  readonly folder: string;
  readonly deployed: string | undefined;
  readonly download: (file: PublishedFile) => Promise<Uint8Array>;
};

const place = async (file: PublishedFile, { folder, deployed, download }: Places): Promise<void> => {
  const path = join(folder, file.name);
  if (deployed !== undefined && isThere(join(deployed, file.name), file))
    return symlinkSync(join(deployed, file.name), path);
  const content = await download(file);
  if (content.length !== file.bytes || sha256Of(content) !== file.sha256)
    throw new CodeSetError(`${file.name} is not what was published: publish it again`);
  writeFileSync(path, content);
};
