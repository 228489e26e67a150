import type { HandPayment } from '../../domain/ledger/hand-payment.ts';
import type {
  ActingPerson,
  PaymentName,
  ReleasePayment,
  ResolveHeld,
  ReversePayment,
} from '../../domain/ledger/payment-action.ts';
import type { ByHandEffects } from './by-hand-effects.ts';
import type { HeldName } from './held-decision.ts';
import { postByHand } from './post-by-hand.ts';
import { releasePayment } from './release-payment.ts';
import { resolveHeld } from './resolve-held.ts';
import { reversePayment } from './reverse-payment.ts';

/** All that people do to payments, as the API offers it. */
export const byHandActions = (effects: ByHandEffects) => ({
  postByHand: (practiceId: string, entry: HandPayment, person: ActingPerson) =>
    postByHand(practiceId, entry, person, effects),
  resolveHeld: (held: HeldName, asked: ResolveHeld, person: ActingPerson) =>
    resolveHeld(held, asked, person, effects),
  release: (payment: PaymentName, asked: ReleasePayment, person: ActingPerson) =>
    releasePayment(payment, asked, person, effects),
  reverse: (payment: PaymentName, asked: ReversePayment, person: ActingPerson) =>
    reversePayment(payment, asked, person, effects),
});
