import { CalendarDate } from '../../domain/calendar.ts';
import { ended } from './records.ts';

/** Whole cents: BAI2 writes amounts without a point, the last two digits of dollars being cents. */
export const readAmount = (field = ''): number | undefined => {
  if (field === '') return 0;
  const amount = /^[+-]?\d+$/.test(field) ? Number(field) : Number.NaN;
  return Number.isSafeInteger(amount) ? amount : undefined;
};

/** YYMMDD, which a few banks write with the century. */
export const readDate = (field = ''): CalendarDate | undefined => {
  const [, year = '', month, day] = /^(\d\d|\d{4})(\d\d)(\d\d)$/.exec(field) ?? [];
  return CalendarDate.safeParse(`${year.length === 2 ? '20' : ''}${year}-${month}-${day}`).data;
};

/** Fields behind a funds type: S three amounts, V a date and a time, D a number of pairs of days and amount. */
export const fieldsBehind = (fundsType: string, next: string | undefined): number => {
  if (fundsType === 'S') return 3;
  if (fundsType === 'V') return 2;
  return fundsType === 'D' ? 1 + 2 * (Number(next) || 0) : 0;
};

/** One summary of an account (03): what is summed up, and how much. */
export type Summary = { readonly typeCode: string; readonly amount: string };

/** The summaries of an account, read from the fields behind its number and currency. */
export const readSummaries = (fields: readonly string[]): readonly Summary[] => {
  const summaries: Summary[] = [];
  for (let at = 0; at < fields.length; ) {
    const [typeCode = '', amount = '', , fundsType = '', next] = fields.slice(at, at + 5);
    if (typeCode !== '' || amount !== '') summaries.push({ typeCode, amount });
    at += 4 + fieldsBehind(fundsType.toUpperCase(), next);
  }
  return summaries;
};

/** An entry (16), its fields as they stand. */
export type Detail = {
  readonly typeCode: string;
  readonly amount: string;
  readonly bankReference: string;
  readonly customerReference: string;
  readonly text: string;
};

/** Takes field after field of an entry, over its continuations; whatever is left is its text. */
const fieldReader = (parts: readonly string[]) => {
  const waiting = parts.map(ended);
  let isAtStart = false;
  const next = (): string => {
    const [part, ...later] = waiting;
    if (part === undefined) return '';
    const comma = part.indexOf(',');
    if (comma < 0) waiting.splice(0, waiting.length, ...later);
    else waiting[0] = part.slice(comma + 1);
    isAtStart = comma < 0;
    return (comma < 0 ? part : part.slice(0, comma)).trim();
  };
  /** Banks go on with the text after a record that ended early: words are no reference. */
  const isProse = (): boolean => isAtStart && /^[^,]*[\s*:]/.test(waiting[0] ?? '');
  return { next: () => (isProse() ? '' : next()), rest: () => waiting.map((part) => part.trim()).join('\n') };
};

/** More days than money is ever spread over; what a broken file says does not keep us busy. */
const mostDistributions = 100;

/** Reads an entry; a funds type with amounts or dates of its own shifts what stands behind it. */
export const readDetail = (parts: readonly string[]): Detail => {
  const reader = fieldReader(parts);
  const [typeCode, amount, fundsType] = [reader.next(), reader.next(), reader.next().toUpperCase()];
  if (fundsType === 'D') {
    const pairs = Math.min(Number(reader.next()) || 0, mostDistributions);
    for (let left = 2 * pairs; left > 0; left -= 1) reader.next();
  } else for (let left = fieldsBehind(fundsType, undefined); left > 0; left -= 1) reader.next();
  return {
    typeCode,
    amount,
    bankReference: reader.next(),
    customerReference: reader.next(),
    text: reader.rest().trim(),
  };
};
