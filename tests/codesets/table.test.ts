import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCells, readTable } from '../../codesets/install/table.ts';
import { fileOf } from './publisher-files.ts';

const columns = {
  code: { heading: /^CODE$/ },
  work: { heading: /^WORK RVU$/ },
  note: { heading: /^NOTE$/, optional: true },
} as const;

describe('a table', () => {
  it('splits any cells as they were written', () => {
    const cell = fc.string().map((text) => text.trim());
    const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 5 }), { minLength: 1 }), (rows) => {
        const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n');
        expect(readCells(text, ',')).toEqual(rows);
      }),
    );
  });

  it('finds its headings below a licence, spread over rows, in any order', () => {
    const text = '"Copyright, all rights\nreserved",,\n,WORK,\nNOTE,RVU,CODE\nold,1.5,A1\n,2,A2\n';
    expect(readTable(fileOf('t.csv', text), columns)).toEqual([
      { code: 'A1', work: '1.5', note: 'old', line: 4 },
      { code: 'A2', work: '2', note: '', line: 5 },
    ]);
  });

  it('reads tabs as well as commas, and does without an optional column', () => {
    const text = 'CODE\tWORK RVU\tx\ty\nA1\t1\t\t\n';
    expect(readTable(fileOf('t.txt', text), columns)).toEqual([{ code: 'A1', work: '1', note: '', line: 2 }]);
  });

  it('names the headings that are missing', () => {
    expect(() => readTable(fileOf('t.csv', 'a,b\n1,2\n'), columns)).toThrow(
      't.csv: no row with the headings for code, work; check that this is the publisher',
    );
  });

  it('comes to an end on any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('"', ',', '\n', '\r', 'a', '\t')),
        fc.constantFrom(',', '\t'),
        (parts, separator) => {
          expect(readCells(parts.join(''), separator as ',' | '\t').length).toBeLessThanOrEqual(
            parts.length + 1,
          );
        },
      ),
    );
  });
});
