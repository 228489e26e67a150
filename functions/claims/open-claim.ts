import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ChangeClaim, type ClaimChange, changed } from '../domain/claim-change.ts';
import { type RecallFoundEffects, recallFound } from '../domain/outbox/found-sent.ts';
import type { StepResult } from '../domain/step.ts';

export const openClaimOutcomes = ['open', 'closed'] as const;
export type OpenClaimOutcome = (typeof openClaimOutcomes)[number];

export type OpenClaimEffects = RecallFoundEffects & {
  readonly getClaim: (claimId: string) => Promise<Claim>;
  readonly changeClaim: ChangeClaim;
  /** Ends an execution of the lifecycle; one that has ended stays so. */
  readonly stopLifecycle: (executionArn: string) => Promise<void>;
};

type OpenStep = { readonly claimId: string; readonly executionArn: string };

/**
 * Takes a claim into its lifecycle, unless nobody has anything left to do with it. It first learns what of it went out
 * before it was made again. The execution that the claim named
 * before is ended first: of two that run for one claim only one has the token of what is awaited, and nobody can tell
 * which; the new one waits anew.
 */
export const openClaim = async (
  step: OpenStep,
  effects: OpenClaimEffects,
): Promise<StepResult<OpenClaimOutcome>> => {
  const { claimId, executionArn } = step;
  await recallFound(claimId, effects);
  const found = await effects.getClaim(claimId);
  const { executionArn: other, status } = found;
  if (status === 'closed') return { outcome: 'closed' };
  if (other !== undefined && other !== executionArn) await effects.stopLifecycle(other);
  const claim = await effects.changeClaim(claimId, (before) =>
    before.executionArn === other ? recordLifecycle(before, executionArn) : undefined,
  );
  // Another one came between, and is ended too.
  if (claim.status !== 'closed' && claim.executionArn !== executionArn) return openClaim(step, effects);
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
