import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardDelimiters } from '../../functions/edi/delimiters.ts';
import {
  amountOf,
  attempt,
  formatAmount,
  formatDate,
  parseDate,
  quantityOf,
} from '../../functions/edi/elements.ts';
import { type Cents, cents } from '../../functions/edi/money.ts';
import { elementOf, type Segment, splitSegments } from '../../functions/edi/segments.ts';
import { formatSegment, isWritable } from '../../functions/edi/write-segments.ts';

const segment = (value: string): Segment => ({
  id: 'AMT',
  elements: ['D', value],
  position: 1,
  delimiters: standardDelimiters,
});

const amountIn = (value: string) => attempt('AMT', () => amountOf(segment(value), 2));

describe('an amount', () => {
  it.each<[string, number]>([
    ['0', 0],
    ['-0', 0],
    ['100', 10000],
    ['12.5', 1250],
    ['12.34', 1234],
    ['.5', 50],
    ['-.05', -5],
    ['7.', 700],
    ['0012.300', 1230],
    ['9999999999.99', 999999999999],
  ])('of %s is %i cents', (written, amount) => {
    expect(amountIn(written)).toEqual({ success: true, data: amount });
  });

  it.each(['1.234', '1,000', '1e3', '.', '-', '$1', '1 0', '12345678901', '--1', '+1', '٣'])(
    'of %s is a finding',
    (written) => {
      expect(amountIn(written)).toMatchObject({
        success: false,
        findings: [{ code: 'IK403-6', path: 'AMT/AMT02' }],
      });
    },
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }), (amount) => {
        const written = formatAmount(cents(amount)) ?? '';
        expect(amountIn(written)).toEqual({ success: true, data: cents(amount) });
        expect(written).not.toMatch(/\.\d*0$|\.$/);
      }),
    );
  });

  it('is absent when the element is', () => {
    expect(amountIn('')).toEqual({ success: true, data: undefined });
    expect(formatAmount(undefined)).toBeUndefined();
    expect(formatAmount(0 as Cents)).toBe('0');
  });
});

describe('a quantity', () => {
  it.each<[string, number]>([
    ['1', 1],
    ['.25', 0.25],
    ['1.50', 1.5],
    ['-2', -2],
  ])('of %s is %d', (written, expected) => {
    expect(quantityOf(segment(written), 2)).toBe(expected);
  });

  it.each(['', ' '])('is absent in %j', (written) => {
    expect(quantityOf(segment(written), 2)).toBeUndefined();
  });
});

describe('a date', () => {
  it.each(['20260230', '20261301', '2026030', '202603021', 'yyyymmdd', '00000000'])(
    'is not %s',
    (written) => {
      expect(parseDate(written)).toBeUndefined();
    },
  );

  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        (day) => {
          const date = day.toISOString().slice(0, 10);
          expect(parseDate(formatDate(date) ?? '')).toBe(date);
        },
      ),
    );
  });

  it.each(['2026-2-3', '20260203', '2026-02-30', 'soon'])('is not written from %s', (date) => {
    expect(() => formatDate(date)).toThrow(expect.objectContaining({ name: 'UnwritableValue' }));
  });
});

describe('a segment', () => {
  it('leaves trailing absent elements and components out', () => {
    expect(
      formatSegment(['NM1', 'QC', undefined, ['A', undefined, undefined], '', undefined], standardDelimiters),
    ).toBe('NM1*QC**A');
  });

  it('repeats an element with the repetition separator', () => {
    expect(formatSegment(['EB', '1', undefined, { repeated: ['30', ['A', 'B']] }], standardDelimiters)).toBe(
      'EB*1**30^A:B',
    );
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, 1e21, 1e-7])('does not take the number %d', (number) => {
    expect(() => formatSegment(['QTY', number], standardDelimiters)).toThrow(
      expect.objectContaining({ name: 'UnwritableValue', element: 'QTY01' }),
    );
  });

  it.each(['a*b', 'a:b', 'a^b', 'a~b', 'a\nb', 'a\u0000b'])('does not take the text %j', (value) => {
    expect(isWritable(value)).toBe(false);
    expect(() => formatSegment(['NTE', 'ADD', value], standardDelimiters)).toThrow(
      expect.objectContaining({ name: 'UnwritableValue', element: 'NTE02' }),
    );
  });

  it('holds any text that is writable, up to its trailing spaces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((value) => isWritable(value)),
        (value) => {
          const text = `${formatSegment(['NTE', 'ADD', value], standardDelimiters)}~`;
          expect(elementOf(splitSegments(text, standardDelimiters)[0], 2) ?? '').toBe(value.trimEnd());
        },
      ),
    );
  });
});
