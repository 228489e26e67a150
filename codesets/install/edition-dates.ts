import { addDays, type CalendarDate } from '../../functions/domain/calendar.ts';

/** The name and days of an edition. */
export interface EditionDates {
  readonly edition: string;
  readonly validFrom: CalendarDate;
  readonly validTo?: CalendarDate;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The quarter that begins with a month: CMS updates on 1 January, April, July and October. */
const quarterFrom = (year: number, month: number): EditionDates => {
  const next = month > 9 ? `${year + 1}-01-01` : `${year}-${twoDigits(month + 3)}-01`;
  return {
    edition: `${year}-${twoDigits(month)}`,
    validFrom: `${year}-${twoDigits(month)}-01`,
    validTo: addDays(next, -1),
  };
};

/** NCCI's own numbering: version 32.1, in file names "v321", is the second quarter of 2026. */
const ncciFirstYear = 1994;

/** The quarter that a file's or archive's name tells, in the ways that CMS writes it; undefined when it does not. */
export const quarterInName = (name: string): EditionDates | undefined => {
  const quarter = /(20\d\d)[-_ ]?q([1-4])/i.exec(name) ?? undefined;
  if (quarter) return quarterFrom(Number(quarter[1]), Number(quarter[2]) * 3 - 2);
  const version = /v(\d\d)([0-3])r\d/i.exec(name);
  if (version) return quarterFrom(ncciFirstYear + Number(version[1]), Number(version[2]) * 3 + 1);
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
  return year ? { edition: year, validFrom: `${year}-01-01`, validTo: `${year}-12-31` } : undefined;
};

/** For lists that keep their ended codes with the day they ended: one edition answers for every date. */
export const cumulative = (edition: string): EditionDates => ({ edition, validFrom: '1995-01-01' });

/** "20260401", "2026-04-01", "4/1/2026" and the day of the year that CMS writes "2026091"; undefined for others. */
export const readDate = (text: string): CalendarDate | undefined => {
  const compact = /^(\d{4})(\d\d)(\d\d)$/.exec(text);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  if (/^\d{4}-\d\d-\d\d/.test(text)) return text.slice(0, 10);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})/.exec(text);
  if (american) return `${american[3]}-${twoDigits(Number(american[1]))}-${twoDigits(Number(american[2]))}`;
  const ordinal = /^(\d{4})(\d{3})$/.exec(text);
  return ordinal ? addDays(`${ordinal[1]}-01-01`, Number(ordinal[2]) - 1) : undefined;
};

/** CMS writes 31 December 9999 where there is no end. */
export const readLastDay = (text: string): CalendarDate | undefined => {
  const date = readDate(text);
  return date?.startsWith('9999') ? undefined : date;
};
