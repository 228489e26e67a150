import type { StagedPart } from '../../domain/ledger/staged-part.ts';
import type { PaymentRecords, PostingEffects } from '../../domain/posting.ts';
import type { PlacedClaim } from '../../edi/x835/claims-of.ts';
import { postPart } from '../post-part.ts';
import type { PostingPlan } from '../staging/plan-posting.ts';

/** So many claims are posted within the seconds that a caller waits; of more the queue posts one part after another. */
const claimsAtOnce = 50;

/**
 * Hands parts on as those of a file are. A few claims are posted at once, too, so that whoever posts them sees what
 * became of them; the queue finds them posted.
 */
export const handOnAndPost = async (
  claims: number,
  handOn: (records: PaymentRecords) => Promise<void>,
  effects: PostingEffects,
  now: Date,
): Promise<void> => {
  const handed: StagedPart[] = [];
  await handOn({
    ...effects.payments,
    handOn: async (part) => {
      await effects.payments.handOn(part);
      if (claims <= claimsAtOnce) handed.push(part);
    },
  });
  for (const part of handed) await postPart(part, effects, now);
};

/** Hands on the parts of a plan, whose claims are all at hand. */
export const handOnPlan = async (
  { parts, places, facts, adjustments, matched }: PostingPlan,
  claims: readonly PlacedClaim[],
  { addPart, handOn }: PaymentRecords,
): Promise<void> => {
  for (const part of parts) await addPart(part);
  const placed = claims.flatMap((claim) => {
    const place = places.get(claim.position);
    return place ? [{ ...place, claim }] : [];
  });
  const byPart = Map.groupBy(placed, ({ part }) => part);
  for (const { part, tellingId, decisions } of parts)
    await handOn({
      ...{ tellingId, part, facts },
      claims: (byPart.get(part) ?? []).map(({ claim, adjudicationId }) => {
        const onto = matched?.get(adjudicationId);
        return { ...claim, adjudicationId, ...(onto && { onto }) };
      }),
      adjustments: decisions.length === 0 ? [...adjustments] : [],
    });
};
