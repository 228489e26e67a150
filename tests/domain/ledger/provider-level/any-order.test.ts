import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  foldProviderLedger,
  type ProviderLedger,
} from '../../../../functions/domain/ledger/provider-ledger.ts';
import type { LedgerPayment } from '../../../../functions/domain/ledger/provider-level/entry.ts';
import { sum } from '../../../../functions/edi/money.ts';
import { paymentWith, taxId } from '../../../factories/provider-payments.ts';
import { type ModelAccount, type ModelPayment, providerStories } from './provider-model.ts';

/** `LEDGER_RUNS=100000 npx vitest run tests/domain/ledger/provider-level` is the long campaign. */
const numRuns = Number(process.env.LEDGER_RUNS ?? 5000);

const filed = ({ trace, date, payer, taxId: paid, adjustments }: ModelPayment): LedgerPayment =>
  paymentWith(
    trace,
    date,
    adjustments.map(({ reason, amount, reference }) => [reason, amount, reference]),
    { payer, payee: { partnerId: 'clearinghouse', npis: [], taxIds: [paid] } },
  );

const byText = (accounts: readonly ModelAccount[]): string[] =>
  accounts.map((account) => JSON.stringify(account)).toSorted();

const told = ({ accounts }: ProviderLedger): string[] =>
  byText(
    accounts.map(({ kind, opened, amount, open }) => ({
      kind,
      trace: opened.trace,
      amount,
      open,
    })),
  );

/** Every payment once in some order, and some of them again. */
const deliveries = <P>(payments: readonly P[]): fc.Arbitrary<readonly P[]> =>
  fc
    .tuple(
      fc.shuffledSubarray([...payments], { minLength: payments.length }),
      fc.array(fc.constantFrom(...payments), { maxLength: 3 }),
    )
    .map(([all, again]) => [...all, ...again]);

it('any order and any repetition of the same payments leaves open what the payers meant', () => {
  fc.assert(
    fc.property(
      providerStories.chain((story) => fc.tuple(fc.constant(story), deliveries(story.payments))),
      ([story, order]) => {
        const ledger = foldProviderLedger(order.map(filed), { taxId });
        expect(told(ledger)).toEqual(byText(story.accounts));
        expect(ledger).toEqual(foldProviderLedger(story.payments.map(filed), { taxId }));
      },
    ),
    { numRuns },
  );
});

it('no cent of an adjustment is lost: totals are what the payments say', () => {
  fc.assert(
    fc.property(providerStories, ({ payments }) => {
      const { totals, adjustments } = foldProviderLedger(payments.map(filed), { taxId });
      const said = payments.flatMap((payment) => payment.adjustments.map(({ amount }) => amount));
      const all = said.reduce((total, amount) => total + amount, 0);
      expect(sum(totals.map(({ amount }) => amount))).toBe(all);
      expect(sum(adjustments.map(({ amount }) => amount))).toBe(all);
    }),
    { numRuns: Math.min(numRuns, 500) },
  );
});
