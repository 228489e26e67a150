import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check837p } from '../../functions/claims/837p/check-claim-set.ts';
import { readPdf } from '../claims/cms1500/read-pdf.ts';
import { registration } from './a-registration.ts';

const root = join(import.meta.dirname, '..', '..');
let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'claim-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, ['cli/main.ts', 'claim', ...args], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, CLAIMWRIGHT_CODESETS: 'no-code-sets-here', FORCE_COLOR: '0' },
  });

const office = { diagnoses: ['I10'], services: [{ procedure: '99213' }] };

/** A folder of a visit with its files; what is no text is written as JSON. */
const visit = (name: string, files: Readonly<Record<string, unknown>>): string => {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const [file, content] of Object.entries(files)) {
    writeFileSync(join(path, file), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return join(path, 'encounter.json');
};

describe('the claim command', () => {
  it('tells what a visit is billed as, with the codes beside it', () => {
    const path = visit('plain', { 'encounter.json': registration, 'codes.json': office });
    const { stdout, stderr, status } = run(path);
    expect(stdout).toMatch(/^plain-1 {2}C\w{10}-1 {2}2026-03-02/);
    expect(stdout).toContain('to Northwind Health Plan (CI): 138.00');
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  it('bills a sample, whose dates it fills, by what the engine proposes for the note', () => {
    const { stdout, stderr, status } = run('samples/01-hypertension/encounter.json');
    expect(stdout).toContain('A I10');
    expect(stderr).toMatch(/dates are filled: the visit was on \d{4}-\d{2}-\d{2}/);
    expect(stderr).toContain('nobody has confirmed them');
    expect(status).toBe(0);
  });

  it('prints the 837P of each claim, an interchange each, as its payer takes it', () => {
    const services = Array.from({ length: 60 }, () => ({ procedure: '97110', units: 2 }));
    const codes = join(folder, 'sixty.json');
    writeFileSync(codes, JSON.stringify({ diagnoses: ['M5450', 'I10'], services }));
    const path = visit('sixty', { 'encounter.json': registration });
    const { stdout, stderr, status } = run(path, '--codes', codes, '--x12');
    const interchanges = stdout.split(/(?=ISA\*)/);
    expect(interchanges).toHaveLength(2);
    for (const one of interchanges) expect(check837p(one)).toEqual([]);
    expect(stdout.match(/^SV1\*HC:97110\*200\*UN\*2\*\*\*1:2~/gm)).toHaveLength(60);
    expect(stderr).toContain('97110: the practice has no price on that day: 100.00 a unit is taken');
    expect(status).toBe(0);
  });

  it('fills in what the practice lacks, and says so', () => {
    const path = visit('foreign', {
      'encounter.json': {
        ...registration,
        renderingProviderNpi: '1234567893',
        coverages: [{ ...registration.coverages[0], payerId: 'medicare-ohio' }],
      },
      'codes.json': office,
    });
    const { stdout, stderr, status } = run(path, '--x12');
    expect(stdout).toContain('SBR*P*18*******MB~');
    expect(stdout).toContain('NM1*82*1*Provider*Rendering****XX*1234567893~');
    expect(stderr).toContain('no contract with medicare-ohio: taken as Medicare Part B (MB)');
    expect(stderr).toContain('1234567893 is no provider of the practice');
    expect(status).toBe(0);
  });

  it('prints claims as JSON, in whole cents', () => {
    const path = visit('json', { 'encounter.json': registration, 'codes.json': office });
    const [claim] = JSON.parse(run(path, '--json').stdout);
    expect(claim).toMatchObject({ encounterId: 'json', lines: [{ procedure: '99213', charge: 13_800 }] });
  });

  it('writes the CMS-1500 and says where it lies and what was left out', async () => {
    const path = visit('paper', {
      'encounter.json': {
        ...registration,
        coverages: [{ ...registration.coverages[0], memberId: '9'.repeat(40) }],
        medicalRecordNumber: 'M1',
      },
      'codes.json': office,
    });
    const { stdout, stderr, status } = run(
      path,
      '--pdf',
      '--preprinted',
      '--offset',
      '-3.5,6',
      '--out',
      folder,
    );
    const file = join(folder, 'paper-1.pdf');
    expect(stdout).toBe(`${file}: 1 page\n`);
    expect(stderr).toContain('box 1a: It has room for 29 of 40 characters');
    expect(stderr).toContain('visit.medicalRecordNumber: The form has no box for this');
    expect(status).toBe(1);
    const [page = []] = await readPdf(readFileSync(file));
    // The reader may take the words of a name apart.
    const names = page.filter(({ text }) => text.startsWith('PENA')).map(({ x, y }) => [x, y]);
    expect(names).toContainEqual([24 - 3.5, 792 - 20 - 120 - 6]);
  });

  it('does not write the form of one visit over that of another', () => {
    const files = { 'encounter.json': registration, 'codes.json': office };
    const paths = [visit('a/same', files), visit('b/same', files)];
    const { stdout, stderr, status } = run(...paths, '--pdf', '--out', folder);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain('same-1.pdf is that of another visit');
    expect(status).toBe(1);
  });

  it('goes on after a visit that does not do, and says what is wrong where', () => {
    const unknown = { ...registration, priorAuthorisation: 'A1' };
    const pointing = { diagnoses: ['I10'], services: [{ procedure: '99213', diagnosisPointers: [2] }] };
    const paths = [
      join(folder, 'nowhere', 'encounter.json'),
      visit('broken', { 'encounter.json': '{"patient": {,' }),
      visit('unknown', { 'encounter.json': unknown, 'codes.json': office }),
      visit('npi', {
        'encounter.json': { ...registration, renderingProviderNpi: '12' },
        'codes.json': office,
      }),
      visit('codes', { 'encounter.json': registration, 'codes.json': pointing }),
      visit('uncoded', { 'encounter.json': registration }),
      visit('good', { 'encounter.json': registration, 'codes.json': office }),
    ];
    const { stdout, stderr, status } = run(...paths);
    expect(stdout).toMatch(/^good-1/);
    for (const told of [
      `${paths[0]}: there is no such file`,
      `${paths[1]}: The file is not JSON: it breaks at line 1, column 14`,
      `${paths[2]}: priorAuthorisation: `,
      `${paths[3]}: renderingProviderNpi: This is no NPI`,
      'codes.json: services.0.diagnosisPointers: It points beyond the diagnoses',
      `${paths[5]}: no codes: name a file with --codes`,
    ]) {
      expect(stderr).toContain(told);
    }
    expect(status).toBe(1);
  });

  it('says of a visit that what was registered of a service stands on no claim, and that a patient pays alone', () => {
    const ndc = { ndc: '00409123401', quantity: 1, unit: 'ML' };
    const services = [{ procedure: 'J3301', drug: ndc }];
    const paths = [
      visit('left', { 'encounter.json': { ...registration, services }, 'codes.json': office }),
      visit('alone', { 'encounter.json': { ...registration, coverages: [] }, 'codes.json': office }),
    ];
    const { stderr, status } = run(...paths);
    expect(stderr).toContain('services: J3301 is registered and not among the codes');
    expect(stderr).toContain('the patient pays, and no claim is made');
    expect(status).toBe(1);
  });

  it('refuses options that do not go together, and a practice that does not do', () => {
    const path = visit('options', { 'encounter.json': registration, 'codes.json': office });
    expect(run(path, '--out', folder)).toMatchObject({ status: 2 });
    expect(run(path, '--pdf', '--offset', 'left').stderr).toContain('such as 3,-6');
    expect(run(path, '--practice', 'samples/payers.json')).toMatchObject({ status: 2, stdout: '' });
  });
});
