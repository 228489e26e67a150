import type { Actor } from '../../domain/actor.ts';
import { shortDigest } from '../../domain/digest.ts';
import type { PaymentPart, ProviderAdjustment } from '../../domain/ledger/payment.ts';
import { type PaymentAnswer, refusal } from '../../domain/ledger/payment-action.ts';
import type { IdentifiedClaim, StagedPart } from '../../domain/ledger/staged-part.ts';
import { negate } from '../../edi/money.ts';
import type { RemittanceClaim, RemittanceLine } from '../../edi/x835/loops.ts';
import { BillingError } from '../../runtime/errors.ts';
import type { ByHandEffects } from './by-hand-effects.ts';

/** What takes some parts of a payment back. */
export type Reversal = {
  readonly parts: readonly StagedPart[];
  /** Everything that stood beside their claims, negated. */
  readonly beside: readonly ProviderAdjustment[];
  /** By which the payment named its decisions so far. */
  readonly identity: string;
};

/** As what the reversal is told, by whom and on which day of the practice. */
export type ReversedOn = { readonly tellingId: string; readonly date: string; readonly by: Actor };

/**
 * The reversal (CLP02 22) of every decision of some parts that is kept with a claim, each onto the transmission that
 * it is about, and of what went beside the claims. Reversals are not reversed: what they took back is posted anew.
 */
export const reversalOf = async (
  parts: readonly PaymentPart[],
  { tellingId, date, by }: ReversedOn,
  effects: Pick<ByHandEffects, 'readPart' | 'findClaim'>,
): Promise<Reversal | PaymentAnswer> => {
  const staged: StagedPart[] = [];
  const beside: ProviderAdjustment[] = [];
  let identity = '';
  for (const part of parts) {
    const { facts, claims, adjustments } = await effects.readPart(part);
    if (claims.some(({ claim }) => claim.statusCode === '22'))
      return refusal(
        'holds-reversals',
        '',
        'The payment takes decisions back itself: post those again instead',
      );
    ({ identity } = facts);
    beside.push(...adjustments.map(negatedAdjustment));
    staged.push({
      tellingId,
      part: staged.length + 1,
      facts: { ...facts, paymentDate: date, postedBy: by },
      claims: (await Promise.all(claims.map((one) => reversed(one, part, effects)))).flat(),
      adjustments: adjustments.filter((one) => isPosted(one, part)).map(negatedAdjustment),
    });
  }
  return { parts: staged, beside, identity };
};

/** Nothing where the decision never came to a claim; a predetermination (25) moved no money. */
const reversed = async (
  { adjudicationId, claim, position }: IdentifiedClaim,
  { posting, resolutions = [] }: PaymentPart,
  { findClaim }: Pick<ByHandEffects, 'findClaim'>,
): Promise<readonly IdentifiedClaim[]> => {
  const matched = resolutions.find((one) => one.adjudicationId === adjudicationId && one.posted);
  const claimId = matched?.posted?.claimId ?? posting?.claims?.[adjudicationId];
  if (claimId === undefined || claim.statusCode === '25') return [];
  const posted = (await findClaim(claimId))?.adjudications.find(
    (one) => one.adjudicationId === adjudicationId,
  );
  if (posted === undefined)
    throw new BillingError('RecordNotFound', `A decision is not with claim ${claimId}`);
  return [
    {
      position,
      adjudicationId: shortDigest(JSON.stringify(['reversal', adjudicationId])),
      reverses: adjudicationId,
      isUncounted: matched === undefined && posting?.posted[adjudicationId] === undefined,
      onto: { claimId, submissionNumber: posted.submissionNumber },
      claim: { ...negated(claim), statusCode: '22', lines: claim.lines?.map(negated) },
    },
  ];
};

const negated = <T extends RemittanceClaim | RemittanceLine>(one: T): T => ({
  ...one,
  charge: negate(one.charge),
  paid: negate(one.paid),
  adjustments: one.adjustments?.map(({ group, reasons }) => ({
    group,
    reasons: reasons.map((reason) => ({ ...reason, amount: negate(reason.amount) })),
  })),
});

const negatedAdjustment = (one: ProviderAdjustment): ProviderAdjustment => ({
  ...one,
  amount: negate(one.amount),
});

/** What reached no claim is held, and its reversal reaches none either. */
const isPosted = ({ path, amount, reference }: ProviderAdjustment, { posting }: PaymentPart): boolean =>
  !posting?.held.some((held) => held.path === path && held.amount === amount && held.reference === reference);
