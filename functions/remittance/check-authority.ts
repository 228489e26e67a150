import { agreementWith } from '../domain/ledger/payee.ts';
import type { PaidTo } from '../domain/ledger/payment.ts';
import type { ClaimBilling } from '../domain/posting.ts';

/** Why a payment may not touch a claim, in words for billers; undefined when it may. */
export type Objection = { readonly code: 'wrong-partner' | 'wrong-payee'; readonly detail: string };

/**
 * Whether a file may pay a claim, or take money back from it: it came through a partner with which one of the claim's
 * payers is enrolled, and the payee is the practice that billed it. One identifier of the payee has to agree, and none
 * may contradict.
 */
export const checkAuthority = (billing: ClaimBilling, paidTo: PaidTo): Objection | undefined => {
  if (!billing.partnerIds.includes(paidTo.partnerId))
    return {
      code: 'wrong-partner',
      detail: `the file came through ${paidTo.partnerId}, with which its payer is not enrolled for remittances`,
    };
  return agreementWith(billing, paidTo) === 'all'
    ? undefined
    : {
        code: 'wrong-payee',
        detail: 'the payment is made out to somebody else than the practice that billed it',
      };
};
