import { addDays, type CalendarDate } from '../../functions/domain/calendar.ts';
import { calendarYear, type EditionDates, ncciQuarter, quarterFrom, quarterOf } from '../edition.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The quarter that a file's or archive's name tells, in the ways that CMS writes it; undefined when it does not. */
export const quarterInName = (name: string): EditionDates | undefined => {
  const quarter = /(20\d\d)[-_ ]?q([1-4])/i.exec(name) ?? undefined;
  if (quarter) return quarterOf(Number(quarter[1]), Number(quarter[2]));
  const version = /v(\d\d)([0-3])r\d/i.exec(name);
  if (version) return ncciQuarter(Number(version[1]), Number(version[2]));
  const effective = /eff\w*[-_ ](\d\d)-?(\d\d)-?(20\d\d)/i.exec(name);
  if (effective) return quarterFrom(Number(effective[3]), Number(effective[1]));
  const month = /(20\d\d)[-_ ]?([a-z]{3})[a-z]*(?![a-z])/i.exec(name);
  const place = months.indexOf(month?.[2]?.toLowerCase() ?? '');
  if (month && place >= 0) return quarterFrom(Number(month[1]), place + 1);
  const numbered = /(20\d\d)-(\d\d)(?!\d)/.exec(name);
  return numbered ? quarterFrom(Number(numbered[1]), Number(numbered[2])) : undefined;
};

/** The calendar year that a name tells, for sets that are published once a year. */
export const yearInName = (name: string): EditionDates | undefined => {
  const year = /(?<!\d)20\d\d(?!\d)/.exec(name)?.[0];
  return year ? calendarYear(Number(year)) : undefined;
};

/** "20260401", "2026-04-01", "4/1/2026" and the day of the year that CMS writes "2026091"; undefined for others. */
export const readDate = (text: string): CalendarDate | undefined => {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  if (/^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 10);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text);
  if (american) return `${american[3]}-${american[1]?.padStart(2, '0')}-${american[2]?.padStart(2, '0')}`;
  const ordinal = /^(\d{4})(\d{3})$/.exec(text);
  return ordinal ? addDays(`${ordinal[1]}-01-01`, Number(ordinal[2]) - 1) : undefined;
};

/** CMS writes 31 December 9999 where there is no end. */
export const readLastDay = (text: string): CalendarDate | undefined => {
  const date = readDate(text);
  return date?.startsWith('9999') ? undefined : date;
};
