import type { CalendarDate } from '../../../domain/calendar.ts';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** "3/2", "03/02/2026" or "2026-03-02"; no pulse, visual acuity or strength: those come without a word of time. */
const numeric = /\b(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?)\b/g;
const monthYear = /\b(\d{1,2})\/((?:19|20)\d{2})\b/g;
const named =
  /\b(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?(?:\s+(\d{1,2})(?:st|nd|rd|th)?\b)?(?:,?\s+((?:19|20)\d{2})\b)?/gi;
const year = /\b(?:in|since|from|of|summer|spring|fall|winter)\s+((?:19|20)\d{2})\b/gi;

const ofTime = /\b(on|from|dated?|of|since|last|in|done|obtained|performed|collected|given|drawn)\s*:?\s*$/i;
const notOfService = /\b(exp|expir\w*|lot|vis|due|next|until|through|dob|born|edition)\b[^;]{0,16}$/i;

const pad = (value: string | number): string => String(value).padStart(2, '0');

const fullYear = (digits: string): string => (digits.length === 2 ? `20${digits}` : digits);

type Told = { readonly index: number; readonly date: string };

/** Dates as "YYYY", "YYYY-MM" or "YYYY-MM-DD"; one without a year is of the year before the visit or of its own. */
const datesIn = (text: string, dateOfService: CalendarDate): readonly Told[] => {
  const ofYear = (monthDay: string): string => {
    const own = `${dateOfService.slice(0, 4)}-${monthDay}`;
    return own <= dateOfService ? own : `${Number(dateOfService.slice(0, 4)) - 1}-${monthDay}`;
  };
  const told: Told[] = [];
  for (const found of text.matchAll(numeric)) {
    const [, y, m, d, month, day, of] = found;
    if (y && m && d) told.push({ index: found.index, date: `${y}-${pad(m)}-${pad(d)}` });
    if (!month || !day || Number(month) > 12 || Number(month) < 1 || Number(day) > 31 || Number(day) < 1)
      continue;
    const monthDay = `${pad(month)}-${pad(day)}`;
    if (of) told.push({ index: found.index, date: `${fullYear(of)}-${monthDay}` });
    else if (ofTime.test(text.slice(0, found.index)))
      told.push({ index: found.index, date: ofYear(monthDay) });
  }
  for (const { index, 1: month = '', 2: of } of text.matchAll(monthYear))
    told.push({ index, date: `${of}-${pad(month)}` });
  for (const { index, 0: whole, 1: month = '', 2: day, 3: of } of text.matchAll(named)) {
    const number = pad(months.indexOf(month.toLowerCase().slice(0, 3)) + 1);
    const isMonth = of !== undefined || day !== undefined || ofTime.test(text.slice(0, index));
    if (!isMonth || (/^may$/i.test(whole) && !of)) continue;
    const monthDay = day ? `${number}-${pad(day)}` : number;
    told.push({ index, date: of ? `${of}-${monthDay}` : ofYear(monthDay) });
  }
  for (const { index, 1: of = '' } of text.matchAll(year)) told.push({ index, date: of });
  return told.filter(({ index }) => !notOfService.test(text.slice(0, index)));
};

/** Whether the words tell of a day other than that of the service; expiry dates and due dates are none. */
export const tellsOtherDay = (text: string, dateOfService: CalendarDate): boolean =>
  /\d|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i.test(text) &&
  datesIn(text, dateOfService).some(({ date }) => !dateOfService.startsWith(date));
