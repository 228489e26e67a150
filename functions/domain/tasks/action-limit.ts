import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { LimitStart } from '../contract/contract-limit.ts';

/** What a payer has a limit for; an appeal names its level as well. */
export const LimitName = z.enum([
  ...(['new-claim', 'corrected-claim', 'reopening', 'appeal', 'secondary-claim'] as const),
  'information',
]);
export type LimitName = z.infer<typeof LimitName>;

/** The last day on which a payer takes what an action sends, and what that day is counted from. */
export const ActionLimit = z
  .object({
    action: z
      .enum(['resubmit', 'appeal', 'bill-next-payer', 'bill-other-payer', 'keep-waiting', 'dismiss'])
      .describe('keep-waiting, dismiss: where it is done outside, such as a document or a dispute by letter'),
    name: LimitName,
    level: z.int().min(1).optional(),
    called: z.string().optional().describe('of an appeal: what the payer calls its level'),
    lastDay: CalendarDate,
    days: z.int().min(1),
    from: LimitStart,
    startedOn: CalendarDate.describe('the date of service, or of the notice'),
  })
  .readonly();
export type ActionLimit = z.infer<typeof ActionLimit>;

/** Whether the payer still takes it on a day. */
export const isOpenOn = ({ lastDay }: ActionLimit, day: CalendarDate): boolean => lastDay >= day;

/** Of an action with limits, whether all of them have passed; one without any is always open. */
export const isPassed = (action: string, limits: readonly ActionLimit[], today: CalendarDate): boolean => {
  const own = limits.filter((one) => one.action === action);
  return own.length > 0 && own.every((one) => !isOpenOn(one, today));
};
