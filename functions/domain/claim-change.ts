import type { Claim, ClaimEvent } from './claim.ts';

/** A claim's next state with the event that tells of it; both are written in one transaction. */
export type ClaimChange = { readonly claim: Claim; readonly event: Omit<ClaimEvent, 'at'> };

/** Decides a change from the claim as it stands; undefined when there is nothing to change (already done). */
export type DecideClaim = (claim: Claim) => ClaimChange | undefined;

/** Applies a decision to the claim as it stands, with its event; returns the claim as it then is. */
export type ChangeClaim = (claimId: string, decide: DecideClaim) => Promise<Claim>;

/** Writes a new claim with its first event; false when it exists already, which then stays as it is. */
export type AddClaim = (claim: Claim, event: Omit<ClaimEvent, 'at'>) => Promise<boolean>;

export const changed = (claim: Claim, patch: Partial<Claim>, event: Omit<ClaimEvent, 'at'>): ClaimChange => ({
  claim: { ...claim, ...patch },
  event,
});
