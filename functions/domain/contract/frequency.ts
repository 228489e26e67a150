import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';

/** Within which time a service is paid once. */
export const Period = z.union([
  z.enum(['lifetime', 'calendar-year']),
  z.strictObject({
    fullMonths: z
      .int()
      .min(1)
      .describe('that have to pass after the month of the service before: 11 for once a year'),
  }),
  z.strictObject({ days: z.int().min(1).describe('that have to pass after the day of the service before') }),
]);
export type Period = z.infer<typeof Period>;

/** Services that a payer pays once in a time, in force on days of service. */
export const FrequencyRule = z.strictObject({
  procedures: z
    .array(z.string().regex(/^[A-Z0-9]{5}(-[A-Z0-9]{5})?$/, 'Write a code, or two with a hyphen between'))
    .min(1)
    .describe('singly or from one to another: one of them is one of all of them'),
  after: z
    .array(z.string().regex(/^[A-Z0-9]{5}(-[A-Z0-9]{5})?$/))
    .min(1)
    .optional()
    .describe('the services that count before them: @default the same ones'),
  every: Period,
  hasExceptions: z
    .boolean()
    .default(false)
    .describe('whether more is paid for reasons that no claim tells for sure: it warns then'),
  from: CalendarDate.optional(),
  to: CalendarDate.optional(),
});
export type FrequencyRule = z.infer<typeof FrequencyRule>;

const monthOf = (date: CalendarDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

/** Whether one of two days is too soon after the other for both to be paid; in either order. */
export const isTooSoon = (every: Period, one: CalendarDate, other: CalendarDate): boolean => {
  if (every === 'lifetime') return true;
  if (every === 'calendar-year') return one.slice(0, 4) === other.slice(0, 4);
  if ('fullMonths' in every) return Math.abs(monthOf(one) - monthOf(other)) <= every.fullMonths;
  return Math.abs(Date.parse(one) - Date.parse(other)) / 86_400_000 <= every.days;
};

/** How many years back a rule looks; undefined for all that is known. */
export const yearsOf = (every: Period): number | undefined => {
  if (every === 'lifetime') return undefined;
  if (every === 'calendar-year') return 1;
  return Math.ceil('fullMonths' in every ? (every.fullMonths + 1) / 12 : every.days / 365);
};
