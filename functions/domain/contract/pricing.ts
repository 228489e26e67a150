import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Credential } from './credential.ts';
import { FeeSetting, Percent } from './fee-line.ts';

const Modifier = z.string().regex(/^[A-Z0-9]{2}$/);

/**
 * How a payer's contract makes an allowed amount of a fee. Nothing of it is assumed: what a contract does not say here
 * leaves an amount unknown wherever it matters.
 */
export const Pricing = z.strictObject({
  chargeLimits: z.boolean().default(true).describe('never more than the charge: "the lesser of"'),
  modifiers: z
    .array(z.strictObject({ modifier: Modifier, percent: Percent }))
    .default([])
    .describe('of the fee: 50 150, 52 50, 80 16, AS 13.6; 26 and TC where the schedule has no line for them'),
  neutralModifiers: z.array(Modifier).default([]).describe('further ones that change no amount'),
  multipleProcedures: z
    .array(Percent)
    .min(1)
    .optional()
    .describe('of the first, second, … procedure that the schedule reduces; the last holds for the rest'),
  credentials: z
    .array(z.strictObject({ credentials: z.array(Credential).min(1), percent: Percent }))
    .default([])
    .describe('by who is billed: 85 for NP, PA, CNS'),
  places: z
    .array(
      z.strictObject({
        placeOfService: z.string().regex(/^\d{2}$/),
        setting: FeeSetting,
        from: CalendarDate.optional(),
        to: CalendarDate.optional(),
      }),
    )
    .default([])
    .describe('whose rate is another than Medicare’s list says'),
});
export type Pricing = z.infer<typeof Pricing>;

/** The terms of a contract that says nothing: fees as they stand, never above the charge. */
export const plainPricing: Pricing = Pricing.parse({});

/**
 * Modifiers that tell a payer what was done, where, or why twice, and that change no fee: separate services, sides and
 * digits, telehealth, waivers, clinical laboratory, teaching. What is in no list may change one.
 */
export const usuallyNeutral: ReadonlySet<string> = new Set(
  `24 25 27 33 57 58 59 76 77 79 91 95 93 XE XS XP XU RT LT LC LD LM RC RI E1 E2 E3 E4
FA F1 F2 F3 F4 F5 F6 F7 F8 F9 TA T1 T2 T3 T4 T5 T6 T7 T8 T9 GT GQ GC GE GA GX KX QW Q7 Q8 Q9 PT AI 90 JZ SL`
    .split(/\s+/)
    .filter((one) => one !== ''),
);
