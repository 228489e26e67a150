import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, instantAfter } from '../../functions/domain/calendar.ts';
import { chargeFor } from '../../functions/domain/practice.ts';
import { cents } from '../../functions/edi/money.ts';
import { practice } from './claims.ts';

describe('the charge master', () => {
  const raised = practice({
    chargeMaster: [
      { procedure: '99213', charge: cents(14_000), effectiveFrom: '2026-07-01' },
      { procedure: '99213', charge: cents(13_000), effectiveFrom: '2026-01-01' },
    ],
  });

  it.each([
    ['2025-12-31', undefined],
    ['2026-01-01', 13_000],
    ['2026-06-30', 13_000],
    ['2026-07-01', 14_000],
  ])('has the price that is in force on %s', (date, price) => {
    expect(chargeFor(raised, '99213', date)).toBe(price);
  });

  it('has no price for a service that it does not list', () => {
    expect(chargeFor(raised, '99999', '2026-07-01')).toBeUndefined();
  });
});

describe('the calendar', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365);
  });

  it('counts fractions of a day into an instant', () => {
    expect(instantAfter(new Date('2026-03-01T00:00:00.000Z'), 0.5)).toBe('2026-03-01T12:00:00.000Z');
  });
});
