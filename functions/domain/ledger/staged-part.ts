import { z } from 'zod';
import type { PlacedClaim } from '../../edi/x835/claims-of.ts';
import { DecidingActor } from '../actor.ts';
import { CalendarDate } from '../calendar.ts';
import type { Transmission } from '../ids.ts';
import { PaidTo, PayerNamed, ProviderAdjustment } from './payment.ts';

/** A claim of a payment with the id that its decision has in whatever file, and at whatever place, it comes. */
export type IdentifiedClaim = PlacedClaim & {
  readonly adjudicationId: string;
  /** The transmission that a person says it is about: nothing is matched then, and everything else is checked. */
  readonly onto?: Transmission;
  /** The decision that a person takes back with it. */
  readonly reverses?: string;
  /** That decision never counted as posted, and so neither does this. */
  readonly isUncounted?: boolean;
};

/** What every decision of a payment has from it. */
export const PaymentFacts = z
  .object({
    paymentId: z.string(),
    identity: z.string().describe('of the payment, whoever tells of it: names what it decides'),
    paymentDate: CalendarDate, // BPR16
    traceNumber: z.string(), // TRN02
    paidTo: PaidTo,
    payer: PayerNamed,
    postedBy: DecidingActor.optional().describe('a person who posts it; else its payer does'),
  })
  .readonly();
export type PaymentFacts = z.infer<typeof PaymentFacts>;

/** A part of a payment as it is handed on for posting, with all that posting needs of its file. */
export const StagedPart = z
  .object({
    tellingId: z.string(),
    part: z.int().min(1),
    facts: PaymentFacts,
    claims: z.array(z.custom<IdentifiedClaim>()).describe('as the codec read them'),
    adjustments: z.array(ProviderAdjustment),
  })
  .readonly();
export type StagedPart = z.infer<typeof StagedPart>;
