import type { Claim } from '../domain/claim.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { changeClaim, findClaim } from './claim-store.ts';
import { findSentFile } from './trading-partner.ts';
import { answerWait } from './wait-store.ts';
import { isRunning, startClaimLifecycle } from './workflows.ts';

/** Starts the lifecycle of a claim that is open and that no execution drives, under a name of its own. */
const reopenClaim = async ({ practiceId, claimId, version, status, executionArn }: Claim): Promise<void> => {
  if (status === 'closed') return;
  if (executionArn && (await isRunning(executionArn))) return;
  await startClaimLifecycle(`${claimId}-${version}`, { practiceId, claimId });
};

/** What the readers of partner files do to the records, but for raising tasks. */
export const postingEffects: Omit<PostingEffects, 'raiseTask'> = {
  changeClaim: async (claimId, decide) =>
    (await findClaim(claimId)) ? changeClaim(claimId, decide) : undefined,
  answerWait,
  findSentFile,
  reopenClaim,
};
