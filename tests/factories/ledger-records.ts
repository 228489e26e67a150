import type { Claim } from '../../functions/domain/claim.ts';
import { knownControlNumbers } from '../../functions/domain/ledger/decision.ts';
import type { Payment } from '../../functions/domain/ledger/payment.ts';
import type { AccountDecision } from '../../functions/domain/ledger/provider-level/account-decision.ts';
import type { LedgerPayment } from '../../functions/domain/ledger/provider-level/entry.ts';
import { zero } from '../../functions/edi/money.ts';
import type { DecideAccountEffects } from '../../functions/provider-ledger/decide-account.ts';

/** What the provider-level ledger of a practice is folded from, in memory; decisions are added to it. */
export type LedgerStock = {
  readonly payments: readonly LedgerPayment[];
  readonly decisions?: AccountDecision[];
  readonly claims?: readonly Claim[];
};

/** The record of a payment of which only the provider level matters. */
const recordOf = (payment: LedgerPayment): Payment => ({
  ...payment,
  amount: zero,
  method: 'ACH',
  held: [],
  tellings: [],
  postedParts: 0,
  version: 1,
});

export const ledgerRecords = ({
  payments,
  decisions = [],
  claims = [],
}: LedgerStock): DecideAccountEffects => ({
  paymentsOf: async () => payments.map(recordOf),
  accountDecisionsOf: async () => [...decisions],
  findClaim: async (claimId) => claims.find((claim) => claim.claimId === claimId),
  claimsByPayerControlNumber: async (number) =>
    claims.filter((claim) => knownControlNumbers(claim).includes(number)),
  addAccountDecision: async (decision) => {
    if (
      decisions.some(
        ({ accountId, number }) => accountId === decision.accountId && number === decision.number,
      )
    )
      return false;
    decisions.push(decision);
    return true;
  },
});
