import { z } from 'zod';
import type { Actor } from '../actor.ts';
import { CalendarDate } from '../calendar.ts';
import type { Finding } from '../finding.ts';
import { ClaimId } from '../ids.ts';
import type { Payment, PaymentPart } from './payment.ts';
import { MoneyNote } from './resolution.ts';

/** What a person says of one held decision. */
export const ResolveHeld = z.discriminatedUnion('action', [
  z.strictObject({
    action: z.literal('match'),
    claimId: ClaimId,
    submissionNumber: z.int().min(1),
    note: MoneyNote,
  }),
  z.strictObject({ action: z.literal('other-system'), note: MoneyNote }),
  z.strictObject({ action: z.literal('hold'), note: MoneyNote }),
]);
export type ResolveHeld = z.infer<typeof ResolveHeld>;

/** That a person posts a payment as it is that is held whole. */
export const ReleasePayment = z.strictObject({
  note: MoneyNote,
  date: CalendarDate.optional().describe('of a payment that has none'),
  tellingId: z.string().optional().describe('which file is posted, where files say different things of it'),
});
export type ReleasePayment = z.infer<typeof ReleasePayment>;

/** That a person takes back what was posted by hand. */
export const ReversePayment = z.strictObject({ note: MoneyNote });
export type ReversePayment = z.infer<typeof ReversePayment>;

/** Who acts, and when. */
export type ActingPerson = { readonly by: Actor; readonly now: Date };

/** Which payment of which practice somebody acts on. */
export type PaymentName = { readonly practiceId: string; readonly paymentId: string };

/** A payment with its parts: all that is known of it. */
export type PaymentWithParts = { readonly payment: Payment; readonly parts: readonly PaymentPart[] };

/**
 * What became of what a person asked for. done: it is posted, or noted, now or before · posting: it is handed on and
 * will be posted · refused: with the figures against it, and nothing is changed.
 */
export type PaymentAnswer =
  | ({ readonly outcome: 'done' | 'posting'; readonly findings: readonly Finding[] } & PaymentWithParts)
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'refused'; readonly findings: readonly Finding[] };

/** Refuses with one finding. */
export const refusal = (code: string, path: string, detail: string): PaymentAnswer => ({
  outcome: 'refused',
  findings: [{ code, path, detail }],
});
