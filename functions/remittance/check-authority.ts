import type { ClaimBilling } from '../domain/posting.ts';
import type { Remittance } from '../edi/x835/loops.ts';

/** Why a payment may not be posted to a claim, in words for both sides' billers; undefined when it may. */
export type Objection = { readonly code: 'wrong-partner' | 'wrong-payee'; readonly detail: string };

/**
 * Whether a file may pay a claim: it came through a partner with which one of the claim's payers is enrolled, and
 * the payee is the practice that billed it. One identifier of the payee has to agree, and none may contradict.
 */
export const checkAuthority = (
  billing: ClaimBilling,
  partnerId: string,
  payee: Remittance['payee'],
): Objection | undefined => {
  if (!billing.partnerIds.includes(partnerId))
    return {
      code: 'wrong-partner',
      detail: `the file came through ${partnerId}, with which its payer is not enrolled for remittances`,
    };
  const claims = identifiersOf(payee).map(({ kind, id }) => billing[kind].includes(id));
  return claims.length > 0 && claims.every(Boolean)
    ? undefined
    : {
        code: 'wrong-payee',
        detail: 'the payment is made out to somebody else than the practice that billed it',
      };
};

type Identifier = { readonly kind: 'npis' | 'taxIds'; readonly id: string };

/** N104 is an NPI (XX) or a tax id (FI); REF*TJ is a tax id. Other numbers are the payer's own. */
const identifiersOf = ({ idQualifier, id, references = [] }: Remittance['payee']): readonly Identifier[] => [
  ...(idQualifier === 'XX' ? [{ kind: 'npis', id } as const] : []),
  ...(idQualifier === 'FI' ? [{ kind: 'taxIds', id: digits(id) } as const] : []),
  ...references
    .filter(({ qualifier }) => qualifier === 'TJ')
    .map((reference) => ({ kind: 'taxIds', id: digits(reference.id) }) as const),
];

/** Tax ids are written with and without their hyphen. */
const digits = (id: string): string => id.replaceAll(/\D/g, '');
