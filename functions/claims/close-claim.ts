import { stepActor } from '../domain/actor.ts';
import type { Claim, ClaimEnd } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { claimPosition, countedWriteOffs, isSettled } from '../domain/position.ts';
import { BillingError } from '../runtime/errors.ts';

/** Closes a claim with nothing open; throws InvalidInput otherwise, for money is never closed away. */
export const closeClaim = (claim: Claim): ClaimChange | undefined => {
  if (claim.status === 'closed') return undefined;
  if (!isSettled(claim))
    throw new BillingError('InvalidInput', `Claim ${claim.claimId} still has an open amount`);
  const end = endOf(claim);
  return changed(
    claim,
    { status: 'closed', end },
    { type: 'closed', actor: stepActor('close-claim'), detail: { end } },
  );
};

const endOf = (claim: Claim): ClaimEnd => {
  if (claim.insteadClaimId) return 'billed-to-next-payer';
  const { insurancePaid, patientBalance } = claimPosition(claim);
  if (patientBalance > 0) return 'billed-to-patient';
  return insurancePaid === 0 && countedWriteOffs(claim).length > 0 ? 'written-off' : 'paid';
};
