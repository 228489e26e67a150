import { type Actor, stepActor } from '../actor.ts';
import type { Claim } from '../claim.ts';
import { type ClaimChange, changed } from '../claim-change.ts';

/** The claim for another payer, of which nothing went out, when the decision that made it is taken back. */
export const takenBack = (claim: Claim, by: Actor): ClaimChange =>
  changed(
    claim,
    { status: 'closed', end: 'taken-back' },
    { type: 'taken-back', actor: by, detail: { submission: claim.submissions.length } },
  );

/** A claim that was taken back, open again as it would be made now, when its payer is billed after all. */
export const billedAfterAll = (claim: Claim, fresh: Claim): ClaimChange | undefined => {
  if (claim.end !== 'taken-back') return undefined;
  const { claimId, version, createdAt, decisions, eligibilityChecks } = claim;
  return changed(
    fresh,
    {
      ...{ claimId, version, createdAt, decisions },
      eligibilityChecks: eligibilityChecks + 1,
      submissions: fresh.submissions.map((one) => ({ ...one, openedBy: `${claimId}-${version}` })),
    },
    { type: 'billed-after-all', actor: stepActor('bill-next-payer'), detail: {} },
  );
};
