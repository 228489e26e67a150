import { describe, expect, it } from 'vitest';
import { chargeFor, contradictingCharges, Practice } from '../../functions/domain/practice.ts';
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
    expect(chargeFor(raised, { procedure: '99213' }, date)).toBe(price);
  });

  it('has the price of the modifier before that of the place, and both before the plain one', () => {
    const price = (charge: number, change: object = {}) => ({
      ...{ procedure: '93306', charge: cents(charge), effectiveFrom: '2026-01-01' },
      ...change,
    });
    const priced = practice({
      chargeMaster: [
        price(50_000),
        price(20_000, { modifier: '26' }),
        price(40_000, { placeOfService: '22' }),
        price(15_000, { modifier: '26', placeOfService: '22' }),
      ],
    });
    const of = (modifiers: string[], placeOfService: string) =>
      chargeFor(priced, { procedure: '93306', modifiers, placeOfService }, '2026-03-02');
    expect([of([], '11'), of(['26'], '11'), of([], '22'), of(['LT', '26'], '22'), of(['TC'], '11')]).toEqual([
      50_000,
      20_000,
      40_000,
      15_000,
      undefined,
    ]);
  });

  it('has the one price of a procedure for its components, too, as long as it prices none of them', () => {
    expect(chargeFor(raised, { procedure: '99213', modifiers: ['26'] }, '2026-07-01')).toBe(14_000);
  });

  it('has two prices of one service and day named as a contradiction, and the same one twice not', () => {
    const entry = { procedure: '99213', charge: cents(14_000), effectiveFrom: '2026-07-01' };
    const other = { ...entry, charge: cents(15_000) };
    const paths = (...entries: (typeof entry)[]) => contradictingCharges(entries).map(({ path }) => path);
    expect([
      paths(entry, other),
      paths(entry, entry),
      paths(entry, { ...other, effectiveFrom: '2026-08-01' }),
    ]).toEqual([['chargeMaster.1'], [], []]);
  });

  it('has no price for a service that it does not list', () => {
    expect(chargeFor(raised, { procedure: '99999' }, '2026-07-01')).toBeUndefined();
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
