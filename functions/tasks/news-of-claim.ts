import type { Claim } from '../domain/claim.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { claimPosition, isSettled } from '../domain/position.ts';
import { day, dollars } from './formats.ts';

/** What has changed about a claim, in a sentence without PHI. */
export const newsOf = (claim: Claim): string => {
  const decision = effectiveAdjudication(claim);
  if (claim.status === 'closed') return 'The claim is closed.';
  if (claim.status === 'rejected') return 'The payer’s front end has refused the claim since.';
  if (claim.status === 'covered') return 'The payer reports coverage now.';
  if (claim.status === 'not-covered') return 'The payer reports no coverage now.';
  if (decision === undefined && claim.adjudications.length > 0)
    return 'The payer took its decision back and owes another one.';
  if (claim.status !== 'adjudicated' || decision === undefined) return 'The payer has the claim now.';
  const since = `With the payer’s decision of ${day(decision.paymentDate)}`;
  return isSettled(claim)
    ? `${since} nothing is left to decide.`
    : `${since} other amounts are to be decided: ${dollars(claimPosition(claim).open)} is open.`;
};
