import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Payer } from '../../functions/domain/payer.ts';
import { readRegistration } from '../../functions/intake/read-registration.ts';
import { practice } from '../factories/practices.ts';
import { readSampleFile } from '../factories/sample-files.ts';
import { readText } from './repository.ts';

const readme = readText('README.md');
const section = readme.slice(readme.indexOf('## Register a visit'), readme.indexOf('## Deploy it to AWS'));

const blocksOf = (language: string): string[] =>
  [...section.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    ([, block = '']) => block,
  );

const payerIds = new Set(
  z
    .array(Payer)
    .parse(JSON.parse(readSampleFile('payers.json')))
    .map(({ payerId }) => payerId),
);

const read = (text: string) =>
  readRegistration(new TextEncoder().encode(text), { today: '2026-11-30', payerIds });

const [example = ''] = blocksOf('json');

describe.each([
  ['of README.md', example],
  ['docs/encounter.full.json', readText('docs/encounter.full.json')],
])('the registration %s', (_name, text) => {
  it('is taken as it stands, for the sample practice and its payers', () => {
    const registration = read(text);
    expect(registration).toMatchObject({ success: true });
    const npis = practice().providers.map(({ npi }) => npi);
    expect(registration.success && npis.includes(registration.data.renderingProviderNpi)).toBe(true);
  });
});

describe('the example of README.md', () => {
  it('needs all that it says but its version', () => {
    for (const name of Object.keys(JSON.parse(example)).filter((one) => one !== 'version')) {
      const { [name]: _gone, ...rest } = JSON.parse(example);
      const refused = read(JSON.stringify(rest));
      expect(refused.success ? [] : refused.findings.map(({ path }) => path)).toContain(name);
    }
  });

  it('is refused in the words that README.md shows', () => {
    const wrong = example
      .replace('"relationship": "self"', '"relationship": "Self"')
      .replace('2450100021', '2450100022');
    const refused = read(wrong);
    const told = refused.success ? [] : refused.findings.map(({ path, detail }) => `${path}: ${detail}`);
    const shown = blocksOf('text').flatMap((block) => block.trim().split('\n'));
    expect(shown.length).toBe(2);
    for (const line of shown) {
      const [beginning = ''] = line.split('…');
      expect(
        told.some((one) => one.startsWith(beginning.trimEnd())),
        `${line}\n${told.join('\n')}`,
      ).toBe(true);
    }
  });
});
