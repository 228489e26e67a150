import { describe, expect, it } from 'vitest';
import { listArtefacts } from '../../codesets/artefact.ts';
import { codeBookOn } from '../../codesets/code-book.ts';
import type { CodeSetName } from '../../codesets/edition.ts';
import { installAll, installCodeSet } from '../../codesets/install/install-code-sets.ts';
import { findSourceFiles, type SourceFile } from '../../codesets/install/source-files.ts';
import { findRecord, findRecords, findRelativeValues } from '../../codesets/records.ts';
import { needing, sharedPath } from '../shared-material.ts';
import { fileOf, inFolder } from './publisher-files.ts';

const withSet = (set: CodeSetName, files: readonly SourceFile[], use: () => void): Promise<void> =>
  inFolder(() => {
    installCodeSet(set, files);
    use();
  });

const hcpcsLine = (kind: string, code: string, long: string, rest = ''): string =>
  `${code.padEnd(5)}00100${kind}${long.padEnd(80)}${rest}`.padEnd(320);

const objections = (code: string) =>
  codeBookOn('2026-05-01')
    .check({ kind: 'procedure', code })
    .map((finding) => finding.code);

describe('HCPCS', () => {
  it("is read from CMS's fixed-width record, with continued descriptions and ended codes", () => {
    const dates = (added: string, ended = '') =>
      `${'Short'.padEnd(28)}${' '.repeat(149)}${added}20260101${ended.padEnd(8)}`;
    const text = [
      hcpcsLine('3', 'A4565', 'Slings', dates('19860101')),
      hcpcsLine('3', 'J1940', 'Injection, furosemide,', dates('19820101', '20241231')),
      hcpcsLine('4', 'J1940', 'up to 20 mg'),
      hcpcsLine('7', '   25', 'A modifier'),
    ].join('\r\n');
    return withSet('hcpcs', [fileOf('HCPC2026_APR_ANWEB.txt', text)], () => {
      expect(findRecord('hcpcs', 'A4565', '2026-05-01')).toMatchObject({
        description: 'Slings',
        inForce: true,
      });
      expect(findRecord('hcpcs', 'J1940', '2026-05-01')).toBeUndefined();
      expect(objections('J1940')).toEqual(['procedure-unknown']);
    });
  });

  it('has its modifiers in the same file, each with the days it was added and ended', () => {
    const dates = (added: string, ended = '') =>
      `${'Short'.padEnd(28)}${' '.repeat(149)}${added}20260101${ended.padEnd(8)}`;
    const text = [
      hcpcsLine('3', 'A4565', 'Slings', dates('19860101')),
      hcpcsLine('7', '   JZ', 'Nothing was', dates('20230101')),
      hcpcsLine('8', '   JZ', 'discarded'),
      hcpcsLine('7', '   SZ', 'Habilitative', dates('20140101', '20171231')),
    ].join('\r\n');
    return withSet('modifier', [fileOf('HCPC2026_APR_ANWEB.txt', text)], () => {
      const standing = (code: string, date: string) => codeBookOn(date).lists.modifier(code);
      expect(findRecord('modifier', 'JZ', '2026-05-01')?.description).toBe('Nothing was discarded');
      expect(standing('JZ', '2026-05-01')).toMatchObject({
        standing: 'valid',
        edition: '2026-04',
        inForce: true,
      });
      expect(standing('JZ', '2022-12-31')).toMatchObject({ standing: 'not-yet', day: '2023-01-01' });
      expect(standing('SZ', '2026-05-01')).toMatchObject({ standing: 'ended', day: '2017-12-31' });
      expect(standing('QZ', '2026-05-01')).toMatchObject({ standing: 'unlisted' });
      expect(standing('25', '2026-05-01')).toBeUndefined();
      expect(standing('93', '2021-05-01')).toMatchObject({ standing: 'not-yet', edition: 'starter' });
    });
  });

  it('is read from Addendum B and an older long list, which tells what has ended', () =>
    withSet(
      'hcpcs',
      [
        fileOf(
          'hcpcs_addendumB_2026-04.csv',
          'HCPCSCode,ShortDescriptor,StatusIndicator\n"A4565","Slings","N"\n',
        ),
        fileOf(
          'hcpcs_descriptions_2024.csv',
          'hcpcs_code,hcpcs_desc_type,hcpcs_description\nA4565,Long,"Slings, of any kind"\nJ1940,Long,Old\nS0020,Long,Private\n',
        ),
      ],
      () => {
        expect(findRecord('hcpcs', 'A4565', '2026-05-01')?.description).toBe('Slings, of any kind');
        expect(objections('A4565')).toEqual([]);
        expect(objections('S0020')).toEqual([]);
        expect(objections('J1940')).toEqual(['procedure-ended']);
        expect(findRecord('hcpcs', 'A4565', '2026-03-02')?.inForce).toBe(false);
      },
    ));

  it('has nothing against any code where it is not installed, and says that the starter set answers', () =>
    inFolder(() => {
      expect(objections('A0000')).toEqual([]);
      expect(codeBookOn('2026-05-01').codesInUse('hcpcs')).toMatchObject({
        source: 'starter',
        inForce: false,
      });
    }));
});

describe('MUE', () => {
  const table = (units: string) =>
    fileOf(
      'MCR_MUE_PractitionerServices_Eff_04-01-2026.csv',
      `"Copyright ... all rights reserved",,,\n"HCPCS/\nCPT Code",Practitioner Services MUE Values,MUE Adjudication Indicator,MUE Rationale\n20610,${units},3 Date of Service Edit: Clinical,Anatomic\n`,
    );

  it('is read below its licence', () =>
    withSet('mue', [table('2')], () => {
      expect(findRecord('mue', '20610', '2026-05-01')).toMatchObject({
        units: 2,
        adjudication: 'day-clinical',
      });
    }));

  it('is refused whole for one value that is no number', () => {
    expect(() => installCodeSet('mue', [table('two')])).toThrow('row 3: "two"');
  });
});

describe('add-on codes', () => {
  const expected = [
    { primary: '11042', type: 1 },
    { primary: undefined, type: 2 },
  ];

  it.each([
    [
      'a table',
      'add-on-codes-2026.csv',
      'primary_code,add_on_code,aoc_edit_type\n11042,11045,1\nCCCCC,11045,2\n',
    ],
    [
      'the fixed-width file',
      'AOC_V2026Q2.txt',
      `111045       11042       2013091       Text\n211045       CCCCC       2013091       Text\n111045       11043       2013091${'2019365'}Text\n`,
    ],
  ])('are read from %s', (_what, name, text) =>
    withSet('add-on', [fileOf(name, text)], () => {
      const found = findRecords('add-on', '11045', '2026-05-01');
      expect(found.map(({ primary, type }) => ({ primary, type }))).toEqual(expected);
    }),
  );
});

describe('the fee schedule', () => {
  it('is read where its headings stand over several rows', () => {
    const text = [
      '2026 National Physician Fee Schedule,,,,,,,,,,,,,',
      ',,,STATUS,WORK,NON-FAC,FACILITY,MP,NON-FACILITY,FACILITY,GLOB,MULT,BILAT,CONV',
      'HCPCS,MOD,DESCRIPTION,CODE,RVU,PE RVU,PE RVU,RVU,TOTAL,TOTAL,DAYS,PROC,SURG,FACTOR',
      '20610,,Own words,A,0.79,1.05,.42,0.13,1.97,1.34,000,2,1,33.4009',
    ].join('\n');
    return withSet('mpfs', [fileOf('PPRRVU2026_Jan_nonQPP.csv', text)], () => {
      expect(findRelativeValues('20610', '', '2026-03-02')).toMatchObject({
        work: 0.79,
        practiceFacility: 0.42,
        totalNonFacility: 1.97,
        globalDays: '000',
        bilateral: '1',
        conversionFactor: 33.4009,
      });
      expect(findRelativeValues('20610', '26', '2026-03-02')).toBeUndefined();
    });
  });
});

describe('lists', () => {
  it('keep the days on which an adjustment code began and ended', () => {
    const text =
      'code,type,description,start date,end date\n1,CARC,Deductible,1995-01-01,\n2,CARC,Gone,1995-01-01,2003-10-16\nM1,RARC,X-ray,1997-01-01,\nCO,Group,Contract,,\n';
    const file = fileOf('carc-rarc-2024.csv', text);
    return inFolder(() => {
      expect(installCodeSet('carc', [file])[0]?.edition.rows).toBe(2);
      expect(installCodeSet('rarc', [file])[0]?.edition.rows).toBe(1);
      expect(findRecord('carc', '1', '2026-03-02')?.description).toBe('Deductible');
      expect(findRecord('carc', '2', '2003-10-16')?.description).toBe('Gone');
      expect(findRecord('carc', '2', '2003-10-17')).toBeUndefined();
    });
  });

  it('hold places of service, taxonomy, status and the CPT of a licence', () =>
    inFolder(() => {
      installCodeSet('pos', [
        fileOf('pos.csv', 'pos_code,pos_type,pos_name\n11,Non-Facility,Office\n7,Facility,Unassigned\n'),
      ]);
      installCodeSet('taxonomy', [
        fileOf(
          'nucc_taxonomy_251.csv',
          'Code,Grouping,Classification,Specialization\n207Q00000X,Physicians,Family Medicine,\n',
        ),
      ]);
      installCodeSet('status', [
        fileOf(
          'external-codes.xml',
          '<codesets><codeset><id>claim_status</id><version><code>20</code></version></codeset><codeset><id>claim_status_cat</id><version><code>A1</code></version></codeset></codesets>',
        ),
      ]);
      installCodeSet('cpt', [
        fileOf('cpt-2026.txt', '99213 Own words for a visit\nheader\n0001F\tOwn words\n'),
      ]);
      expect(findRecord('pos', '11', '2026-03-02')).toMatchObject({
        name: 'Office',
        setting: 'non-facility',
      });
      expect(findRecord('pos', '07', '2026-03-02')).toBeUndefined();
      expect(findRecord('taxonomy', '207Q00000X', '2026-03-02')?.classification).toBe('Family Medicine');
      expect(findRecord('status', 'A1', '2026-03-02')?.kind).toBe('category');
      expect(findRecord('cpt', '99213', '2026-03-02')?.description).toBe('Own words for a visit');
      expect(findRecord('cpt', '99213', '2027-03-02')?.inForce).toBe(false);
    }));
});

describe('an installation of everything', () => {
  it('installs what is there, names what is not, and lets a bad file fail its own set only', () =>
    inFolder((folder) => {
      const files = [
        fileOf('pos.csv', 'pos_code,pos_name\n11,Office\n'),
        fileOf('nucc_taxonomy_251.csv', 'nothing'),
      ];
      const outcomes = new Map([...installAll(files, folder)].map((outcome) => [outcome.set, outcome]));
      expect(outcomes.get('pos')).toHaveProperty('installed');
      expect(outcomes.get('taxonomy')).toMatchObject({
        failed: expect.stringContaining('no row with the headings'),
      });
      expect(outcomes.get('icd10cm')).toEqual({ set: 'icd10cm', absent: true });
      expect(listArtefacts(folder).map(({ edition }) => edition.set)).toEqual(['pos']);
    }));

  needing('codesets').it("reads CMS's, X12's and NUCC's own files", () =>
    inFolder((folder) => {
      // The large sets have tests of their own.
      const files = findSourceFiles(sharedPath('codesets')).filter(({ name }) => !/order|ccipra/.test(name));
      const rows = [...installAll(files, folder)].flatMap((outcome) =>
        'installed' in outcome ? outcome.installed.map(({ edition }) => [edition.set, edition.rows]) : [],
      );
      expect(Object.fromEntries(rows)).toEqual({
        hcpcs: 6664,
        mue: 14_677,
        'add-on': 7465,
        mpfs: 19_090,
        pos: 52,
        carc: 405,
        rarc: 1171,
        status: 807,
        taxonomy: 883,
      });
    }));
});
