import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  articlesOf,
  differencesOf,
  installArticles,
  measureNaive,
  measureOurs,
  told,
} from '../../bench/scrubbing/contest.ts';
import { inventVisits, procedures } from '../../bench/scrubbing/ten-lines.ts';
import { installAll } from '../../codesets/install/install-code-sets.ts';
import { fileOf, orderFile, orderLine } from '../codesets/publisher-files.ts';

const visits = inventVisits(40);
const used = [...new Set(visits.flatMap(({ codes }) => codes.diagnoses))];

/** Diagnoses that no visit has, so that articles have enough to list, and all but one of those that they have. */
const others = Array.from({ length: 300 }, (_, at) => `T${String(at + 100)}`);
const [unknown = ''] = used;

const table = (name: string, heading: string, rows: readonly string[]) =>
  fileOf(name, [heading, ...rows].join('\r\n'));

const pairs = procedures.flatMap((one, at) =>
  procedures.slice(at + 1, at + 9).map((two, place) => {
    const deleted = place === 3 ? '20200101' : '*';
    return [one, two, '', '20000101', deleted, String(place % 3 === 2 ? 9 : place % 3), 'policy'].join('\t');
  }),
);

/** The publishers' files in small, in the layouts of the whole ones. */
const files = [
  orderFile(
    [...used, ...others]
      .filter((code) => code !== unknown)
      .map((code) => orderLine(code.replace('.', ''), '1', code)),
  ),
  table(
    'ccipra-2024q3.txt',
    'Column 1\tColumn 2\t*\tEffective Date\tDeletion Date\tModifier\tPTP Edit Rationale',
    pairs,
  ),
  table(
    'mue-practitioner-2024q3.csv',
    'HCPCS/CPT Code,Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale',
    procedures.map((code, at) => `${code},${1 + (at % 3)},2 Date of Service Edit: Policy,Nature of Service`),
  ),
  table('add-on-codes-2024.csv', 'primary_code,add_on_code,aoc_edit_type', [
    ...['11102,11103,1', '17000,17003,1', '11042,11045,1', '99213,90833,1', '99214,90833,1', '64493,64494,1'],
  ]),
  table(
    'hcpcs_level2_opps_addendumB_2026-04.csv',
    'HCPCSCode,ShortDescriptor,StatusIndicator,PaymentRate,Changed?,Source',
    procedures
      .filter((code) => /^[A-Z]/.test(code) && code !== 'J1885')
      .map((code) => `"${code}","Short","E1",,false,"2026-04"`),
  ),
  table(
    'pprrvu2025_oct_no_descriptors.csv',
    'hcpcs,mod,status,not_used_for_medicare,work_rvu,nonfac_pe_rvu,nonfac_na,fac_pe_rvu,fac_na,mp_rvu,nonfac_total,fac_total,pctc,glob_days,pre_op,intra_op,post_op,mult_proc,bilat,asst,cosurg,team,endo_base,conv_factor',
    procedures.map(
      (code, at) => `${code},,${at % 9 === 0 ? 'N' : 'A'},,1,1,,1,,1,3,3,0,XXX,0,0,0,0,0,0,0,0,,32.3`,
    ),
  ),
];

describe('the benchmark of the edits', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-scrubbing-'));
  const before = process.env.CLAIMWRIGHT_CODESETS;

  beforeAll(() => {
    process.env.CLAIMWRIGHT_CODESETS = folder;
    for (const outcome of installAll(files)) expect(outcome).not.toHaveProperty('failed');
    installArticles(articlesOf(2 * procedures.length), folder);
  });
  afterAll(() => {
    if (before === undefined) delete process.env.CLAIMWRIGHT_CODESETS;
    else process.env.CLAIMWRIGHT_CODESETS = before;
    rmSync(folder, { recursive: true, force: true });
  });

  it('measures edits and scans that find the same, of each kind', async () => {
    const { differing, wall } = await measureNaive(files, articlesOf(2 * procedures.length), visits);
    expect(differing).toEqual([]);
    expect(wall.p50).toBeGreaterThan(0);
    const kinds = new Set(visits.flatMap(told).map((one) => one.split(' ')[0]));
    expect([...kinds].sort()).toEqual([
      ...['coverage-not-covered', 'diagnosis-unknown', 'ncci-add-on', 'ncci-mue', 'ncci-ptp'],
      ...['procedure-not-in-force', 'procedure-not-paid-by-medicare'],
    ]);
  });

  it('tells what one of the two misses', () => {
    const missed = visits.slice(0, 1);
    expect(differencesOf(missed, [[]])).toHaveLength(new Set(missed.flatMap(told)).size);
  });

  it('measures ours warm and in its first visit', async () => {
    const { loadMs, wall, cpu } = await measureOurs(visits, 50);
    for (const { p50, p99 } of [wall, cpu]) expect(p99).toBeGreaterThanOrEqual(p50);
    expect(loadMs).toBeGreaterThanOrEqual(0);
  });

  it('has visits of ten lines and eight diagnoses, the same in every run', () => {
    expect(inventVisits(5)).toEqual(inventVisits(5));
    for (const { codes } of visits) {
      expect(codes.services).toHaveLength(10);
      expect(codes.diagnoses).toHaveLength(8);
    }
  });
});
