import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diagnosisCodes, procedureCodes } from '../../codesets/code-set.ts';
import { needing, sharedPath } from '../shared-material.ts';

const orderZip = 'codesets/icd10cm/icd10cm-code-descriptions-2026.zip';
const hcpcsFile = 'codesets/hcpcs/hcpcs_level2_opps_addendumB_2026-04.csv';

/** The order file is of fixed width: code, "1" for billable, long description from column 78. */
const readOrderFile = (): Map<string, { billable: boolean; description: string }> => {
  const text = execFileSync('unzip', ['-p', sharedPath(orderZip), 'icd10cm-order-2026.txt'], {
    maxBuffer: 1 << 28,
  }).toString();
  return new Map(
    text
      .split(/\r?\n/)
      .filter((line) => line.length > 77)
      .map((line) => [
        line.slice(6, 14).trim(),
        { billable: line[14] === '1', description: line.slice(77).trim() },
      ]),
  );
};

describe('the starter code set', () => {
  needing(orderZip).it('has only billable ICD-10-CM codes, described as in the FY2026 order file', () => {
    const official = readOrderFile();
    const wrong = diagnosisCodes.filter(({ code, description }) => {
      const row = official.get(code.replace('.', ''));
      return !row?.billable || row.description !== description;
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  needing(hcpcsFile).it('has only HCPCS codes of the 2026 file', () => {
    const official = readFileSync(sharedPath(hcpcsFile), 'utf8');
    const known = procedureCodes.filter(
      ({ system, code }) => system !== 'HCPCS' || official.includes(`"${code}"`),
    );
    expect(known).toHaveLength(procedureCodes.length);
  });

  it('lists each code once', () => {
    expect(new Set(diagnosisCodes.map(({ code }) => code)).size).toBe(diagnosisCodes.length);
    expect(new Set(procedureCodes.map(({ code }) => code)).size).toBe(procedureCodes.length);
  });

  it('gives each code the side and the episode that its description names', () => {
    for (const { side, episode, description } of diagnosisCodes) {
      if (side && side !== 'unspecified') expect(description).toMatch(new RegExp(side, 'i'));
      if (episode) expect(description).toContain(episode === 'sequela' ? 'sequela' : `${episode} encounter`);
    }
  });
});
