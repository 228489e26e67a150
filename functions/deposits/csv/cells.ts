import { CalendarDate } from '../../domain/calendar.ts';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const dateOf = (year = '', month: string | number = '', day = ''): CalendarDate | undefined => {
  const century = year.length === 2 ? `20${year}` : year;
  return CalendarDate.safeParse(`${century}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`).data;
};

const monthNamed = (name = ''): number => months.indexOf(name.slice(0, 3).toLowerCase()) + 1;

/** Ways in which banks of this country write a date; of all digits the month comes before the day. */
const dateForms: readonly (readonly [RegExp, (parts: readonly string[]) => CalendarDate | undefined])[] = [
  [/^(\d{4})[-/.](\d\d?)[-/.](\d\d?)$/, ([year, month, day]) => dateOf(year, month, day)],
  [/^(\d{4})(\d\d)(\d\d)$/, ([year, month, day]) => dateOf(year, month, day)],
  [/^(\d\d?)[-/.](\d\d?)[-/.](\d{4}|\d\d)$/, ([month, day, year]) => dateOf(year, month, day)],
  [/^(\d\d?)[- ]([a-z]{3,9})[- ](\d{4}|\d\d)$/i, ([day, name, year]) => dateOf(year, monthNamed(name), day)],
  [/^([a-z]{3,9})\.? (\d\d?),? (\d{4})$/i, ([name, day, year]) => dateOf(year, monthNamed(name), day)],
];

/** A date of a bank's table, with or without a time of the day behind it; undefined for anything else. */
export const readDate = (cell: string): CalendarDate | undefined => {
  const day = cell.trim().replace(/(?<=\d)[T ]+\d\d?:\d\d.*$/, '');
  for (const [form, read] of dateForms) {
    const [, ...parts] = form.exec(day) ?? [];
    if (parts.length > 0) return read(parts);
  }
  return undefined;
};

/** Groups of three digits or none, and at most two places behind the point. */
const figure = /^(?:(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?|\.(\d{1,2}))$/;

/**
 * Whole cents of an amount as people write it: 1,234.56, $12, (12.00), 12.00-, -12.00, 12.00 CR, 12.00 DR; what leaves
 * an account is negative. Undefined for what is no number of dollars and cents, a decimal comma among it.
 */
export const readAmount = (cell: string): number | undefined => {
  const text = cell.toUpperCase().replace(/[\s$"']|USD/g, '');
  const bare = text.replace(/^\((.*)\)$/, '$1').replace(/^[-+−]|[-+−]$|(?:CR|DR|DB)$/g, '');
  const [, dollars = '0', places = '', placesAlone = places] = figure.exec(bare) ?? [];
  if (!figure.test(bare)) return undefined;
  const amount = Number(dollars.replaceAll(',', '')) * 100 + Number(placesAlone.padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return undefined;
  return /^\(|[-−]|(?:DR|DB)$/.test(text) && amount !== 0 ? -amount : amount;
};

/** More is a description, in which any word may stand. */
const mostWords = 3;

/** Whether a cell says that money came or that it went; undefined where it says neither. */
export const readDirection = (cell: string): 'credit' | 'debit' | undefined => {
  const words = cell
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');
  const says = (...known: readonly string[]): boolean => words.some((word) => known.includes(word));
  if (words.length > mostWords) return undefined;
  if (says('c', 'cr', 'credit', 'deposit', 'dslip')) return 'credit';
  return says('d', 'dr', 'db', 'debit', 'withdrawal', 'check', 'fee') ? 'debit' : undefined;
};
