import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { CodeSetError } from '../code-set-error.ts';
import { readZip } from './zip-archive.ts';

/** A publisher's file: from a folder, or from within a ZIP or gzip archive. */
export interface SourceFile {
  readonly name: string;
  /** The archive that it came in, or its own name. */
  readonly archive: string;
  readonly read: () => Buffer;
}

const gunzip = (packed: Buffer, name: string): Buffer => {
  try {
    return gunzipSync(packed);
  } catch (error) {
    throw new CodeSetError(`${name} is no whole gzip file; fetch it again`, { cause: error });
  }
};

const openFile = (name: string, archive: string, read: () => Buffer): SourceFile[] => {
  if (/\.zip$/i.test(name)) {
    return readZip(read(), name).flatMap((member) => openFile(basename(member.name), archive, member.read));
  }
  if (/\.gz$/i.test(name)) {
    return [{ name: name.replace(/\.gz$/i, ''), archive, read: () => gunzip(read(), name) }];
  }
  return [{ name, archive, read }];
};

/** Links to folders are not followed, so that a link to a folder above cannot go round in circles. */
const pathsBelow = (path: string): string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [path];

/** The publisher's files at a path: a file, an archive, or a folder with either, at any depth. */
export const findSourceFiles = (path: string): SourceFile[] => {
  if (!existsSync(path)) throw new CodeSetError(`There is no file or folder ${path}; check --from`);
  return pathsBelow(path).flatMap((file) =>
    openFile(basename(file), basename(file), () => readFileSync(file)),
  );
};

/** The text of a file: UTF-8, or Windows-1252 as some of CMS's older files are. */
export const readText = (file: SourceFile): string => {
  const bytes = file.read();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
};
