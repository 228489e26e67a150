import { z } from 'zod';
import { type Cents, sum } from '../../../edi/money.ts';
import { DecidingActor } from '../../actor.ts';
import type { Deposit } from '../deposit.ts';
import type { Payment } from '../payment.ts';

const ByHand = { by: DecidingActor, at: z.string(), note: z.string().min(1).max(2000) };

/**
 * What a person says belongs together, with the reason. Deposits alone are no money of a payer's remittances; payments
 * alone are those for which no deposit will come.
 */
export const HandTie = z
  .object({
    tieId: z.string(),
    practiceId: z.string(),
    depositIds: z.array(z.string()),
    paymentIds: z.array(z.string()),
    ...ByHand,
    withdrawn: z.object(ByHand).optional().describe('it counts no more; it is kept'),
  })
  .readonly();
export type HandTie = z.infer<typeof HandTie>;

/** What shows that deposits and payments are the same money. */
export type TieBasis = 'trace' | 'check-number' | 'amount-and-date' | 'sum' | 'hand';

/** Deposits and payments that are the same money. */
export type Tie = {
  readonly deposits: readonly Deposit[];
  readonly payments: readonly Payment[];
  readonly basis: TieBasis;
};

/** What is not tied yet. */
export type Pool = { readonly deposits: readonly Deposit[]; readonly payments: readonly Payment[] };

/** The pool without what is tied. */
export const without = (pool: Pool, tied: readonly Pool[]): Pool => {
  const deposits = new Set(tied.flatMap((one) => one.deposits));
  const payments = new Set(tied.flatMap((one) => one.payments));
  return {
    deposits: pool.deposits.filter((one) => !deposits.has(one)),
    payments: pool.payments.filter((one) => !payments.has(one)),
  };
};

/** What came, or what was announced, in cents. */
export const totalOf = (all: readonly { readonly amount: Cents }[]): Cents =>
  sum(all.map(({ amount }) => amount));
