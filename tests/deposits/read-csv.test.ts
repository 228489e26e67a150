import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../../functions/deposits/csv/read-csv.ts';
import { readBankFile } from '../../functions/deposits/read-bank-file.ts';

const rows = (...lines: readonly string[]): string => lines.join('\r\n');

const amountsOf = (text: string): number[] => readCsv(text).credits.map(({ amount }) => amount);

describe('a table of a bank', () => {
  it('is read by its headings, in whatever order and whatever stands above them', () => {
    const text = rows(
      'Maple Street Family Medicine,,,,',
      'Balance as of,10/13/2026,"$12,000.00",,',
      '',
      'Description,Amount,Posting Date,Reference Number,Check #',
      '"HCCLAIMPMT NORTHWIND, TRN*1*0099*1512345678~","$1,234.56",10/12/2026,BR778,',
      'CHECK DEPOSIT,80.00,2026-10-13,,001234',
    );
    expect(readCsv(text)).toEqual({
      format: 'csv',
      credits: [
        {
          date: '2026-10-12',
          amount: 123_456,
          text: 'HCCLAIMPMT NORTHWIND, TRN*1*0099*1512345678~',
          bankReference: 'BR778',
        },
        { date: '2026-10-13', amount: 8000, text: 'CHECK DEPOSIT', checkNumber: '001234' },
      ],
      findings: [],
      passedOver: { debits: 0, totals: 0, empty: 0 },
    });
  });

  it.each([
    ['1234.56', 123_456],
    ['1,234.56', 123_456],
    ['$1,234.56', 123_456],
    ['USD 1,234.56', 123_456],
    ['+1234.56', 123_456],
    ['1234.5', 123_450],
    ['1234', 123_400],
    ['.50', 50],
    ['12.00 CR', 1200],
    ['0.07', 7],
    ['19.99', 1999],
  ])('reads the amount %s', (written, amount) => {
    expect(amountsOf(rows('Date,Amount', `10/12/2026,"${written}"`))).toEqual([amount]);
  });

  it.each(['-12.00', '(12.00)', '($12.00)', '12.00-', '-$12.00', '12.00 DR'])(
    'knows that %s is a debit',
    (written) => {
      expect(readCsv(rows('Date,Amount', `10/12/2026,${written}`))).toMatchObject({
        credits: [],
        findings: [],
        passedOver: { debits: 1 },
      });
    },
  );

  it.each([
    '1,23',
    '1.234,56',
    '12,34.00',
    '12.345',
    'twelve',
    '1e3',
    '--1',
    '1 2.3.4',
    'NaN',
    '99999999999999999',
  ])('refuses the amount %s, with its line', (written) => {
    const { credits, findings } = readCsv(rows('Date,Amount', `10/12/2026,"${written}"`));
    expect(credits).toEqual([]);
    expect(findings).toMatchObject([{ code: 'amount', path: 'line 2' }]);
  });

  it.each([
    '2026-10-02',
    '10/2/2026',
    '10/02/26',
    '10-02-2026',
    '20261002',
    '2026/10/02',
    '2026-10-02T00:00:00Z',
    '10/2/2026 12:30 PM',
    '02-Oct-2026',
    'Oct 2, 2026',
  ])('reads the date %s', (written) => {
    expect(readCsv(rows('Date,Amount', `"${written}",5`)).credits).toMatchObject([{ date: '2026-10-02' }]);
  });

  it.each(['13/10/2026', '2026-02-30', '2/29/2027', 'yesterday', '10/2026', '46032', ''])(
    'refuses the date "%s", with its line',
    (written) => {
      expect(readCsv(rows('Date,Amount', `${written},5`))).toMatchObject({
        credits: [],
        findings: [{ code: 'date', path: 'line 2' }],
      });
    },
  );

  it('knows what went by a column of debits, by a word and by BAI’s code', () => {
    const debits = rows('Date,Debit,Credit', '10/12/2026,5.00,', '10/12/2026,,6.00', '10/12/2026,0.00,7.00');
    expect(amountsOf(debits)).toEqual([600, 700]);
    const words = rows('Date,Amount,DR/CR', '10/12/2026,5.00,D', '10/12/2026,6.00,C');
    expect(amountsOf(words)).toEqual([600]);
    const chase = rows(
      'Details,Posting Date,Description,Amount,Type,Balance,Check or Slip #',
      'CREDIT,10/12/2026,ORIG CO NAME:NORTHWIND,6.00,ACH_CREDIT,100.00,,',
      'DEBIT,10/12/2026,RENT,-5.00,ACH_DEBIT,94.00,,',
      'DSLIP,10/12/2026,DEPOSIT ID NUMBER 1234,7.00,DEPOSIT,101.00,1234,',
    );
    expect(readCsv(chase)).toMatchObject({
      findings: [],
      credits: [
        { amount: 600, text: 'CREDIT\nORIG CO NAME:NORTHWIND' },
        { amount: 700, checkNumber: '1234' },
      ],
    });
    const codes = rows(
      'Date,BAI Code,Amount',
      '10/12/2026,142,6.00',
      '10/12/2026,451,5.00',
      '10/12/2026,100,9.00',
    );
    expect(readCsv(codes)).toMatchObject({
      credits: [{ amount: 600, method: 'ACH' }],
      passedOver: { debits: 1, totals: 1 },
    });
  });

  it('passes over sums, balances and headings that come again', () => {
    const text = rows(
      'Date,Description,Amount,Running Bal.',
      '10/01/2026,Beginning balance as of 10/01/2026,,"5,000.00"',
      '10/12/2026,IN,6.00,"5,006.00"',
      'Date,Description,Amount,Running Bal.',
      '10/13/2026,IN,7.00,"5,013.00"',
      ',Total credits,13.00,',
    );
    expect(readCsv(text)).toMatchObject({
      credits: [{ amount: 600 }, { amount: 700 }],
      findings: [],
      passedOver: { totals: 2 },
    });
  });

  it.each([
    ['semicolons', ';'],
    ['tabs', '\t'],
    ['bars', '|'],
  ])('may be cut by %s', (_, mark) => {
    expect(amountsOf(['Date,Amount', '10/12/2026,5.00'].join('\n').replaceAll(',', mark))).toEqual([500]);
  });

  it('is not taken before the bank posts it, nor in another currency', () => {
    const text = rows('Date,Amount,Status,Currency', '10/12/2026,5,Pending,USD', '10/12/2026,6,Posted,CAD');
    expect(readCsv(text)).toMatchObject({
      credits: [],
      findings: [
        { code: 'pending', path: 'line 2' },
        { code: 'currency', path: 'line 3' },
      ],
    });
  });

  it('without headings is refused, and is told what is looked for', () => {
    const { credits, findings } = readCsv('10/12/2026,5.00\n10/13/2026,6.00');
    expect(credits).toEqual([]);
    expect(findings).toMatchObject([{ code: 'no-headings', detail: expect.stringContaining('Amount') }]);
  });

  it('that is empty is refused', () => {
    expect(readCsv('').findings).toMatchObject([{ code: 'no-headings' }]);
  });
});

describe('a bad row', () => {
  const good = ['10/12/2026,ONE,1.00', '10/12/2026,TWO,2.00', '10/12/2026,THREE,3.00'];
  const around = (bad: string): string =>
    rows('Date,Description,Amount', good[0] ?? '', bad, ...good.slice(1));

  it.each([
    ['a quote that never closes', '10/12/2026,"OOPS,9.00'],
    ['a quote within a word', '10/12/2026,OO"PS,9.00'],
    ['words behind a quote', '10/12/2026,"OO"PS,9.00'],
    ['too few cells', '10/12/2026,OOPS'],
    ['no amount', '10/12/2026,OOPS,'],
    ['an amount that is none', '10/12/2026,OOPS,nine'],
    ['no date', ',OOPS,9.00'],
    ['a text longer than any', `10/12/2026,${'x'.repeat(30_000)},9.00`],
  ])('is told with its line and costs no neighbour: %s', (_, bad) => {
    const { credits, findings } = readCsv(around(bad));
    expect(credits.map(({ amount }) => amount)).toEqual([100, 200, 300]);
    expect(findings).toMatchObject([{ path: 'line 3' }]);
    expect(JSON.stringify(findings)).not.toContain('OOPS');
  });

  it('a description that is broken into lines is one cell, and later rows keep their lines', () => {
    const text = rows(
      'Date,Description,Amount',
      '10/12/2026,"HCCLAIMPMT',
      'TRN*1*0099~",5.00',
      '10/12/2026,X,nine',
    );
    expect(readCsv(text)).toMatchObject({
      credits: [{ amount: 500, text: expect.stringMatching(/^HCCLAIMPMT\s+TRN\*1\*0099~$/) }],
      findings: [{ path: 'line 4' }],
    });
  });
});

describe('a file of a bank', () => {
  it('is known by how it begins', () => {
    expect(readBankFile(Buffer.from('01,1,2,261013,0615,1,,,2/')).format).toBe('bai2');
    expect(readBankFile(Buffer.from('Date,Amount\n10/12/2026,5')).format).toBe('csv');
  });

  it('may be in the code page of a spreadsheet', () => {
    const latin = Buffer.from('Date,Description,Amount\n10/12/2026,PEÑA,5', 'latin1');
    expect(readBankFile(latin).credits).toMatchObject([{ text: 'PEÑA' }]);
    const wide = Buffer.from('\uFEFFDate,Amount\n10/12/2026,5', 'utf16le');
    expect(readBankFile(wide).credits).toMatchObject([{ amount: 500 }]);
  });

  it('of any bytes gives findings or credits, never an exception', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(readBankFile(bytes).findings.length).toBeGreaterThan(0);
      }),
    );
  });
});
