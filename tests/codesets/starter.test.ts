import { describe, expect, it } from 'vitest';
import { codeBookOn } from '../../codesets/code-book.ts';
import { diagnosisCodes, procedureCodes } from '../../codesets/code-set.ts';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import { findSourceFiles } from '../../codesets/install/source-files.ts';
import { findRecord } from '../../codesets/records.ts';
import { needing, sharedPath } from '../shared-material.ts';
import { inFolder } from './publisher-files.ts';

const dateOfService = '2026-05-01';
const hcpcsCodes = procedureCodes.filter(({ system }) => system === 'HCPCS');

describe('the starter set', () => {
  it('has more than a thousand diagnoses and some hundred supplies and services', () => {
    expect(diagnosisCodes.length).toBeGreaterThan(1000);
    expect(hcpcsCodes.length).toBeGreaterThan(300);
  });

  it('never lists an external cause or a manifestation first', () => {
    const wrong = diagnosisCodes.filter(
      ({ code, description, neverFirst }) =>
        !neverFirst && (/^[V-Y]/.test(code) || /classified elsewhere$/.test(description)),
    );
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  it('holds no descriptor of CPT: its CPT rows are few words', () => {
    const long = procedureCodes.filter(
      ({ system, description }) => system === 'CPT' && description.length > 80,
    );
    expect(long.map(({ code }) => code)).toEqual([]);
  });

  needing('codesets').it('agrees with the official files in every row', () =>
    inFolder(() => {
      installCodeSet(
        'icd10cm',
        findSourceFiles(sharedPath('codesets/icd10cm/icd10cm-code-descriptions-2026.zip')),
      );
      installCodeSet('hcpcs', findSourceFiles(sharedPath('codesets/hcpcs')));
      const { diagnoses, procedures } = codeBookOn(dateOfService);
      const wrong = diagnosisCodes.filter(
        ({ code, description }) => diagnoses.find(code).description !== description,
      );
      expect(wrong.map(({ code }) => code)).toEqual([]);
      const unbillable = [
        ...diagnosisCodes.filter(({ code }) => diagnoses.find(code).standing !== 'billable'),
        ...hcpcsCodes.filter(({ code }) => procedures.find(code).standing !== 'billable'),
      ];
      expect(unbillable.map(({ code }) => code)).toEqual([]);
      const doses = hcpcsCodes.filter(({ code, dose }) => {
        const said = findRecord('hcpcs', code, dateOfService)?.description.replaceAll(',', '') ?? '';
        // The dose of two drugs together is the sum of both.
        return dose && !said.includes(' and ') && !said.includes(String(dose.amount));
      });
      expect(doses.map(({ code }) => code)).toEqual([]);
    }));
});
