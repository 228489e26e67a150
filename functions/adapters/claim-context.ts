import type { Claim } from '../domain/claim.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import { getClaim } from './claim-store.ts';
import { getPayer, getPractice } from './practice-store.ts';

export type ClaimContext = { readonly claim: Claim; readonly practice: Practice; readonly payer: Payer };

/** A claim with the practice that bills it and the contract of the payer it goes to. */
export const getClaimContext = async (claimId: string): Promise<ClaimContext> => {
  const claim = await getClaim(claimId);
  const [practice, payer] = await Promise.all([
    getPractice(claim.practiceId),
    getPayer(claim.practiceId, claim.payerId),
  ]);
  return { claim, practice, payer };
};
