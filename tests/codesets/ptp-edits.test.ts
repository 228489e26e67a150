import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installCodeSet } from '../../codesets/install/install-code-sets.ts';
import { ptpEditionOn } from '../../codesets/ptp-edits.ts';
import { fileOf, inFolder } from './publisher-files.ts';

const heading =
  'Column 1/Column 2 Edits\t\t\t\t\t\t\nColumn 1\tColumn 2\t* = In existence prior to 1996\tEffective Date\tDeletion Date (* = no data)\tModifier (0=not allowed 1=allowed 9=not applicable)\tPTP Edit Rationale\n';

type Line = readonly [column1: string, column2: string, from: string, to: string, modifier: string];

const ptpFile = (lines: readonly Line[], name = 'ccipra-v321r0-f1.txt') =>
  fileOf(
    name,
    heading +
      lines
        .map(([one, two, from, to, modifier]) => `${one}\t${two}\t\t${from}\t${to}\t${modifier}\tMisuse\r\n`)
        .join(''),
  );

const install = (...files: ReturnType<typeof ptpFile>[]) => {
  installCodeSet('ncci-ptp', files);
  const found = ptpEditionOn('2026-05-01');
  if (!found) throw new Error('nothing was installed');
  return found;
};

const compact = (date: string): string => date.replaceAll('-', '');

describe('procedure-to-procedure edits', () => {
  it('are found by pair and date, in their order of columns', () =>
    inFolder(() => {
      const { set, inForce } = install(
        ptpFile([
          ['20610', '76942', '20150101', '*', '1'],
          ['11042', '97597', '19960101', '20191231', '0'],
          ['11042', '97597', '20200101', '99991231', '1'],
        ]),
      );
      expect(inForce).toBe(true);
      expect(set.find('20610', '76942', '2026-05-01')).toEqual({
        column1: '20610',
        column2: '76942',
        modifier: 'allowed',
        rationale: 'Misuse',
        validFrom: '2015-01-01',
      });
      expect(set.find('76942', '20610', '2026-05-01')).toBeUndefined();
      expect(set.find('20610', '76942', '2014-12-31')).toBeUndefined();
      expect(set.find('11042', '97597', '2019-12-31')?.modifier).toBe('never');
      expect(set.find('11042', '97597', '2020-01-01')?.modifier).toBe('allowed');
    }));

  it('of several files are one edition, and a missing part is refused', () =>
    inFolder(() => {
      const first = ptpFile([['20610', '76942', '20150101', '*', '1']]);
      const third = ptpFile([['64483', '77003', '20150101', '*', '0']], 'ccipra-v321r0-f3.txt');
      expect(() => install(first, third)).toThrow('lack part f2');
      const second = ptpFile([['64483', '77003', '20150101', '*', '0']], 'ccipra-v321r0-f2.txt');
      expect(install(first, second).set.edition).toMatchObject({
        edition: '2026-04',
        rows: 2,
        validTo: '2026-06-30',
      });
    }));

  it.each([
    ['a line cut short', '20610\t76942\t\t2015'],
    ['a page of a website', '<html>'],
  ])('are refused whole for %s', (_what, line) =>
    inFolder(() => {
      const good = ptpFile([['20610', '76942', '20150101', '*', '1']]);
      expect(() => install(fileOf(good.name, good.read().toString() + line))).toThrow(
        'ccipra-v321r0-f1.txt, line 4',
      );
      expect(ptpEditionOn('2026-05-01')).toBeUndefined();
    }),
  );

  it('are exactly those of the file, whatever pairs it has', () =>
    inFolder(() => {
      const code = fc.constantFrom('00100', '11042', '20610', '76942', '99213', 'G0101', 'J3301', '0001T');
      const date = fc.constantFrom('2019-12-31', '2020-01-01', '2022-06-30', '2026-05-01');
      const line = fc.tuple(code, code, date, fc.option(date), fc.constantFrom('0', '1', '9'));
      fc.assert(
        fc.property(
          fc.array(line, { minLength: 1, maxLength: 40 }),
          code,
          code,
          date,
          (lines, one, two, day) => {
            const { set } = install(
              ptpFile(
                lines.map(([a, b, from, to, modifier]) => [
                  a,
                  b,
                  compact(from),
                  to ? compact(to) : '*',
                  modifier,
                ]),
              ),
            );
            const active = lines.some(
              ([a, b, from, to]) => a === one && b === two && from <= day && (to === null || day <= to),
            );
            expect(set.find(one, two, day) !== undefined).toBe(active);
          },
        ),
        { numRuns: 60 },
      );
    }));
});
