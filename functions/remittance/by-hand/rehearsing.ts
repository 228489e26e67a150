import type { Claim } from '../../domain/claim.ts';
import type { PostingEffects } from '../../domain/posting.ts';

/** Effects that change claims in memory alone, and nobody and nothing else: what posting would say, on trial. */
export const rehearsing = (effects: PostingEffects): PostingEffects => {
  const changed = new Map<string, Claim>();
  const findClaim = async (claimId: string): Promise<Claim | undefined> =>
    changed.get(claimId) ?? effects.findClaim(claimId);
  return {
    ...effects,
    findClaim,
    changeClaim: async (claimId, decide) => {
      const before = await findClaim(claimId);
      const after = before && (decide(before)?.claim ?? before);
      if (after) changed.set(claimId, after);
      return after;
    },
    saveRecovery: async () => {},
    answerWait: async () => {},
    reopenClaim: async () => {},
    followAllowed: async () => {},
    withdrawOutdated: async () => {},
    raiseTask: async () => {},
  };
};
