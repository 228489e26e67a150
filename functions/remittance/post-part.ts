import type { StagedPart } from '../domain/ledger/staged-part.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { finishPayment } from './finish-payment.ts';
import { figuresOf } from './payment-identity.ts';
import { postClaims } from './post-claims.ts';
import { postRecoveries } from './post-recoveries.ts';

/** Posts a part of a payment; posted again it adds nothing. The last part of a payment ends it. */
export const postPart = async (
  { tellingId, part, facts, claims, adjustments }: StagedPart,
  effects: PostingEffects,
  now = new Date(),
): Promise<void> => {
  const ofClaims = await postClaims(claims, facts, effects);
  const unrecovered = await postRecoveries(adjustments, facts, effects);
  const payment = await effects.payments.notePosted({
    paymentId: facts.paymentId,
    tellingId,
    part,
    decisions: claims.map(({ adjudicationId, claim }) => ({
      adjudicationId,
      paid: claim.paid,
      figures: figuresOf(claim),
    })),
    posting: {
      posted: ofClaims.posted,
      claims: ofClaims.claims,
      held: [...ofClaims.held, ...unrecovered],
      at: now.toISOString(),
    },
  });
  await finishPayment(payment, effects);
};
