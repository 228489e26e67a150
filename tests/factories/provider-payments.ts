import type { ProviderAdjustment } from '../../functions/domain/ledger/payment.ts';
import type { LedgerPayment } from '../../functions/domain/ledger/provider-level/entry.ts';
import { cents } from '../../functions/edi/money.ts';

/** Adjustments as [reason, cents] or [reason, cents, reference]. */
export type Stated = readonly [reason: string, amount: number, reference?: string | undefined];

/** The tax id that the practice of these tests has. */
export const taxId = '123456789';

const adjustmentOf = ([reason, amount, reference]: Stated, at: number): ProviderAdjustment => ({
  path: `PLB[${at + 1}]`,
  reason,
  ...(reference !== undefined && { reference }),
  amount: cents(amount),
});

/** A payment by its trace and date with provider-level adjustments; the trace is its id. */
export const paymentWith = (
  trace: string,
  date: string,
  adjustments: readonly Stated[] = [],
  change: Partial<LedgerPayment> = {},
): LedgerPayment => ({
  paymentId: trace,
  payer: { name: 'NORTHWIND HEALTH', id: '1512345678' },
  payee: { partnerId: 'northwind', npis: ['1234567893'], taxIds: [taxId] },
  trace,
  date,
  providerLevel: adjustments.map(adjustmentOf),
  status: 'posted',
  ...change,
});
