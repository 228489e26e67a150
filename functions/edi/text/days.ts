import { byteAt } from './bytes.ts';

/** A remittance speaks of a few hundred days thousands of times: each is checked and written once. */
const slots = 4096;
const keys = new Int32Array(slots).fill(-1); // 0 would pass for the day of 00000000
const days: string[] = new Array(slots).fill('');

/** Neighbouring days have slots of their own. */
const slotOf = (digits: number): number => (digits ^ (digits >> 10)) & (slots - 1);

const daysInMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const isDay = (year: number, month: number, day: number): boolean => {
  const last = month === 2 && isLeapYear(year) ? 29 : (daysInMonth[month - 1] ?? 0);
  return year >= 1000 && day >= 1 && day <= last;
};

const two = (value: number): string => String(value).padStart(2, '0');

const written = (digits: number): string | undefined => {
  const year = Math.floor(digits / 10_000);
  const month = Math.floor(digits / 100) % 100;
  const day = digits % 100;
  return isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : undefined;
};

/** The calendar date of the eight digits CCYYMMDD that begin at an offset; undefined when there is no such day. */
export const dayOf = (bytes: Uint8Array, from: number): string | undefined => {
  let digits = 0;
  let seen = 0;
  for (let index = from; index < from + 8; index += 1) {
    const digit = byteAt(bytes, index) - 48;
    seen |= digit | (digit + 6); // more than four bits where it is none
    digits = digits * 10 + digit;
  }
  if (seen >> 4 !== 0) return undefined;
  const slot = slotOf(digits);
  if (keys[slot] === digits) return days[slot];
  const day = written(digits);
  if (day === undefined) return undefined;
  keys[slot] = digits;
  days[slot] = day;
  return day;
};
