import { payerActor } from '../domain/actor.ts';
import type { Adjudication, Claim, ClaimStatus } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { claimPosition, effectiveAdjudication } from '../domain/position.ts';
import { sum, zero } from '../edi/money.ts';

/**
 * Posts what one 835 says about a claim, reversals and corrections together, so that only the net counts. What is
 * posted already changes nothing. Earlier decisions about money fall away with the adjudication they were about.
 */
export const postRemittance = (
  claim: Claim,
  adjudications: readonly Adjudication[],
): ClaimChange | undefined => {
  const posted = new Set(claim.adjudications.map(({ adjudicationId }) => adjudicationId));
  const fresh = adjudications.filter(({ adjudicationId }) => !posted.has(adjudicationId));
  const last = fresh.at(-1);
  if (!last) return undefined;
  const after: Claim = {
    ...withoutEnd(claim),
    adjudications: [...claim.adjudications, ...fresh],
    writeOffs: [],
    patientBilled: zero,
    remittances: claim.remittances + 1,
    ...(last.payerControlNumber && { payerControlNumber: last.payerControlNumber }),
  };
  return changed({ ...after, status: statusAfter(claim, after) }, {}, remittanceEvent(after, fresh));
};

const withoutEnd = ({ end: _end, ...claim }: Claim): Claim => claim;

/**
 * After a bare reversal the payer owes a decision again, and the claim waits for it; news of an earlier transmission
 * leaves the one that is on its way where it is.
 */
const statusAfter = (before: Claim, after: Claim): ClaimStatus => {
  if (effectiveAdjudication(after)) return 'adjudicated';
  const wasDecided = before.status === 'adjudicated' || before.status === 'closed';
  return wasDecided ? 'accepted' : before.status;
};

const remittanceEvent = (claim: Claim, fresh: readonly Adjudication[]) => {
  const { insurancePaid, adjustments, patientBalance, open } = claimPosition(claim);
  return {
    type: fresh.some(({ claimStatusCode }) => claimStatusCode === '22')
      ? 'remittance-reversed'
      : 'remittance-posted',
    actor: payerActor(claim.payerId),
    detail: {
      trace: fresh.map(({ traceNumber }) => traceNumber).join(' '),
      paid: sum(fresh.map(({ paid }) => paid)),
      insurancePaid,
      adjustments,
      patientBalance,
      open,
    },
  };
};
