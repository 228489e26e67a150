import { z } from 'zod';
import { cents, mostCents } from '../../edi/money.ts';
import { CalendarDate } from '../calendar.ts';
import { AdjustmentGroup } from './class-rule.ts';
import { MoneyNote } from './resolution.ts';

/** Whole cents, of either sign. */
const Amount = z.int().min(-mostCents).max(mostCents).transform(cents);

const Text = (most: number) => z.string().trim().min(1).max(most);

/** A code as EOBs print it. */
const Code = (most: number) =>
  z
    .string()
    .trim()
    .toUpperCase()
    .regex(new RegExp(`^[A-Z0-9]{1,${most}}$`));

const HandAdjustment = z.strictObject({
  group: AdjustmentGroup,
  reason: Code(5).describe('CARC'),
  amount: Amount.describe('positive lowers the payment'),
});
export type HandAdjustment = z.infer<typeof HandAdjustment>;

const HandLine = z.strictObject({
  lineNumber: z.int().min(1).max(999).optional().describe('of the claim that was sent'),
  procedure: Code(10),
  modifiers: z.array(Code(2)).max(4).default([]),
  charge: Amount,
  paid: Amount,
  adjustments: z.array(HandAdjustment).max(99).default([]),
  remarks: z.array(Code(10)).max(99).default([]).describe('RARC'),
});
export type HandLine = z.infer<typeof HandLine>;

const HandClaim = z.strictObject({
  claimNumber: Text(38).describe('the number that the EOB has for the claim: ours (CLM01)'),
  payerControlNumber: Text(50).optional().describe('the payer’s own number of it (ICN)'),
  statusCode: z
    .enum(['1', '2', '3', '4', '19', '20', '21', '22', '23', '25'])
    .default('1')
    .describe('CLP02; 22 takes a decision back; what is denied follows from the adjustments'),
  charge: Amount,
  paid: Amount,
  adjustments: z.array(HandAdjustment).max(99).default([]).describe('of the claim as a whole'),
  remarks: z.array(Code(10)).max(5).default([]),
  lines: z.array(HandLine).max(999).default([]),
});
export type HandClaim = z.infer<typeof HandClaim>;

/**
 * A payment as a person has it on paper. Claims less provider-level amounts are the payment, and each claim is its
 * charge less its adjustments, or none of it is posted.
 */
export const HandPayment = z.strictObject({
  payerId: Text(80).describe('a payer of the practice'),
  trace: Text(50).describe('the number of the check or the transfer'),
  date: CalendarDate.describe('of the check'),
  amount: Amount.refine((amount) => amount >= 0, 'A payment is not negative'),
  method: z.enum(['ACH', 'BOP', 'CHK', 'FWT', 'NON']).default('CHK'),
  document: Text(200).describe('what it is posted from, such as the name or the number of a scan'),
  note: MoneyNote,
  claims: z.array(HandClaim).max(5000).default([]),
  providerLevel: z
    .array(
      z.strictObject({
        reason: Code(2).describe('PLB03-1'),
        reference: Text(50).optional().describe('PLB03-2'),
        amount: Amount.describe('positive lowers the payment'),
      }),
    )
    .max(999)
    .default([]),
});
export type HandPayment = z.infer<typeof HandPayment>;
