import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  aprilUpdate,
  chooseEdition,
  coversDate,
  type Edition,
  fiscalYear,
  ncciQuarter,
  ncciVersion,
  quarterOf,
  taxonomyRelease,
} from '../../codesets/edition.ts';
import { quarterInName, readDate, readLastDay, yearInName } from '../../codesets/install/edition-dates.ts';
import { findPublication, publications } from '../../codesets/publications.ts';

const editionOf = (edition: string, validFrom: string, validTo?: string): { edition: Edition } => ({
  edition: {
    set: 'icd10cm',
    edition,
    validFrom,
    ...(validTo && { validTo }),
    rows: 1,
    source: 'a',
    parts: {},
    notes: [],
  },
});

const fiscal2026 = editionOf('2026', '2025-10-01', '2026-09-30');
const april2026 = editionOf('2026-04', '2026-04-01', '2026-09-30');
const fiscal2025 = editionOf('2025', '2024-10-01', '2025-09-30');
const all = [april2026, fiscal2025, fiscal2026];

describe('the edition for a date of service', () => {
  it.each([
    ['2025-09-30', '2025', true],
    ['2025-10-01', '2026', true],
    ['2026-03-31', '2026', true],
    ['2026-04-01', '2026-04', true],
    ['2026-11-16', '2026-04', false],
    ['2020-01-01', '2025', false],
  ])('is on %s the edition %s', (date, edition, inForce) => {
    const found = chooseEdition(all, date);
    expect([found?.chosen.edition.edition, found?.inForce]).toEqual([edition, inForce]);
  });

  it('is none when none is installed', () => {
    expect(chooseEdition([], '2026-01-01')).toBeUndefined();
  });

  it('covers the date whenever it is said to be in force', () => {
    const day = fc
      .integer({ min: 0, max: 4000 })
      .map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (date) => {
        const found = chooseEdition(all, date);
        expect(found && coversDate(found.chosen.edition, date)).toBe(found?.inForce);
        expect(found?.inForce).toBe(all.some(({ edition }) => coversDate(edition, date)));
      }),
    );
  });
});

describe('the days of an edition', () => {
  it.each([
    ['a quarter', quarterOf(2026, 1), '2026-01', '2026-01-01', '2026-03-31'],
    ['the last quarter', quarterOf(2026, 4), '2026-10', '2026-10-01', '2026-12-31'],
    ['NCCI 32.1', ncciQuarter(32, 1), '2026-04', '2026-04-01', '2026-06-30'],
    ['a fiscal year', fiscalYear(2026), '2026', '2025-10-01', '2026-09-30'],
    ['its April update', aprilUpdate(2026), '2026-04', '2026-04-01', '2026-09-30'],
    ['NUCC 25.0', taxonomyRelease(2025, 0), '25.0', '2025-01-01', '2025-06-30'],
    ['NUCC 25.1', taxonomyRelease(2025, 1), '25.1', '2025-07-01', '2025-12-31'],
  ])('are of %s those of its publisher', (_, dates, edition, validFrom, validTo) => {
    expect(dates).toEqual({ edition, validFrom, validTo });
  });

  it('are numbered by NCCI as its files are', () => {
    expect(ncciVersion(2026, 2)).toBe('321');
  });
});

describe('a file name', () => {
  it.each([
    ['ccipra-v321r0-f1.txt', '2026-04', '2026-06-30'],
    ['ccipra-2024q3.txt', '2024-07', '2024-09-30'],
    ['MCR_MUE_PractitionerServices_Eff_10-01-2026.csv', '2026-10', '2026-12-31'],
    ['PPRRVU2026_Jan_nonQPP.csv', '2026-01', '2026-03-31'],
    ['pprrvu2025_oct_no_descriptors.csv', '2025-10', '2025-12-31'],
    ['HCPC2026_APR_ANWEB.txt', '2026-04', '2026-06-30'],
    ['hcpcs_opps_addendumB_2026-04.csv', '2026-04', '2026-06-30'],
    ['add-code-edits-medicare-effective-06012026.zip', '2026-06', '2026-08-31'],
  ])('%s tells the edition %s, valid to %s', (name, edition, validTo) => {
    expect(quarterInName(name)).toMatchObject({ edition, validTo });
  });

  it('tells nothing when it holds no date', () => {
    expect(quarterInName('edits.txt')).toBeUndefined();
    expect(yearInName('pos_codes.csv')).toBeUndefined();
  });
});

describe('a date in a file', () => {
  it.each([
    ['20260401', '2026-04-01'],
    ['2026-04-01', '2026-04-01'],
    ['4/1/2026', '2026-04-01'],
    ['2013091', '2013-04-01'],
    ['*', undefined],
    ['', undefined],
  ])('%j is %s', (text, date) => {
    expect(readDate(text)).toBe(date);
  });

  it('is no last day in the year 9999', () => {
    expect(readLastDay('99991231')).toBeUndefined();
    expect(readLastDay('20191231')).toBe('2019-12-31');
  });
});

describe('the table of published editions', () => {
  it('gives the edition of today, or the one asked for', () => {
    expect(findPublication('icd10cm', { today: '2026-11-22' })?.edition).toBe('2027');
    expect(findPublication('icd10cm', { today: '2026-05-01' })?.edition).toBe('2026-04');
    expect(findPublication('icd10cm', { today: '2026-11-22', edition: '2026' })?.validFrom).toBe(
      '2025-10-01',
    );
    expect(findPublication('carc', { today: '2026-11-22' })).toBeUndefined();
  });

  it('names each edition once and only addresses of the publishers', () => {
    const names = publications.map(({ set, edition }) => `${set} ${edition}`);
    expect(new Set(names).size).toBe(names.length);
    for (const { url } of publications.flatMap(({ files }) => files)) {
      expect(url).toMatch(/^https:\/\/www\.(cms\.gov|nucc\.org)\//);
    }
  });
});
