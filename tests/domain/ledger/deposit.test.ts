import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { z } from 'zod';
import { BankCredit, identifyDeposits } from '../../../functions/domain/ledger/deposit.ts';

const told = {
  practiceId: 'maple-street',
  source: { kind: 'csv', name: 'f' },
  at: '2026-10-13T12:00:00.000Z',
} as const;

const credit = (change: Partial<z.input<typeof BankCredit>> = {}): BankCredit =>
  BankCredit.parse({
    date: '2026-10-12',
    amount: 5000,
    text: 'HCCLAIMPMT NORTHWIND',
    bankReference: 'BR1',
    ...change,
  });

const idsOf = (credits: readonly BankCredit[], practiceId = 'maple-street'): string[] =>
  identifyDeposits(credits, { ...told, practiceId }).map(({ depositId }) => depositId);

it('a statement again has the same deposits, in whatever order and with its blanks and case written otherwise', () => {
  const credits = [credit(), credit({ bankReference: 'BR2' }), credit({ amount: 7 })];
  expect(idsOf(credits.toReversed()).toSorted()).toEqual(idsOf(credits).toSorted());
  expect(idsOf([credit({ text: 'hcclaimpmt  north\nwind' })])).toEqual(idsOf([credit()]));
});

it('credits that are equal in all that the bank says are told apart by their number', () => {
  const [first, second] = idsOf([credit(), credit()]);
  expect(first).not.toBe(second);
  expect(idsOf([credit()])).toEqual([first]);
});

it.each([
  { date: '2026-10-13' },
  { amount: 5001 },
  { text: 'ANOTHER' },
  { bankReference: 'BR2' },
  { checkNumber: '17' },
  { account: '9999' },
])('another %o is another deposit', (change) => {
  expect(idsOf([credit(change)])).not.toEqual(idsOf([credit()]));
});

it('no practice has the deposits of another', () => {
  expect(idsOf([credit()], 'oak-street')).not.toEqual(idsOf([credit()]));
});

it('as many ids as credits, however many of them are equal', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 12 }), (amounts) => {
      const ids = idsOf(amounts.map((amount) => credit({ amount })));
      expect(new Set(ids).size).toBe(amounts.length);
    }),
  );
});

it('of an account no more than the last four digits are kept', () => {
  expect(credit({ account: '0004567891234' }).account).toBe('1234');
});
