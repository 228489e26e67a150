/** Invents values that are the same in every run: a benchmark must read the same bytes each time. */
export type Invention = {
  readonly number: (from: number, to: number) => number; // both included
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  readonly chance: (probability: number) => boolean;
};

/** Mulberry32, a generator of 32 bits that is even enough for test data. */
export const inventing = (seed: number): Invention => {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const number = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  return {
    number,
    pick: (list) => list[number(0, list.length - 1)] ?? list[0],
    chance: (probability) => next() < probability,
  };
};

export const lastNames = [
  'OKAFOR',
  'HALVORSEN',
  'CASTELLANOS',
  'LINDQVIST',
  'NAKAMURA',
  'ABERNATHY',
  'DELACROIX',
  'WIERZBICKI',
] as const;

export const firstNames = [
  'ADA',
  'MARIT',
  'ESTEBAN',
  'JOHANNA',
  'KENJI',
  'PRUDENCE',
  'LUCIEN',
  'ZOFIA',
] as const;

export const procedures = ['99213', '99214', '20610', '93000', '87880', '81002', '97110', '94640'] as const;

/** Adds the digit that checks the other nine (45 CFR 162.406: Luhn over 80840 and the number). */
export const npiOf = (nine: number): string => {
  const digits = [...`80840${nine}`].map(Number).reverse();
  const total = digits.reduce((sum, digit, place) => {
    const doubled = place % 2 === 0 ? digit * 2 : digit;
    return sum + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return `${nine}${(10 - (total % 10)) % 10}`;
};

/** A day of February 2026, CCYY-MM-DD. */
export const dayOfService = ({ number }: Invention): string =>
  `2026-02-${String(number(1, 28)).padStart(2, '0')}`;

export const padded = (value: number, width: number): string => String(value).padStart(width, '0');
