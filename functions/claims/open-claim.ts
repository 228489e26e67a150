import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ChangeClaim, type ClaimChange, changed } from '../domain/claim-change.ts';
import type { StepResult } from '../domain/step.ts';

export const openClaimOutcomes = ['open', 'closed'] as const;
export type OpenClaimOutcome = (typeof openClaimOutcomes)[number];

/** Takes a claim into its lifecycle, unless nobody has anything left to do with it. */
export const openClaim = async (
  { claimId, executionArn }: { readonly claimId: string; readonly executionArn: string },
  { changeClaim }: { readonly changeClaim: ChangeClaim },
): Promise<StepResult<OpenClaimOutcome>> => {
  const claim = await changeClaim(claimId, (before) => recordLifecycle(before, executionArn));
  return { outcome: claim.status === 'closed' ? 'closed' : 'open' };
};

/** Records which execution drives the claim, so that the sweep sees when it is gone. */
export const recordLifecycle = (claim: Claim, executionArn: string): ClaimChange | undefined =>
  claim.status === 'closed' || claim.executionArn === executionArn
    ? undefined
    : changed(
        claim,
        { executionArn },
        { type: 'lifecycle-started', actor: stepActor('open-claim'), detail: {} },
      );
