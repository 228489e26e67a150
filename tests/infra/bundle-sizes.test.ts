import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';

const outdir = mkdtempSync(join(tmpdir(), 'bundles-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

const bundles = await bundleFunctions(join(import.meta.dirname, '../..'), outdir);
const sizes = [...bundles].map(([name, folder]) => {
  const text = readFileSync(join(folder, 'index.js'));
  return { name, text, archived: deflateRawSync(text).length };
});

/** In the archive that Lambda gets. */
const mostBytes = 800_000;

/** The task page makes packets of PDF, with a font, and reads the pages that it is sent. */
const larger: Readonly<Record<string, number>> = { 'api/task-page': 1_700_000 };

describe('the bundles of the functions', () => {
  it.each(sizes)('$name is small enough to be loaded at once', ({ name, archived }) => {
    expect(archived).toBeLessThanOrEqual(larger[name] ?? mostBytes);
  });

  it('speak English alone: the other languages of the library for shapes are left out', () => {
    // "Invalid input" in French, as zod has it.
    for (const { text } of sizes) expect(text.includes('Entrée invalide')).toBe(false);
    expect(sizes.every(({ text }) => text.includes('Invalid input'))).toBe(true);
  });
});
