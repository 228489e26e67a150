import { claimsByPayerControlNumber, findClaim } from '../claim-store.ts';
import { accountDecisionsOf } from './account-decision-store.ts';
import { paymentsOfPractice } from './payment-store.ts';

/** Longer than any payer has been sending 835 files, and than any will be asked about one. */
const always = { from: '', to: '9999-12-31' };

/** What the provider-level ledger of a practice is folded from. */
export const ledgerEffects = {
  paymentsOf: (practiceId: string) => paymentsOfPractice(practiceId, always),
  accountDecisionsOf,
  findClaim,
  claimsByPayerControlNumber,
};
