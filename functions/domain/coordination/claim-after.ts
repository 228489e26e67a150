import type { Claim } from '../claim.ts';
import type { Payer } from '../payer.ts';
import { ownOf } from './payer-order.ts';

export type FindClaim = (claimId: string) => Promise<Claim | undefined>;

/**
 * The claim by which the payer after this one is billed now: where another one took the place of the one that this
 * claim was handed on to, the other one.
 */
export const claimAfter = async (claim: Claim, findClaim: FindClaim): Promise<Claim | undefined> => {
  let after = claim.nextClaimId === undefined ? undefined : await findClaim(claim.nextClaimId);
  while (after?.insteadClaimId !== undefined) after = await findClaim(after.insteadClaimId);
  const isAfter = after?.priorPayers.some(({ claimId }) => claimId === claim.claimId);
  return isAfter && after?.end !== 'taken-back' ? after : undefined;
};

/** All claims by which payers after this one are billed now, in their order. */
export const claimsAfter = async (claim: Claim, findClaim: FindClaim): Promise<readonly Claim[]> => {
  const after = await claimAfter(claim, findClaim);
  return after ? [after, ...(await claimsAfter(after, findClaim))] : [];
};

export type PayersAfterEffects = {
  readonly findClaim: FindClaim;
  readonly getPayer: (practiceId: string, payerId: string) => Promise<Payer | undefined>;
};

/**
 * The claim with the payers after it as the visit has them now. What the claim itself tells of them is of the day when it
 * was handed on; what was decided about a later claim since stands there.
 */
export const withPayersAfter = async (claim: Claim, effects: PayersAfterEffects): Promise<Claim> => {
  const after = await claimAfter(claim, effects.findClaim);
  const payer = after && (await effects.getPayer(after.practiceId, after.payerId));
  if (after === undefined || payer === undefined) return claim;
  const { coverage, nextPayers } = await withPayersAfter(after, effects);
  return { ...claim, nextPayers: [{ ...ownOf(payer), coverage }, ...nextPayers] };
};
