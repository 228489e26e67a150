/** Whole US cents. The brand keeps dollars, floats and counts out of arithmetic on money. */
export type Cents = number & { readonly __brand: 'cents' };

export const zero = 0 as Cents;

/** What somebody may tell of in one amount: a thousand million dollars, so that no sum of them leaves the whole numbers. */
export const mostCents = 99_999_999_999;

/** Brands a whole number of cents. Throws a RangeError when the number is not a safe integer. */
export const cents = (amount: number): Cents => {
  if (!Number.isSafeInteger(amount)) throw new RangeError('Money is a whole number of cents');
  return (amount === 0 ? 0 : amount) as Cents;
};

export const sum = (amounts: Iterable<Cents>): Cents => {
  let total = 0;
  for (const amount of amounts) total += amount;
  return cents(total);
};

export const negate = (amount: Cents): Cents => cents(-amount);

/** Dollars for people and for decimal fields with a fixed scale: 123456 → "1234.56". */
export const toDollars = (amount: Cents): string => {
  const digits = String(Math.abs(amount)).padStart(3, '0');
  return `${amount < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};
