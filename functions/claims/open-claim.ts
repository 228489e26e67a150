import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { type RecallFoundEffects, recallFound } from '../domain/outbox/found-sent.ts';
import type { StepResult } from '../domain/step.ts';

export const openClaimOutcomes = ['open', 'closed'] as const;
export type OpenClaimOutcome = (typeof openClaimOutcomes)[number];

/**
 * Takes a claim into its lifecycle, unless nobody has anything left to do with it. It first learns what of it went out
 * before it was made again.
 */
export const openClaim = async (
  { claimId, executionArn }: { readonly claimId: string; readonly executionArn: string },
  effects: RecallFoundEffects,
): Promise<StepResult<OpenClaimOutcome>> => {
  await recallFound(claimId, effects);
  const claim = await effects.changeClaim(claimId, (before) => recordLifecycle(before, executionArn));
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
