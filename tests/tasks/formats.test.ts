import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cents } from '../../functions/edi/money.ts';
import { day, dayIn, deadline, dollars } from '../../functions/tasks/formats.ts';
import { now } from '../factories/tasks.ts';

describe('dollars', () => {
  it.each([
    [0, '$0.00'],
    [5, '$0.05'],
    [123_456_789, '$1,234,567.89'],
    [-100_000, '-$1,000.00'],
  ])('writes %i cents as %s', (amount, text) => {
    expect(dollars(cents(amount))).toBe(text);
  });

  it('loses no cent', () => {
    fc.assert(
      fc.property(fc.integer(), (amount) => {
        expect(Number(dollars(cents(amount)).replace(/[$,.]/g, ''))).toBe(amount);
      }),
    );
  });
});

describe('day', () => {
  it('writes a date as it stands', () => {
    expect(day('2026-03-02')).toBe('Mar 2, 2026');
  });

  it('reads an instant where the practice is', () => {
    const evening = '2026-03-03T03:30:00.000Z';
    expect(dayIn('America/New_York', evening)).toBe('Mar 2, 2026');
    expect(dayIn('UTC', evening)).toBe('Mar 3, 2026');
  });
});

describe('deadline', () => {
  it.each([
    ['2026-11-05T10:00:00.000Z', '3 days left', false],
    ['2026-11-03T12:00:00.000Z', '1 day left', false],
    ['2026-11-02T12:00:00.000Z', 'less than a day left', false],
    ['2026-11-02T09:59:00.000Z', 'overdue by 1 day', true],
    ['2026-10-30T09:00:00.000Z', 'overdue by 3 days', true],
  ])('reads %s as %s', (due, text, overdue) => {
    expect(deadline({ due }, now)).toEqual({ text, overdue });
  });
});
