import type { Takeback } from '../domain/claim/moved-money.ts';
import { withDetail } from '../domain/claim-change.ts';
import type { Held, ProviderAdjustment } from '../domain/ledger/payment.ts';
import type { PaymentFacts } from '../domain/ledger/staged-part.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { checkAuthority } from './check-authority.ts';
import { reopenIfIdle } from './go-on.ts';
import { holdForeignAdjustments } from './hold-foreign.ts';
import { postTakeback } from './post-remittance.ts';
import {
  findRecoveredClaim,
  holdUnexplained,
  isRecovery,
  numbersToKeep,
  toTakeback,
} from './provider-adjustments.ts';

/**
 * Recoveries go to the claims that they name; of what names none that the payment may touch, a person is asked about
 * what nothing explains.
 */
export const postRecoveries = async (
  adjustments: readonly ProviderAdjustment[],
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<readonly Held[]> => {
  const unposted: ProviderAdjustment[] = [];
  const counts = new Map<string, number>();
  for (const adjustment of adjustments) {
    const key = JSON.stringify([adjustment.reason, adjustment.reference, adjustment.amount]);
    const ordinal = (counts.get(key) ?? 0) + 1;
    counts.set(key, ordinal);
    const isPosted = await postRecovery(adjustment, toTakeback(adjustment, facts, ordinal), facts, effects);
    if (!isPosted) unposted.push(adjustment);
  }
  const { held, others } = await holdForeignAdjustments(unposted, facts.paidTo, effects);
  return [...held, ...(await holdUnexplained(others, facts, effects))];
};

/** Whether a claim of ours is named that the payment may touch; one that was closed is then somebody's again. */
const postRecovery = async (
  adjustment: ProviderAdjustment,
  takeback: Takeback,
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<boolean> => {
  if (!isRecovery(adjustment)) return false;
  const { payer, paidTo } = facts;
  for (const number of numbersToKeep(adjustment, facts))
    await effects.saveRecovery(number, { takeback, paidTo, payer });
  const claim = await findRecoveredClaim(adjustment, { payer, paidTo }, effects);
  if (claim === undefined || checkAuthority(await effects.billingOf(claim), paidTo)) return false;
  const named = { payment: facts.paymentId };
  const post = withDetail(named, (before) => postTakeback(before, takeback));
  const after = await effects.changeClaim(claim.claimId, post);
  if (after) {
    await effects.withdrawOutdated(after);
    await reopenIfIdle(after, claim.status === 'closed', effects);
  }
  return true;
};
