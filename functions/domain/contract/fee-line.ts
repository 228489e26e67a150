import { z } from 'zod';
import { cents, mostCents } from '../../edi/money.ts';
import { CalendarDate } from '../calendar.ts';

/** Which price a place of service has: practices bear their own costs where no facility does. */
export const FeeSetting = z.enum(['facility', 'non-facility']);
export type FeeSetting = z.infer<typeof FeeSetting>;

/**
 * How a payer reduces further procedures of a day. standard: by their rank (indicator 2 of Medicare's fee schedule);
 * the others (3 to 7 there) are reduced by families or by a part of the price, which a fee alone does not tell.
 */
export const MultipleProcedure = z.enum([
  'standard',
  'endoscopy',
  'imaging',
  'therapy',
  'cardiovascular',
  'ophthalmology',
]);
export type MultipleProcedure = z.infer<typeof MultipleProcedure>;

/** A percentage of a fee, with two decimals at most: 62.5 for each of two surgeons. */
export const Percent = z
  .number()
  .min(0)
  .max(1000)
  .refine(
    (percent) => Math.abs(percent * 100 - Math.round(percent * 100)) < 1e-9,
    'A percentage has two decimals at most',
  );

/**
 * What a payer's contract allows for one unit of a procedure, from a date of service on: until its own last day, or until
 * the next line of the same kind begins. What a line leaves out (setting, locality) it is not about.
 */
export const FeeLine = z
  .strictObject({
    payerId: z.string().min(2).max(80),
    procedure: z.string().regex(/^[A-Z0-9]{5}$/, 'A procedure code has five digits or capital letters'),
    modifiers: z
      .array(z.string().regex(/^[A-Z0-9]{2}$/, 'A modifier has two digits or capital letters'))
      .max(4)
      .default([])
      .transform((modifiers) => [...new Set(modifiers)].sort())
      .describe('with which the fee is meant, such as 26'),
    setting: FeeSetting.optional(),
    locality: z.string().min(1).max(20).optional().describe('of the payer, such as 1520200 of Medicare'),
    amount: z.int().min(0).max(mostCents).transform(cents),
    from: CalendarDate,
    to: CalendarDate.optional().describe('@default until the next line of its kind begins'),
    multipleProcedure: MultipleProcedure.optional(),
    bilateralPercent: Percent.optional().describe('with modifier 50, where the schedule says so itself'),
    source: z.string().min(1).max(120).describe('of which table and line it is'),
  })
  .refine(({ from, to }) => to === undefined || to >= from, {
    message: 'The last day lies before the first',
    path: ['to'],
  });
export type FeeLine = z.infer<typeof FeeLine>;

/** What a fee is for: lines of one kind replace one another in time. */
export const feeKind = ({
  payerId,
  procedure,
  modifiers,
  setting,
  locality,
}: Pick<FeeLine, 'payerId' | 'procedure' | 'modifiers' | 'setting' | 'locality'>): string =>
  [payerId, procedure, modifiers.join('-'), setting ?? '', locality ?? ''].join('/');

/** Whether a line is in force on a date, as far as it says itself. */
const covers = ({ from, to }: FeeLine, date: CalendarDate): boolean =>
  from <= date && (to === undefined || date <= to);

/** Of each kind the line that answers for a date of service: the one that began last, if that has not ended. */
export const feesOn = (lines: readonly FeeLine[], date: CalendarDate): readonly FeeLine[] =>
  [...Map.groupBy(lines, feeKind).values()].flatMap((kind) => {
    const latest = kind
      .filter(({ from }) => from <= date)
      .toSorted((one, other) => one.from.localeCompare(other.from))
      .at(-1);
    return latest && covers(latest, date) ? [latest] : [];
  });

/**
 * Lines of the same kind whose own dates claim one day: each says a last day that lies in the other. A line without a
 * last day ends when the next begins and overlaps with none.
 */
export const overlaps = (one: FeeLine, other: FeeLine): boolean => {
  if (feeKind(one) !== feeKind(other) || one.from === other.from) return false;
  const [earlier, later] = one.from < other.from ? [one, other] : [other, one];
  return earlier.to !== undefined && earlier.to >= later.from;
};
