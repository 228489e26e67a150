import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, matchesGlob } from 'node:path';
import { z } from 'zod';

export const root = join(import.meta.dirname, '../..');

export const readText = (path: string): string => readFileSync(join(root, path), 'utf8');

/** Folders that are made by running something, from .gitignore. */
const made = readText('.gitignore')
  .split('\n')
  .filter((line) => line.endsWith('/') || line === 'node_modules')
  .map((line) => line.replace(/\/$/, ''));

const topLevel = readdirSync(root, { withFileTypes: true }).filter(
  ({ name }) => !made.includes(name) && name !== '.git',
);

/** The folders at the top that hold what we wrote, but for those of tools (".ci"). */
export const ownFolders: readonly string[] = topLevel
  .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
  .map(({ name }) => name);

/** Every file of ours, by its path from the root. */
export const files: readonly string[] = topLevel.flatMap((entry) =>
  entry.isDirectory()
    ? readdirSync(join(root, entry.name), { recursive: true, withFileTypes: true })
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name).slice(root.length + 1))
    : [entry.name],
);

/** The pages of documentation. */
export const pages: readonly string[] = files.filter((path) => path.endsWith('.md'));

const foldersAbove = (path: string): string[] =>
  dirname(path) === '.' ? [] : [dirname(path), ...foldersAbove(dirname(path))];

const entries: readonly string[] = [...new Set([...files, ...files.flatMap(foldersAbove)])];

/** The files and folders of ours that a pattern of Node's globs names, a folder with or without a slash at its end. */
export const found = (pattern: string): readonly string[] =>
  entries.filter((path) => matchesGlob(path, pattern.replace(/\/$/, '')));

export const packageJson = z
  .object({ scripts: z.record(z.string(), z.string()), engines: z.object({ node: z.string() }) })
  .parse(JSON.parse(readText('package.json')));
