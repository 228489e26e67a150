import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { isCodeWithin } from '../visit/code-range.ts';
import { FrequencyRule } from './frequency.ts';

const Modifier = z.string().regex(/^[A-Z0-9]{2}$/);

const isExpression = (text: string): boolean => {
  try {
    return RegExp(text, 'u') !== undefined;
  } catch {
    return false;
  }
};

/** How a payer wants visits by telephone or video, in a time. */
export const TelehealthRule = z.strictObject({
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
  places: z
    .array(z.string().regex(/^\d{2}$/))
    .min(1)
    .describe('places of service that it takes for them, such as 02 and 10, or 11'),
  modifiers: z.array(Modifier).describe('of which it wants one; an empty list: none'),
});
export type TelehealthRule = z.infer<typeof TelehealthRule>;

/** What a payer wants on claims beside what every payer does, as its manual has it. What is left out is not asked. */
export const ClaimRules = z.strictObject({
  memberId: z
    .string()
    .refine(isExpression, 'This is no regular expression')
    .optional()
    .describe('a regular expression that its member numbers fit, such as ^[A-Z]{3}\\d{9}$'),
  billingTaxonomy: z.boolean().default(false).describe('whether it wants the taxonomy of who bills (2000A)'),
  drugCodes: z.boolean().optional().describe('whether it wants the NDC of drugs: Medicaid does unless told'),
  authorized: z
    .array(z.string().regex(/^[A-Z0-9]{5}(-[A-Z0-9]{5})?$/, 'Write a code, or two with a hyphen between'))
    .default([])
    .describe('procedures that it wants authorized, singly or from one to another'),
  telehealth: z.array(TelehealthRule).default([]),
  frequencies: z
    .array(FrequencyRule)
    .default([])
    .describe('services that it pays once in a time, such as a check-up a year'),
});
export type ClaimRules = z.infer<typeof ClaimRules>;

/** Whether a procedure is one of those that a rule names. */
export const isNamed = (named: readonly string[], procedure: string): boolean =>
  named.some((one) => {
    const [first = one, last = first] = one.split('-');
    return isCodeWithin(procedure, first, last);
  });
