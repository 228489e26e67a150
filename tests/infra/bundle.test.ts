import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bundleFunctions } from '../../infra/bundle.ts';

let root: string;

const add = (file: string, content: string): void => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'bundle-'));
  add('node_modules/@picocss/pico/css/pico.min.css', 'main { color: teal }');
  add('node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf', 'a font');
  add('web/task-page.css', 'h1 { color: "navy" }');
  add('functions/claims/close-claim.ts', "export const closed: string = 'closed';");
  add(
    'functions/claims/close-claim.lambda.ts',
    "import { closed } from './close-claim.ts';\nexport const handler = async () => [closed, PAGE_STYLE];",
  );
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bundled = async (): Promise<string> => {
  const directory = (await bundleFunctions(root)).get('claims/close-claim') ?? '';
  return readFileSync(join(directory, 'index.js'), 'utf8');
};

describe('the bundle of a function', () => {
  it('exports the handler as CommonJS, with what it imports inside', async () => {
    expect(await bundled()).toContain('closed');
    expect(await bundled()).toMatch(/module\.exports\s*=/);
  });

  it('holds the style of pages as text', async () => {
    expect(await bundled()).toContain('teal');
    expect(await bundled()).toContain('navy');
  });

  it('has the same bytes when it is made again', async () => {
    expect(await bundled()).toBe(await bundled());
  });

  it('is made for entry points only', async () => {
    expect([...(await bundleFunctions(root)).keys()]).toEqual(['claims/close-claim']);
  });
});
