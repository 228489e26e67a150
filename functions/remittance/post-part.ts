import type { Payment } from '../domain/ledger/payment.ts';
import type { StagedPart } from '../domain/ledger/staged-part.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { finishPayment } from './finish-payment.ts';
import { figuresOf } from './payment-identity.ts';
import { postClaims } from './post-claims.ts';
import { postRecoveries } from './post-recoveries.ts';

/**
 * Posts a part of a payment; posted again it adds nothing, even if what it holds would be matched by now: a person may
 * have matched it. The last part of a payment ends it.
 */
export const postPart = async (
  staged: StagedPart,
  effects: PostingEffects,
  now = new Date(),
): Promise<void> => {
  const { tellingId, part, facts } = staged;
  const { paymentId } = facts;
  const known = await effects.payments.findPart({ paymentId, tellingId, part });
  const payment = known?.posting
    ? await effects.payments.findPayment(paymentId)
    : await postAnew(staged, effects, now);
  if (payment) await finishPayment(payment, effects);
};

const postAnew = async (
  { tellingId, part, facts, claims, adjustments }: StagedPart,
  effects: PostingEffects,
  now: Date,
): Promise<Payment> => {
  const ofClaims = await postClaims(claims, facts, effects);
  const unrecovered = await postRecoveries(adjustments, facts, effects);
  return effects.payments.notePosted({
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
};
