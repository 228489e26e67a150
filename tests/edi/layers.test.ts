import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../functions/edi');

/** Values that everything speaks of. */
const values = ['findings.ts', 'money.ts', 'npi.ts', 'service-period.ts'];

/** The rooms of docs/x12.md in their order; guides (x835/ and the like) stand before what the product calls. */
const order = ['values', 'text', 'standard', 'guide', 'compiled', 'engine', 'envelope', 'guides', 'entries'];

const folderOf = (file: string): string => (file.includes('/') ? dirname(file) : '');

const roomOf = (file: string): string => {
  const folder = folderOf(file);
  if (folder === '') return values.includes(file) ? 'values' : 'entries';
  return /^x\d/.test(folder) ? 'guides' : folder;
};

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?'(\.[^']*)'/g)].map(([, path = '']) =>
    normalize(join(dirname(file), path)),
  );
};

const files = globSync('**/*.ts', { cwd: root });
const imports = files.flatMap((file) => importsOf(file).map((imported) => ({ file, imported })));

/** Whether a file may know another one: of its own room, or of one before it; no guide knows another. */
const mayImport = ({ file, imported }: (typeof imports)[number]): boolean => {
  const [own, other] = [order.indexOf(roomOf(file)), order.indexOf(roomOf(imported))];
  if (other < 0 || own < 0 || other > own) return false;
  return roomOf(file) !== 'guides' || roomOf(imported) !== 'guides' || folderOf(file) === folderOf(imported);
};

describe('the rooms of the codec', () => {
  it('are all in the order', () => {
    expect(new Set(files.map(roomOf))).toEqual(new Set(order));
  });

  it('import only themselves and what stands before them, and nothing of ours besides', () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.filter((one) => !mayImport(one))).toEqual([]);
  });
});
