import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
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

  const codesOfRun = (...args: readonly string[]): readonly (readonly string[])[] =>
    run(...args, '--json')
      .stdout.trim()
      .split('\n')
      .map((line) => JSON.parse(line).findings.map(({ code }: { readonly code: string }) => code));

  it('takes the visits of one patient that are given together for each other’s history', () => {
    const [one, other] = [visit('one', ['I10']), visit('other', ['I10'])];
    const somebodyElse = visit(
      'else',
      ['I10'],
      JSON.stringify({ ...registration, patient: { ...registration.patient, patientId: 'P-ELSE' } }),
    );
    const found = codesOfRun(one, other, somebodyElse);
    expect(found.map((codes) => codes.includes('history-duplicate'))).toEqual([true, true, false]);
    expect(codesOfRun(one)[0]).not.toContain('history-duplicate');
  });

  it('takes a visit that is named twice for one', () => {
    const path = visit('twice', ['I10']);
    const found = codesOfRun(path, dirname(path));
    expect(found).toEqual([['ncci-not-checked'], ['ncci-not-checked']]);
  });

  it('reads what was done on other visits from a file', () => {
    const path = visit('with-history', ['I10']);
    const { patient, dateOfService: date, renderingProviderNpi, coverages } = registration;
    const service = {
      date,
      procedure: '99213',
      renderingProviderNpi,
      payerId: coverages[0]?.payerId,
      visit: 'E1',
    };
    const file = join(folder, 'history.json');
    writeFileSync(file, JSON.stringify([{ patientId: patient.patientId, services: [service] }]));
    expect(codesOfRun(path, '--history', file)[0]).toContain('history-duplicate');
    writeFileSync(
      file,
      JSON.stringify([{ patientId: patient.patientId, services: [{ ...service, date: 'May' }] }]),
    );
    const { stderr, status } = run(path, '--history', file);
    expect(stderr).toContain('0.services.0.date');
    expect(status).toBe(2);
  });
});
