import type { Claim, ClaimEvent } from './claim.ts';
import { claimIdFor, earlierClaimIdFor, isSameClaim } from './ids.ts';
import { visitReference } from './visit/visit-reference.ts';

/** A claim's next state with the event that tells of it; both are written in one transaction. */
export type ClaimChange = { readonly claim: Claim; readonly event: Omit<ClaimEvent, 'at'> };

/** Decides a change from the claim as it stands; undefined when there is nothing to change (already done). */
export type DecideClaim = (claim: Claim) => ClaimChange | undefined;

/** Applies a decision to the claim as it stands, with its event; returns the claim as it then is. */
export type ChangeClaim = (claimId: string, decide: DecideClaim) => Promise<Claim>;

/** Writes a new claim with its first event; false when its id is taken already, by itself or by another claim. */
export type AddClaim = (claim: Claim, event: Omit<ClaimEvent, 'at'>) => Promise<boolean>;

/** What making a claim once needs; `findClaim` reads what was written last. */
export type AddClaimEffects = {
  readonly addClaim: AddClaim;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
};

/** Among a million claims, the chance that any two meet is 0.8 %; that one meets eight others is a fault of ours. */
const candidateIds = 8;

/**
 * Adds a claim, or finds the one that was made for the same visit, payer, part and cause; returns it as the records
 * have it. An id that another claim has is passed over for the next: taken for "made already", the visit would never
 * be billed. Throws where no id is free.
 */
export const addClaimOnce = async (
  claim: Claim,
  event: Omit<ClaimEvent, 'at'>,
  { addClaim, findClaim }: AddClaimEffects,
): Promise<Claim> => {
  const { practiceId, encounterId, responsibility } = claim;
  const earlier = await findClaim(earlierClaimIdFor(practiceId, encounterId, responsibility));
  if (earlier && isSameClaim(earlier, claim)) return earlier;
  for (let candidate = 0; candidate < candidateIds; candidate++) {
    const fresh = { ...claim, claimId: claimIdFor(claim, candidate) };
    if (await addClaim(fresh, event)) return fresh;
    const there = await findClaim(fresh.claimId);
    if (there && isSameClaim(there, claim)) return there;
  }
  throw new Error(
    `All ids that a claim of visit ${visitReference(claim)} may have are those of other claims`,
  );
};

export const changed = (claim: Claim, patch: Partial<Claim>, event: Omit<ClaimEvent, 'at'>): ClaimChange => ({
  claim: { ...claim, ...patch },
  event,
});

/** The same decision, whose event names what it came with as well: the file of an answer, a payment. */
export const withDetail =
  (detail: ClaimEvent['detail'], decide: DecideClaim): DecideClaim =>
  (claim) => {
    const change = decide(claim);
    return change && { ...change, event: { ...change.event, detail: { ...change.event.detail, ...detail } } };
  };
