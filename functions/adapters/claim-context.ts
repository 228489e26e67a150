import type { GetClaimContext } from '../domain/claim.ts';
import { getClaim } from './claim-store.ts';
import { getPayer, getPractice } from './practices/practice-store.ts';

export const getClaimContext: GetClaimContext = async (claimId) => {
  const claim = await getClaim(claimId);
  const [practice, payer] = await Promise.all([
    getPractice(claim.practiceId),
    getPayer(claim.practiceId, claim.payerId),
  ]);
  return { claim, practice, payer };
};
