import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readRelativeValues } from '../../cli/fees-command.ts';
import { medicareFees } from '../../functions/contracts/medicare-fees.ts';
import { readCostIndices } from '../../functions/contracts/read-cost-indices.ts';
import { needing, sharedPath } from '../shared-material.ts';

const values = {
  ...{
    code: '99213',
    modifier: '',
    status: 'A',
    work: 1.3,
    practiceNonFacility: 1.35,
    practiceFacility: 0.57,
  },
  ...{ malpractice: 0.1, multipleProcedure: '0', bilateral: '0', conversionFactor: 32.3465 },
};

const schedule = {
  ...{ payerId: 'harbor', locality: '15202-00', from: '2025-10-01', to: '2025-12-31', source: 'PPRRVU' },
  indices: { work: 1, practice: 0.911, malpractice: 1.033 },
};

describe('Medicare’s fees', () => {
  // (1.30 × 1 + 1.35 × 0.911 + 0.10 × 1.033) × 32.3465 = 85.173…; with 0.57 for the facility: 62.188…
  it('are work, practice and malpractice, each with its index, times the conversion factor, for each setting', () => {
    expect(medicareFees([values], schedule)).toMatchObject([
      { setting: 'non-facility', amount: 8517, to: '2025-12-31', locality: '15202-00' },
      { setting: 'facility', amount: 6219 },
    ]);
  });

  it('are one line where both settings are paid alike', () => {
    const [line, ...more] = medicareFees([{ ...values, practiceFacility: 1.35 }], schedule);
    expect([line?.setting, line?.amount, more]).toEqual([undefined, 8517, []]);
  });

  it.each(['B', 'C', 'E', 'I', 'J', 'M', 'N', 'P', 'X'])('have no line for status %s', (status) => {
    expect(medicareFees([{ ...values, status }], schedule)).toEqual([]);
  });

  it.each([
    ['2', '1', 'standard', 150],
    ['3', '2', 'endoscopy', 100],
    ['4', '3', 'imaging', 200],
    ['0', '9', undefined, undefined],
  ])(
    'say how further procedures (%s) and both sides (%s) are paid',
    (multipleProcedure, bilateral, kind, percent) => {
      const [line] = medicareFees([{ ...values, multipleProcedure, bilateral }], schedule);
      expect([line?.multipleProcedure, line?.bilateralPercent]).toEqual([kind, percent]);
    },
  );
});

describe('cost indices', () => {
  const table = `ADDENDUM E. FINAL CY 2026 GPCIs,,,,,,
Medicare Administrative Contractor (MAC),State,Locality Number,Locality Name,2026 PW GPCI (with 1.0 Floor),2026 PE GPCI,2026 MP GPCI
15202,OH,00,OHIO,1.000,0.911,1.033
13202,NY,01,MANHATTAN,1.065,1.166,1.656
`;

  it('are read by contractor and locality', () => {
    expect(readCostIndices(table, '13202-01')).toEqual({
      success: true,
      data: { work: 1.065, practice: 1.166, malpractice: 1.656 },
    });
  });

  it('are not taken of another locality', () => {
    expect(readCostIndices(table, '15202-01')).toMatchObject({ success: false });
    expect(readCostIndices('MAC,State\n15202,OH', '15202-00')).toMatchObject({
      success: false,
      findings: [{ code: 'no-column' }],
    });
  });
});

const official = needing('codesets/mpfs/pprrvu2025_oct_no_descriptors.csv');

official.describe('the relative values of October 2025', () => {
  const fees = (locality: string) => {
    const indices = readCostIndices(
      readFileSync(sharedPath('codesets/mpfs/gpci-2024.csv'), 'utf8'),
      locality,
    );
    if (!indices.success) throw new Error('The locality is in the table');
    const [edition] = readRelativeValues(official.path);
    return medicareFees(edition?.values ?? [], { ...schedule, locality, indices: indices.data });
  };

  // By hand: (work × w + practice × p + malpractice × m) × 32.3465, from the rows of the file.
  it.each([
    ['15202-00', '99213', '', 'non-facility', 8517],
    ['15202-00', '99213', '', 'facility', 6219],
    ['13202-01', '99213', '', 'non-facility', 10_106],
    ['13202-01', '71046', '26', undefined, 1113],
    ['15202-00', '45378', '53', 'facility', 8660],
    ['02102-01', '20610', '', 'non-facility', 7719],
  ])(
    'come in %s to the amount that hand reckons for %s %s',
    (locality, procedure, modifier, setting, amount) => {
      const found = fees(locality).filter(
        (one) =>
          one.procedure === procedure && one.modifiers.join('') === modifier && one.setting === setting,
      );
      expect(found.map((one) => one.amount)).toEqual([amount]);
    },
  );
});
