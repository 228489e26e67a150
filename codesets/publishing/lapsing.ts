import { addDays, type CalendarDate } from '../../functions/domain/calendar.ts';
import { type CodeSetName, coversDate, type Edition } from '../edition.ts';

/** A set of which no edition is there for a day that is near, and the last day for which there is one. */
export type LapsingSet = {
  readonly set: CodeSetName;
  readonly edition: string;
  readonly lastDay: CalendarDate;
};

/** Publishers bring the next edition out some weeks before it begins. */
export const daysAhead = 30;

/**
 * The sets that end within thirty days of a day, or have ended, without a later edition beside them: ICD-10-CM on
 * 30 September, HCPCS and NCCI by quarter. A set whose ended codes are kept, or that is not installed, never lapses.
 */
export const lapsingSets = (editions: readonly Edition[], today: CalendarDate): readonly LapsingSet[] => {
  const soon = addDays(today, daysAhead);
  return [...Map.groupBy(editions, ({ set }) => set)].flatMap(([set, ofSet]) => {
    const [last] = ofSet
      .flatMap(({ edition, validTo }) => (validTo === undefined ? [] : { set, edition, lastDay: validTo }))
      .sort((a, b) => (a.lastDay < b.lastDay ? 1 : -1));
    return last && !ofSet.some((edition) => coversDate(edition, soon)) ? [last] : [];
  });
};
