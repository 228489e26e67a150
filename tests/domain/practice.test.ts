import { describe, expect, it } from 'vitest';
import { chargeFor, Practice } from '../../functions/domain/practice.ts';
import { cents } from '../../functions/edi/money.ts';
import { practice } from '../factories/practices.ts';

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

describe('a practice', () => {
  const { timeZone: _unsaid, ...elder } = practice();

  it('that was set up before it had a time zone has that of New York', () => {
    expect(Practice.parse(elder).timeZone).toBe('America/New_York');
  });

  it('is not set up in a zone that nobody knows', () => {
    expect(Practice.safeParse({ ...elder, timeZone: 'America/Fairhaven' }).success).toBe(false);
  });
});
