import { type Cents, cents, sum, zero } from '../../edi/money.ts';
import {
  type Held,
  type Payment,
  type PaymentPart,
  type Progress,
  postedBy,
  progressOf,
  standingTellings,
} from './payment.ts';
import { otherSystemClaim } from './resolution.ts';

/** Decisions or amounts beside the claims, and what of the payment they are, in cents. */
export type HeldFigures = { readonly number: number; readonly amount: Cents };

/** How a payment stands, in figures: `Σ posted + Σ held + Σ of other systems − Σ provider level` is what it came to. */
export type PaymentFigures = Omit<Progress, 'held'> & {
  /** What somebody has to work. */
  readonly held: HeldFigures;
  /** What another system billed: a part of the payment that nobody works. */
  readonly otherSystems: HeldFigures;
  /** Of a payment that a person posted as it is: by how much it differs from what it says it is made of. */
  readonly unexplained: Cents;
};

/** Folds the figures of a payment from its parts. */
export const figuresOfPayment = (payment: Payment, parts: readonly PaymentPart[]): PaymentFigures => {
  const { held, ...progress } = progressOf(payment, parts);
  const posted = postedBy(parts);
  const isForeign = ({ code }: Held): boolean => code === otherSystemClaim;
  const open = figuresOfHeld(
    held.filter((one) => !isForeign(one)),
    posted,
  );
  return {
    ...progress,
    // Held whole, nothing of it is posted, whatever its claims say.
    held: payment.status === 'held' ? { number: held.length, amount: payment.amount } : open,
    otherSystems: figuresOfHeld(held.filter(isForeign), posted),
    unexplained: unexplainedOf(payment, parts),
  };
};

/** A decision may be held for several reasons, and counts once; what stands on its claim already, not at all. */
const figuresOfHeld = (held: readonly Held[], posted: ReadonlyMap<string, Cents>): HeldFigures => {
  const single = [
    ...new Map(held.map((one, at) => [one.adjudicationId ?? `${at} ${one.path}`, one])).values(),
  ];
  const amounts = single.map((one): Cents => {
    const { adjudicationId = '', amount = zero, path } = one;
    if (posted.has(adjudicationId)) return zero;
    return path.startsWith('PLB') ? cents(-amount) : amount;
  });
  return { number: single.length, amount: sum(amounts) };
};

/** `Σ CLP04 − Σ PLB − BPR02` over all that could be read of it. */
const unexplainedOf = (payment: Payment, parts: readonly PaymentPart[]): Cents => {
  if (!standingTellings(payment).some(({ released }) => released)) return zero;
  const paid = new Map(
    parts.flatMap(({ decisions }) => decisions.map((one) => [one.adjudicationId, one.paid])),
  );
  const beside = sum(payment.providerLevel.map(({ amount }) => amount));
  return cents(sum(paid.values()) - beside - payment.amount);
};
