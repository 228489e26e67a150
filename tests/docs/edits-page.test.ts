import { expect, it } from 'vitest';
import { edits } from '../../functions/scrubbing/find-broken-edits.ts';
import { editsPage } from '../../local/build/edits-page.ts';
import { readText } from './repository.ts';

it('docs/edits.md is what the edits say today: npm run build:edits-page writes it', () => {
  expect(readText('docs/edits.md')).toBe(editsPage());
});

it('lists each edit once, in its family', () => {
  const page = editsPage();
  for (const { code } of edits) expect(page.split(`| ${code} |`), code).toHaveLength(2);
});
