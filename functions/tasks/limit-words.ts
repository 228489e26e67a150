import { levelByNumber } from '../domain/appeals/levels.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { LimitStart } from '../domain/contract/contract-limit.ts';
import type { TaskAction } from '../domain/task.ts';
import { type ActionLimit, isOpenOn, type LimitName } from '../domain/tasks/action-limit.ts';
import { day } from './formats.ts';

const names: Record<LimitName, (limit: ActionLimit) => string> = {
  'new-claim': () => 'a new claim',
  'corrected-claim': () => 'a corrected claim',
  reopening: () => 'a clerical error by letter or telephone (reopening)',
  appeal: ({ level = 1, called = levelByNumber(level) }) =>
    called.startsWith('appeal') ? `an ${called}` : `an appeal of level ${level}, the ${called},`,
  'secondary-claim': () => 'a claim after another payer',
  information: () => 'what it asks for',
};

const starts: Record<LimitStart, string> = {
  service: 'the date of service',
  decision: 'the notice',
  receipt: 'receipt of the notice, presumed five days after its date',
};

/** The limits of an action in words, with what each counts from: for the page, since dates of service are PHI. */
export const limitsInWords = (
  action: TaskAction,
  limits: readonly ActionLimit[],
  today: CalendarDate,
): readonly string[] =>
  limits
    .filter((one) => one.action === action)
    .map((limit) => {
      const { lastDay, days, from, startedOn } = limit;
      const counted = `${days} days from ${starts[from]} (${day(startedOn)})`;
      return isOpenOn(limit, today)
        ? `The payer takes ${names[limit.name](limit)} until ${day(lastDay)}: ${counted}.`
        : `The payer’s limit for ${names[limit.name](limit)} passed on ${day(lastDay)}: ${counted}.`;
    });

/** By when an action has to be taken, for mail: the last day alone, or that none is left; empty without a limit. */
export const lastDayInWords = (
  action: TaskAction,
  limits: readonly ActionLimit[],
  today: CalendarDate,
): string => {
  const days = limits.filter((one) => one.action === action).map(({ lastDay }) => lastDay);
  const last = days.toSorted().at(-1);
  if (last === undefined) return '';
  return last < today ? `, the limit passed on ${day(last)}` : `, by ${day(last)}`;
};
