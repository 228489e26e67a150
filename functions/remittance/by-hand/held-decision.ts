import { type Held, type Payment, type PaymentPart, progressOf } from '../../domain/ledger/payment.ts';
import type { PaymentName } from '../../domain/ledger/payment-action.ts';
import type { Resolution } from '../../domain/ledger/resolution.ts';
import { type ByHandEffects, findOwnPayment } from './by-hand-effects.ts';

/** Which decision of which payment a person speaks of. */
export type HeldName = PaymentName & { readonly adjudicationId: string };

/** A decision that a payment holds, or held until a person spoke of it. */
export type HeldDecision = {
  readonly payment: Payment;
  readonly part: PaymentPart;
  readonly adjudicationId: string;
  /** Why it is held now; empty once it is posted. */
  readonly held: readonly Held[];
  readonly said: readonly Resolution[];
};

/** The first telling that holds it has what people say of it, so that they say it in one place. */
export const findDecision = async (
  { adjudicationId, ...name }: HeldName,
  effects: ByHandEffects,
): Promise<HeldDecision | undefined> => {
  const payment = await findOwnPayment(name, effects);
  if (payment === undefined) return undefined;
  const parts = await effects.payments.partsOf(payment.paymentId);
  const isAbout = (one: Held): boolean => one.adjudicationId === adjudicationId;
  const takenBack = payment.tellings.flatMap(({ reverses = [] }) => reverses);
  const order = payment.tellings.map(({ tellingId }) => tellingId);
  const [part] = parts
    .filter((one) => !takenBack.includes(one.tellingId) && one.posting?.held.some(isAbout))
    .toSorted((one, other) => order.indexOf(one.tellingId) - order.indexOf(other.tellingId));
  if (part === undefined) return undefined;
  return {
    payment,
    part,
    adjudicationId,
    held: progressOf(payment, parts).held.filter(isAbout),
    said: (part.resolutions ?? []).filter((one) => one.adjudicationId === adjudicationId),
  };
};
