import { describe, expect, it } from 'vitest';
import { clocks, deskDeadline, lastDayOf, ringAt } from '../../../functions/domain/calendar/clocks.ts';
import { Payer } from '../../../functions/domain/payer.ts';
import { Practice } from '../../../functions/domain/practice.ts';
import { payer } from '../../factories/payers.ts';
import { practice } from '../../factories/practices.ts';

const daysIn = (fields: object): string[] => Object.keys(fields).filter((name) => name.endsWith('Days'));

describe('the clocks', () => {
  it('are all that a contract and a practice have', () => {
    expect(Object.keys(clocks).sort()).toEqual([...daysIn(Payer.shape), ...daysIn(Practice.shape)].sort());
  });

  it('that are limits end on the calendar’s day, be it a Sunday or a holiday', () => {
    expect(lastDayOf('filingLimitDays', payer({ filingLimitDays: 30 }), '2026-10-23')).toBe('2026-11-22');
    expect(lastDayOf('appealLimitDays', payer({ appealLimitDays: 60 }), '2026-10-26')).toBe('2026-12-25');
  });

  it('that wait for a payer’s answer run through weekends', () => {
    const friday = new Date('2026-11-27T22:00:00.000Z');
    expect(ringAt('acknowledgementDays', payer({ acknowledgementDays: 1.5 }), friday)).toBe(
      '2026-11-29T10:00:00.000Z',
    );
  });
});

describe('a desk with two days', () => {
  const coder = (change: Partial<Practice> = {}) =>
    practice({ taskDays: { ...practice().taskDays, coder: 2 }, ...change });
  const deadline = (now: string, change: Partial<Practice> = {}) =>
    deskDeadline(coder(change), 'coder', new Date(now));

  it.each([
    ['on a Monday has until Wednesday ends', '2026-11-16T15:00:00.000Z', '2026-11-19T04:59:59.000Z'],
    ['on a Friday has until Tuesday ends', '2026-11-20T15:00:00.000Z', '2026-11-25T04:59:59.000Z'],
    ['on a Sunday has until Tuesday ends', '2026-11-29T15:00:00.000Z', '2026-12-02T04:59:59.000Z'],
    ['does not work on Thanksgiving', '2026-11-25T15:00:00.000Z', '2026-12-01T04:59:59.000Z'],
    [
      'counts from its own date, not from that of UTC',
      '2026-11-17T03:00:00.000Z',
      '2026-11-19T04:59:59.000Z',
    ],
  ])('%s', (_, now, due) => {
    expect(deadline(now)).toBe(due);
  });

  it('ends its days where the practice is', () => {
    const now = '2026-11-16T15:00:00.000Z';
    expect(deadline(now, { timeZone: 'Pacific/Honolulu' })).toBe('2026-11-19T09:59:59.000Z');
  });
});
