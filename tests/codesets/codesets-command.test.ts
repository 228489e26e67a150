import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { inFolder } from './publisher-files.ts';
import { registryFileName, registryText } from './registry-file.ts';

const cli = fileURLToPath(new URL('../../cli/main.ts', import.meta.url));

interface Outcome {
  readonly code: number;
  readonly output: string;
}

const run = (...words: string[]): Promise<Outcome> =>
  new Promise((done) => {
    execFile(process.execPath, [cli, 'codesets', ...words], (error, stdout, stderr) => {
      done({ code: error ? Number(error.code) : 0, output: stdout + stderr });
    });
  });

const withFile = async (name: string, text: string, use: (path: string) => Promise<void>): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'publisher-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    await use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

describe('codesets on the command line', () => {
  it('installs a file and lists it, with what is not installed', () =>
    inFolder(() =>
      withFile('pos.csv', 'pos_code,pos_name\n11,Office\n', async (path) => {
        expect(await run('install', 'pos', '--from', path)).toEqual({
          code: 0,
          output: 'pos undated: 1 rows, valid 1995-01-01 to further notice\n',
        });
        const { output } = await run('list');
        expect(output).toContain('pos.csv');
        expect(output).toMatch(/Only the starter set answers for: icd10cm \([\d,]+ codes\), hcpcs/);
        expect(output).toContain('Not installed: modifier, ncci-ptp, mue');
      }),
    ));

  it('installs the entries of a list of numbers from the NPI registry', () =>
    inFolder(() =>
      withFile(registryFileName, registryText([{ npi: '1234567893', last: 'AMES' }]), async (path) => {
        const list = `${path}.list`;
        writeFileSync(list, '1234567893\n1999999984\n');
        expect(await run('install', 'nppes', '--from', path, '--npi-list', list)).toEqual({
          code: 0,
          output: 'nppes 2026-03-08: 2 rows, valid 1995-01-01 to further notice\n',
        });
        writeFileSync(list, '1234567890');
        const { output } = await run('install', 'nppes', '--from', path, '--npi-list', list);
        expect(output).toContain('"1234567890" is no NPI');
      }),
    ));

  it.each([
    [['install', 'nppes', '--from', 'x.csv'], '--npi-list FILE (a number a line) or --state XX'],
    [['install', 'nppes', '--from', 'x.csv', '--state', 'Ohio'], '"Ohio" is no state'],
    [['install', 'icd9'], 'There is no code set "icd9"'],
    [['install', 'pos', '--from', '/no/such/file'], 'There is no file or folder /no/such/file'],
    [['install', 'pos'], 'No address is known for pos'],
    [['install', 'icd10cm', '--edition', '1999'], '(known: 2026, 2026-04, 2027)'],
    [['install', 'mue'], 'add --accept-license, or use --from'],
    [['install', 'all'], '"all" needs --from'],
  ])('answers %j in one sentence', (words, sentence) =>
    inFolder(async () => {
      const { code, output } = await run(...words);
      expect(code).toBe(2);
      expect(output).toContain(sentence);
      expect(output.trim().split('\n')).toHaveLength(1);
    }),
  );

  it('ends with 1 when one of all sets could not be installed', () =>
    inFolder(() =>
      withFile('pos.csv', 'nothing', async (path) => {
        const { code, output } = await run('install', 'all', '--from', path);
        expect(code).toBe(1);
        expect(output).toContain('pos: not installed. pos.csv: no row with the headings');
      }),
    ));
});
