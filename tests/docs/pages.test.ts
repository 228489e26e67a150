import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headingsOf, type Line, linksOf, readPage, spansOf } from './markdown.ts';
import { files, found, ownFolders, packageJson, pages, readText } from './repository.ts';

/** What is wrong with a page, each with its line, so that the message of a failure is the list of what to mend. */
const faults = (page: string, lines: readonly Line[], judge: (content: string) => string[]): string[] =>
  lines.flatMap(({ number, content }) => judge(content).map((fault) => `${page}:${number}: ${fault}`));

const anchorsOf = (page: string): string[] =>
  headingsOf(readPage(readText(page))).map(({ anchor }) => anchor);

const brokenLinks =
  (page: string) =>
  (content: string): string[] =>
    linksOf(content).flatMap((target) => {
      if (/^[a-z]+:/.test(target)) return [];
      const [path = '', anchor] = target.split('#');
      const file = path === '' ? page : normalize(join(dirname(page), path));
      if (found(file).length === 0) return [`the link ${target} leads to no file`];
      return anchor === undefined || anchorsOf(file).includes(anchor)
        ? []
        : [`${file} has no heading #${anchor}`];
    });

/** Runs of a script: `npm run -s cli`, `npm start`. */
const unknownScripts = (content: string): string[] =>
  Array.from(
    content.matchAll(/\bnpm (?:run (?:-s )?([\w:-]+)|(start|test)\b)/g),
    ([, run, own]) => run ?? own ?? '',
  )
    .filter((name) => !(name in packageJson.scripts))
    .map((name) => `package.json has no script ${name}`);

const areas = found('functions/*').map((path) => path.slice('functions/'.length));

/**
 * The glob that finds a file or folder of ours, if a text in backticks is the path of one: from the root, from within
 * functions/ ("intake/receive-document"), or the end of it ("guide/rules.ts", "rules.ts"). A module may stand there
 * without its ending.
 */
const globOf = (span: string): string | undefined => {
  const path = span.replace(/<[^>]*>|…/g, '*');
  if (!/^\w[\w./*@{},-]*$/.test(path)) return undefined;
  const [first = '', second = ''] = path.split('/');
  if (ownFolders.includes(first) && path.includes('/')) return `${path.replace(/\/$/, '')}{,.ts,.lambda.ts}`;
  if (areas.includes(first) && /^[\w-]+$/.test(second)) return `functions/${path}{,.ts,.lambda.ts}`;
  return /\.(ts|wat|css|cjs|asl\.json)$/.test(path) ? `**/${path}` : undefined;
};

const missingFiles = (content: string): string[] =>
  spansOf(content).flatMap((span) => {
    const glob = globOf(span);
    return glob === undefined || found(glob).length > 0 ? [] : [`\`${span}\` names no file`];
  });

/** Imports of an example, whose reader is somewhere below the root. */
const missingImports = (content: string): string[] =>
  Array.from(content.matchAll(/from '(?:\.\.?\/)+([^']+)'/g), ([, path = '']) => path)
    .filter((path) => !files.includes(path))
    .map((path) => `${path}, which an example imports, is no file`);

describe.each(pages)('%s', (page) => {
  const { text, code } = readPage(readText(page));

  it('links to what is there', () => {
    expect(faults(page, text, brokenLinks(page))).toEqual([]);
  });

  it('names files that are there', () => {
    expect([...faults(page, text, missingFiles), ...faults(page, code, missingImports)]).toEqual([]);
  });

  it('names scripts that npm can run', () => {
    expect(faults(page, [...text, ...code], unknownScripts)).toEqual([]);
  });
});
