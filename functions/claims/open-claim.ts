import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';

/** Records which execution drives the claim, so that the sweep sees when it is gone. */
export const openClaim = (claim: Claim, executionArn: string): ClaimChange | undefined =>
  claim.status === 'closed' || claim.executionArn === executionArn
    ? undefined
    : changed(
        claim,
        { executionArn },
        { type: 'lifecycle-started', actor: stepActor('open-claim'), detail: {} },
      );
