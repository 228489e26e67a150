import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Amount } from '../claim/amount.ts';
import { FeeSetting, Percent } from './fee-line.ts';

/** The contract's line that an amount was made of. */
export const FeeBasis = z.object({
  fee: Amount,
  modifiers: z.array(z.string()),
  setting: FeeSetting.optional(),
  locality: z.string().optional(),
  from: CalendarDate,
  to: CalendarDate.optional(),
  source: z.string(),
});
export type FeeBasis = z.infer<typeof FeeBasis>;

/** What was done to the fee: units, a percentage and why, or the charge, where that is less. */
export const PricingStep = z.object({
  why: z.enum(['units', 'modifier', 'credential', 'multiple-procedures', 'charge']),
  of: z.string().optional().describe('the modifier, the credential, the rank'),
  percent: Percent.optional(),
});
export type PricingStep = z.infer<typeof PricingStep>;

/** Why an amount cannot be told. */
export const UnknownAmount = z.enum([
  'no-fee',
  'several-fees',
  'modifier',
  'time-units',
  'multiple-procedures',
  'units-of-reduced',
]);
export type UnknownAmount = z.infer<typeof UnknownAmount>;

/**
 * What a payer's contract allows for a line of a claim, as it was reckoned when the claim was made. Without `amount` it
 * is not known, and `unknown` says why; it is never nothing.
 */
export const ExpectedLine = z.object({
  lineNumber: z.int().min(1),
  amount: Amount.optional(),
  basis: FeeBasis.optional(),
  steps: z.array(PricingStep).default([]),
  unknown: z.array(z.object({ code: UnknownAmount, of: z.string().optional() })).default([]),
});
export type ExpectedLine = z.infer<typeof ExpectedLine>;
