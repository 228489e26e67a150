import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FeeLine, feesOn } from '../../functions/domain/contract/fee-line.ts';
import type { ImportReport } from '../../functions/domain/patients/import-report.ts';
import { readSampleFile } from '../factories/sample-files.ts';
import { contractRecords, fee } from './contract-records.ts';

const world = (...recorded: readonly FeeLine[]) => {
  const { fees, records } = contractRecords(...recorded);
  const run = (csv: string, { apply = true, payerId = 'northwind' as string | undefined } = {}) =>
    records.importFees({
      ...{ practiceId: 'maple-street', content: Buffer.from(csv), table: 'fees.csv', apply, payerId },
    });
  return { fees, run };
};

const outcomes = ({ lines }: ImportReport) => lines.map(({ line, outcome }) => `${line} ${outcome}`);
const reasons = ({ lines }: ImportReport) =>
  lines.flatMap(({ line, reasons: found }) => found.map(({ code, detail }) => `${line} ${code}: ${detail}`));

const table = (...rows: readonly string[]): string =>
  ['Code,Mod,Setting,Fee,Effective From,Effective To', ...rows].join('\n');

it('the fees of the samples are read whole', async () => {
  const report = await world().run(readSampleFile('fees.csv'), { payerId: undefined });
  expect(report.counts).toMatchObject({ added: report.lines.length, refused: 0 });
  expect(report.lines.length).toBeGreaterThan(20);
});

describe('a table of fees', () => {
  it('is previewed line by line, and nothing is written', async () => {
    const { fees, run } = world();
    const report = await run(table('99213,,,$92.05,1/1/2026,'), { apply: false });
    expect([report.applied, outcomes(report), fees()]).toEqual([false, ['2 added'], []]);
  });

  it('enters what the preview said; again it changes nothing', async () => {
    const { fees, run } = world();
    const csv = table('99213,,,92.05,2026-01-01,', '71046,26,,"1,012.5",2026-01-01,2026-12-31');
    const preview = await run(csv, { apply: false });
    expect((await run(csv)).lines).toEqual(preview.lines);
    expect(fees()).toEqual([
      fee({ source: 'fees.csv, line 2' }),
      fee({
        procedure: '71046',
        modifiers: ['26'],
        amount: 101_250,
        to: '2026-12-31',
        source: 'fees.csv, line 3',
      }),
    ]);
    expect(outcomes(await run(csv))).toEqual(['2 unchanged', '3 unchanged']);
  });

  it('has an amount for each setting side by side, and names its payers itself', async () => {
    const { fees, run } = world();
    const csv =
      'Payer;HCPCS;Non-Facility Fee;Facility Fee;Eff Date;Effective\ncascade mutual;11042;130.10;70;x;3/1/2026';
    const report = await run(csv, { payerId: undefined });
    expect([outcomes(report), report.ignored]).toEqual([['2 added'], ['Eff Date']]);
    expect(fees().map(({ payerId, setting, amount }) => [payerId, setting, amount])).toEqual([
      ['cascade', 'facility', 7000],
      ['cascade', 'non-facility', 13_010],
    ]);
  });

  it('of a new year begins where the fee before it ends, which needs no last day', async () => {
    const { fees, run } = world(fee());
    expect(outcomes(await run(table('99213,,,95.00,2027-01-01,')))).toEqual(['2 added']);
    const on = (date: string) => feesOn(fees(), date).map(({ amount }) => amount);
    expect([on('2025-12-31'), on('2026-12-31'), on('2027-01-01')]).toEqual([[], [9205], [9500]]);
  });

  it('corrects a fee of the same first day, and says what of it', async () => {
    const { run } = world(fee());
    const { lines } = await run(table('99213,,,93.00,2026-01-01,2026-12-31'));
    expect(lines).toMatchObject([{ outcome: 'changed', fields: ['amount', 'to'] }]);
  });

  it('lets a fee end early that the same table replaces', async () => {
    const { run } = world(fee({ to: '2026-12-31' }));
    const csv = table('99213,,,92.05,2026-01-01,2026-06-30', '99213,,,94.00,2026-07-01,');
    expect(outcomes(await run(csv))).toEqual(['2 changed', '3 added']);
  });

  it.each([
    [
      'lines whose dates overlap, each with the number of the other',
      ['99213,,,92.05,2026-01-01,2026-12-31', '99213,,,94.00,2026-07-01,'],
      [
        '2 overlaps-line: Its dates overlap those of line 3',
        '3 overlaps-line: Its dates overlap those of line 2',
      ],
    ],
    [
      'lines that contradict one another',
      ['99214,,,92.05,2026-01-01,', '99214,,,94.00,2026-01-01,'],
      [
        '2 contradicts-line: Line 3 says something else of the same fee and first day',
        '3 contradicts-line: Line 2 says something else of the same fee and first day',
      ],
    ],
    [
      'a line that overlaps a recorded fee, with its table and line',
      ['36415,,,4.00,2026-06-01,'],
      [
        '2 overlaps-recorded: Its dates overlap those of a recorded fee, 2026-01-01 to 2026-12-31 (old.csv, line 9): correct the last day of one of them',
      ],
    ],
    ['an amount that is none', ['99215,,,free,2026-01-01,'], [/2 cell: An amount is dollars/]],
    ['parts of a cent', ['99215,,,92.055,2026-01-01,'], [/2 cell: An amount is dollars/]],
    ['a row without an amount', ['99215,,,,2026-01-01,'], [/2 cell: The row has no amount/]],
    ['a setting that is none', ['99215,,Mars,9.00,2026-01-01,'], [/2 cell: Facility, non-facility/]],
    ['a date that is none', ['99215,,,9.00,soon,'], [/2 invalid_format: Invalid ISO date/]],
    [
      'an end before its beginning',
      ['99215,,,9.00,2026-05-01,2026-04-01'],
      [/2 custom: The last day lies before/],
    ],
    ['a code that is none', ['992,,,9.00,2026-05-01,'], [/2 invalid_format: A procedure code has/]],
  ])('refuses %s', async (_what, rows, expected) => {
    const { run, fees } = world(
      fee({ procedure: '36415', amount: 300, to: '2026-12-31', source: 'old.csv, line 9' }),
    );
    const report = await run(table(...rows));
    expect(report.counts.refused).toBe(expected.length);
    expect(reasons(report)).toEqual(
      expected.map((one) => (typeof one === 'string' ? one : expect.stringMatching(one))),
    );
    expect(fees()).toHaveLength(1);
  });

  it('refuses a row whole of which one setting overlaps', async () => {
    const { run, fees } = world(fee({ setting: 'facility', to: '2026-12-31' }));
    const csv = 'code,facility fee,nonfacility fee,from\n99213,70,90,2026-06-01';
    expect(outcomes(await run(csv))).toEqual(['2 refused']);
    expect(fees()).toHaveLength(1);
  });

  it('takes one of two lines that say the same, and lines of other modifiers and places beside it', async () => {
    const { run } = world();
    const csv = table(
      '99213,,,92.05,2026-01-01,',
      '99213,,,92.05,2026-01-01,',
      '99213,,facility,70,2026-01-01,',
      '99213,TC,,20,2026-01-01,',
    );
    const report = await run(csv);
    expect(outcomes(report)).toEqual(['2 added', '3 duplicate', '4 added', '5 added']);
  });

  it('says which column is missing', async () => {
    const { findings } = await world().run('Code,From\n99213,2026-01-01');
    expect(findings).toMatchObject([{ code: 'no-column', path: 'amount' }]);
  });

  it('never leaves two fees of a kind that claim one day, in whatever order tables come', async () => {
    const row = fc.record({
      from: fc.integer({ min: 1, max: 12 }),
      length: fc.option(fc.integer({ min: 0, max: 6 }), { nil: undefined }),
      cents: fc.integer({ min: 0, max: 99_999 }),
    });
    const day = (month: number) => `2026-${String(Math.min(month, 12)).padStart(2, '0')}-15`;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(row, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        async (tables) => {
          const { run, fees } = world();
          for (const rows of tables)
            await run(
              table(
                ...rows.map(
                  ({ from, length, cents }) =>
                    `99213,,,${cents / 100},${day(from)},${length === undefined ? '' : day(from + length)}`,
                ),
              ),
            );
          for (let month = 1; month <= 12; month += 1) {
            const said = fees().filter(
              ({ from, to }) => to !== undefined && from <= day(month) && day(month) <= to,
            );
            expect(feesOn(fees(), day(month)).length).toBeLessThanOrEqual(1);
            expect(said.length).toBeLessThanOrEqual(1);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
