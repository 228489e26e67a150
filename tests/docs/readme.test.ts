import { describe, expect, it } from 'vitest';
import { readPage, spansOf } from './markdown.ts';
import { found, ownFolders, packageJson, readText } from './repository.ts';

const readme = readText('README.md');

/** The folders of the map under "Where things are", as they stand there. */
const mapped = readPage(readme)
  .text.filter(({ content }) => /^\| `[^`]+\/` \|/.test(content))
  .map(({ content }) => spansOf(content)[0] ?? '');

describe('the map of folders in README.md', () => {
  it.each(mapped)('leads to %s, which is there', (folder) => {
    expect(found(folder.replace(/<\w+>/, '*'))).not.toEqual([]);
  });

  it('has every folder at the top', () => {
    const shown = new Set(mapped.map((folder) => folder.split('/')[0]));
    expect(ownFolders.filter((folder) => !shown.has(folder))).toEqual([]);
  });
});

it('README.md names the versions of Node that package.json asks for', () => {
  expect(readme).toContain(`\`${packageJson.engines.node}\``);
});
