import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../functions/domain/calendar.ts';
import type { Claim } from '../../../functions/domain/claim.ts';
import { followUpAt } from '../../../functions/domain/follow-up/follow-up-at.ts';
import {
  daysToDecision,
  firstFollowUpDays,
  measurePaces,
  type PayerPace,
} from '../../../functions/domain/follow-up/payer-pace.ts';
import { adjudication } from '../../factories/adjudications.ts';
import { claim } from '../../factories/claims.ts';
import { payer } from '../../factories/payers.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const sentOn = '2026-10-01';

const sent = (number: number) => ({
  number,
  frequency: '1' as const,
  fileAccepted: true,
  sentAt: `${sentOn}T09:00:00.000Z`,
});

/** A claim that was decided so many days after it was sent. */
const decidedAfter = (days: number, change: Partial<Claim> = {}): Claim =>
  claim({
    submissions: [sent(1)],
    adjudications: [adjudication({ submissionNumber: 1, paymentDate: addDays(sentOn, days) })],
    ...change,
  });

const pace = (change: Partial<PayerPace> = {}): PayerPace => ({
  practiceId: 'maple-street',
  payerId: 'northwind',
  decided: 40,
  median: 9,
  spread: 2,
  measuredOn: '2026-11-01',
  ...change,
});

describe('the pace of a payer', () => {
  it('counts the first decision on each transmission; repeats, reversals and corrections add nothing', () => {
    const [first = adjudication()] = decidedAfter(9).adjudications;
    const later = (days: number, claimStatusCode: string) => ({
      ...first,
      adjudicationId: `later-${days}`,
      claimStatusCode,
      paymentDate: addDays(sentOn, days),
    });
    const decisions = [later(30, '22'), later(30, '1'), first, first, later(2, '25')];
    expect(daysToDecision(claim({ submissions: [sent(1)], adjudications: decisions }))).toEqual([9]);
  });

  it('has one of each transmission, none of what was not sent or not decided', () => {
    const of = claim({
      submissions: [sent(1), sent(2), { number: 3, frequency: '7', fileAccepted: false }],
      adjudications: [1, 3].map((submissionNumber) =>
        adjudication({ submissionNumber, paymentDate: addDays(sentOn, 5) }),
      ),
    });
    expect(daysToDecision(of)).toEqual([5]);
  });

  it('is the median and the median distance from it, by practice and payer, in any order', () => {
    const anyDays = fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 1, maxLength: 40 });
    const ofPayers = fc.dictionary(fc.constantFrom('northwind', 'cascade', 'harbor'), anyDays, {
      minKeys: 1,
    });
    fc.assert(
      fc.property(ofPayers, fc.infiniteStream(fc.nat()), (days, keys) => {
        const claims = Object.entries(days).flatMap(([payerId, list]) =>
          list.map((one) => decidedAfter(one, { payerId })),
        );
        const shuffled = claims
          .map((one) => ({ one, key: keys.next().value }))
          .sort((a, b) => a.key - b.key)
          .map(({ one }) => one);
        const measured = measurePaces(shuffled, '2026-11-02');
        expect(measured).toHaveLength(Object.keys(days).length);
        for (const { payerId, decided, median, spread } of measured) {
          const list = days[payerId] ?? [];
          expect(decided).toBe(list.length);
          expect(halves(list, median)).toBe(true);
          const distances = list.map((one) => Math.abs(one - median));
          expect(halves(distances, spread)).toBe(true);
        }
      }),
    );
  });

  /** What a median is: no more than half of all lie below it, and no more than half above. */
  const halves = (list: readonly number[], median: number): boolean =>
    list.filter((one) => one < median).length * 2 <= list.length &&
    list.filter((one) => one > median).length * 2 <= list.length;
});

describe('the first status inquiry', () => {
  const contract = payer({ firstFollowUpDays: 14, leastFollowUpDays: 7 });

  it.each([
    ['by the contract while nothing is known', undefined, 14],
    ['by the contract while too little is known', pace({ decided: 9, median: 3 }), 14],
    ['sooner where the payer is faster', pace(), 11],
    ['later where it is slower', pace({ median: 20, spread: 2.5 }), 23],
    ['not before the contract lets us', pace({ median: 2, spread: 1 }), 7],
    ['not after twice the contract’s time', pace({ median: 60 }), 28],
  ])('comes %s', (_, known, days) => {
    expect(firstFollowUpDays(contract, known)).toBe(days);
  });

  it('of a contract that asks sooner than the least has the contract’s time as its least', () => {
    expect(firstFollowUpDays(payer({ firstFollowUpDays: 3 }), pace({ median: 0, spread: 0 }))).toBe(3);
  });

  it('counts from the transmission, however often the workflow starts again', () => {
    const of = claim({ submissions: [sent(1)] });
    const at = followUpAt(of, contract, undefined, now);
    expect(at).toBe('2026-10-15T09:00:00.000Z');
    expect(followUpAt(of, contract, undefined, new Date('2026-11-09T10:00:00.000Z'))).toBe(at);
  });

  it('leaves two weeks to file again, unless they have passed', () => {
    const of = claim({ submissions: [sent(1)], dateOfService: '2026-08-01' });
    const early = new Date('2026-10-02T00:00:00.000Z');
    const short = { ...contract, filingLimitDays: 84 };
    expect(followUpAt(of, short, undefined, early)).toBe('2026-10-10T00:00:00.000Z');
    expect(followUpAt(of, short, undefined, now)).toBe('2026-10-15T09:00:00.000Z');
  });
});

describe('further follow-ups', () => {
  const contract = payer({ firstFollowUpDays: 14, nextFollowUpDays: 5, appealFollowUpDays: 45 });
  const followedUpAt = '2026-11-01T10:00:00.000Z';

  it.each([
    ['after an inquiry', { followUps: 1, followedUpAt }, '2026-11-06T10:00:00.000Z'],
    [
      'after a person waited on',
      { followUps: 1, followUpsForgiven: 1, followedUpAt },
      '2026-11-06T10:00:00.000Z',
    ],
    ['of an appeal', { status: 'appealed' as const, followedUpAt }, '2026-12-16T10:00:00.000Z'],
    [
      'of an appeal that was asked about',
      { status: 'appealed' as const, followUps: 1, followedUpAt },
      '2026-11-06T10:00:00.000Z',
    ],
    ['of a record from before that date', { followUps: 2 }, '2026-11-07T10:00:00.000Z'],
    ['after a remittance that took its word back', { remittances: 1 }, '2026-11-16T10:00:00.000Z'],
  ])('%s have an interval of their own', (_, change, at) => {
    expect(followUpAt(claim(change), contract, pace({ decided: 0 }), now)).toBe(at);
  });

  it('come as the first does where the contract names no other time', () => {
    const usual = payer({ firstFollowUpDays: 14 });
    expect(followUpAt(claim({ followUps: 1, followedUpAt }), usual, undefined, now)).toBe(
      '2026-11-15T10:00:00.000Z',
    );
  });
});
