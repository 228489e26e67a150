import { describe, expect, it } from 'vitest';
import { installedCodeLookup } from '../../codesets/code-lookup.ts';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import { isState } from '../../codesets/states.ts';
import { fileOf, inFolder, orderFile, orderLine } from './publisher-files.ts';

const install = (): void => {
  installCodeSet('icd10cm', [
    orderFile([
      orderLine('M545', '0', 'Low back pain'),
      orderLine('M5450', '1', 'Low back pain, unspecified'),
      orderLine('I10', '1', 'Essential (primary) hypertension'),
    ]),
  ]);
  installCodeSet('hcpcs', [
    fileOf(
      'hcpcs_addendumB_2026-04.csv',
      'HCPCSCode,ShortDescriptor,StatusIndicator\n"A4565","Slings","N"\n',
    ),
    fileOf(
      'hcpcs_descriptions_2024.csv',
      'hcpcs_code,hcpcs_desc_type,hcpcs_description\nA4565,Long,"Slings, of any kind"\nJ1940,Long,Old\n',
    ),
  ]);
  installCodeSet('pos', [fileOf('pos.csv', 'pos_code,pos_type,pos_name\n11,Non-Facility,Office\n')]);
  installCodeSet('status', [
    fileOf(
      'external-codes.xml',
      '<codesets><codeset><id>claim_status</id><version><code>20</code></version></codeset><codeset><id>claim_status_cat</id><version><code>A1</code></version></codeset></codesets>',
    ),
  ]);
  const adjustments = fileOf(
    'carc-rarc.csv',
    'code,type,description,start date,end date\n45,CARC,Own words,1/1/1995,\n42,CARC,Own words,1/1/1995,6/1/2007\nN130,RARC,Own words,1/1/2002,\n',
  );
  installCodeSet('carc', [adjustments]);
  installCodeSet('rarc', [adjustments]);
};

describe('codes of X12 files', () => {
  it('are looked up in the sets of their date', () =>
    inFolder(() => {
      install();
      const { lookup, absent } = installedCodeLookup();
      const day = '2026-05-04';
      expect(lookup('icd-10-cm', 'M5450', day)).toBe(true);
      expect(lookup('icd-10-cm', 'M545', day)).toBe(false); // a heading
      expect(lookup('icd-10-cm', 'I10', day)).toBe(true);
      expect(lookup('icd-10-cm', 'XYZ', day)).toBe(false);
      expect(lookup('procedure', 'A4565', day)).toBe(true);
      expect(lookup('procedure', 'J1940', day)).toBe(false); // ended
      expect(lookup('place-of-service', '11', day)).toBe(true);
      expect(lookup('place-of-service', '10', day)).toBe(false);
      expect(lookup('claim-status', '20', day)).toBe(true);
      expect(lookup('claim-status', 'A1', day)).toBeUndefined(); // a category; the list tells no date of its own
      expect(lookup('claim-status-category', 'A1', day)).toBe(true);
      expect(lookup('carc', '45', undefined)).toBe(true);
      expect(lookup('carc', '42', '2005-01-03')).toBe(true);
      expect(lookup('carc', '42', day)).toEqual({ endedOn: '2007-06-01' });
      expect(lookup('carc', '42', '1994-01-03')).toEqual({ beginsOn: '1995-01-01' });
      expect(lookup('rarc', 'N130', day)).toBe(true);
      expect([...absent]).toEqual([]);
    }));

  it('of a time without an edition may be valid', () =>
    inFolder(() => {
      install();
      const { lookup } = installedCodeLookup();
      expect(lookup('icd-10-cm', 'I10', '2030-05-04')).toBe(true);
      expect(lookup('icd-10-cm', 'XYZ', '2030-05-04')).toBeUndefined();
    }));

  it('that a list of X12 does not have are wrong up to the day of the list, and not known here after it', () =>
    inFolder(() => {
      const rows = [
        'code,type,description,start date,last modified,end date',
        '45,CARC,Own words,1/1/1995,7/1/2024,',
        '42,CARC,Own words,1/1/1995,,6/1/2007',
        'N130,RARC,Own words,1/1/2002,3/1/2023,',
      ];
      const list = fileOf('carc-rarc.csv', rows.join('\n'));
      installCodeSet('carc', [list]);
      installCodeSet('rarc', [list]);
      const { lookup, unknown } = installedCodeLookup();
      expect(lookup('carc', '999', '2024-06-30')).toBe(false);
      expect(lookup('carc', '999', '2024-07-01')).toBe(false);
      expect(lookup('rarc', 'N999', '2024-07-02')).toBeUndefined();
      expect(lookup('carc', '45', '2030-01-02')).toBe(true);
      expect(lookup('carc', '42', '2030-01-02')).toEqual({ endedOn: '2007-06-01' });
      expect([...unknown]).toEqual([expect.stringContaining('rarc N999 on 2024-07-02')]);
    }));

  it('of sets that nobody installed cannot be told, and those sets are named', () =>
    inFolder(() => {
      const { lookup, absent } = installedCodeLookup();
      expect(lookup('procedure', '99213', '2026-05-04')).toBeUndefined();
      expect(lookup('taxonomy', '207Q00000X', undefined)).toBeUndefined();
      expect(lookup('modifier', '25', '2026-05-04')).toBeUndefined();
      expect([...absent]).toEqual(['cpt', 'taxonomy']);
    }));

  it('of states are known without a file', () => {
    expect(installedCodeLookup().lookup('state', 'NE', undefined)).toBe(true);
    expect(['PR', 'ON', 'AE', 'XX', 'ne', ''].map(isState)).toEqual([true, true, true, false, false, false]);
  });
});
