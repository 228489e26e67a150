import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registration } from './a-registration.ts';

const root = join(import.meta.dirname, '..', '..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'scrub-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/main.ts', 'scrub', ...args, '--today', '2026-03-20'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CLAIMWRIGHT_CODESETS: 'no-code-sets-here', FORCE_COLOR: '0' },
  });

const visit = (name: string, diagnoses: readonly string[], text = JSON.stringify(registration)): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, 'encounter.json'), text);
  writeFileSync(join(path, 'codes.json'), JSON.stringify({ diagnoses, services: [{ procedure: '99213' }] }));
  return join(path, 'encounter.json');
};

describe('the scrub command', () => {
  it('says in words that a visit is clean', () => {
    const path = visit('clean', ['I10']);
    const { stdout, status } = run(path);
    expect(stdout).toMatch(/: clean, 1 to know\n {2}info {3}ncci-not-checked/);
    expect(stdout).toContain(path);
    expect(status).toBe(0);
  });

  it('writes one line of JSON a visit, and a refused registration is a finding of the clinic', () => {
    const [twice, torn] = [visit('twice', ['I10', 'I10']), visit('torn', ['I10'], '{ "version": 2,')];
    const { stdout, status } = run(twice, torn, '--json');
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toMatchObject([
      {
        file: twice,
        findings: [{ code: 'diagnosis-duplicate', severity: 'block', desk: 'coder' }, { severity: 'info' }],
      },
      { file: torn, findings: [{ code: 'registration-refused', severity: 'block', desk: 'clinic' }] },
    ]);
    expect(status).toBe(1);
  });

  it('has nothing to block in the samples', () => {
    const [practice, payers] = ['samples/practice.json', 'samples/payers.json'];
    const { stdout } = spawnSync(
      process.execPath,
      ['cli/main.ts', 'scrub', 'samples/01-hypertension', '--practice', practice, '--payers', payers],
      { cwd: root, encoding: 'utf8', env: { ...process.env, CLAIMWRIGHT_CODESETS: 'no-code-sets-here' } },
    );
    expect(stdout).toContain('clean');
  });
});
