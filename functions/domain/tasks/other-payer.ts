import { z } from 'zod';
import { Coverage } from '../party.ts';
import { Correction } from './correction.ts';

/**
 * instead: the claim belongs to the payer named, and its own has nothing to do with it · first: that payer comes before
 * all others · next: it is billed after the claim's own.
 */
export const payerPlaces = ['instead', 'first', 'next'] as const;
export type PayerPlace = (typeof payerPlaces)[number];

/** A payer that a person puts into the order of a claim's payers, with what is known of its policy. */
export const OtherPayer = z.strictObject({
  payerId: Coverage.shape.payerId,
  place: z.enum(payerPlaces),
  ...Correction.pick({ memberId: true, groupNumber: true, relationship: true, policyHolder: true }).shape,
  insuranceType: Coverage.shape.insuranceType.describe(
    'SBR05: why Medicare, which comes later by this, is not the first payer',
  ),
});
export type OtherPayer = z.infer<typeof OtherPayer>;
