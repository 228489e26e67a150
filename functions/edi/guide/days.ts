import { byteAt } from './bytes.ts';

/** A remittance speaks of a few hundred days thousands of times: each is checked and written once. */
const days = new Map<number, string>();
const dayLimit = 10_000;

const isDay = (year: number, month: number, day: number): boolean => {
  const date = new Date(Date.UTC(year, month - 1, day));
  return year >= 1000 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
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
  for (let index = from; index < from + 8; index += 1) {
    const digit = byteAt(bytes, index) - 48;
    if (!(digit >= 0 && digit <= 9)) return undefined;
    digits = digits * 10 + digit;
  }
  const known = days.get(digits);
  if (known !== undefined) return known;
  const day = written(digits);
  if (day === undefined) return undefined;
  if (days.size >= dayLimit) days.clear();
  days.set(digits, day);
  return day;
};
