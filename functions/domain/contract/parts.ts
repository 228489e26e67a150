/** An amount that is not rounded yet: `of` divided by `in`, both whole, so that it is rounded once, at the end. */
export type Part = { readonly of: bigint; readonly in: bigint };

export const whole = (amount: number): Part => ({ of: BigInt(amount), in: 1n });

/** So many times an amount; units have three decimals at most. */
export const times = (part: Part, units: number): Part => ({
  of: part.of * BigInt(Math.round(units * 1000)),
  in: part.in * 1000n,
});

/** A percentage of it, with two decimals at most. */
export const percentOf = (part: Part, percent: number): Part => ({
  of: part.of * BigInt(Math.round(percent * 100)),
  in: part.in * 10_000n,
});

/** The nearest whole number; a half is rounded up, as fee schedules do. */
export const roundedPart = ({ of, in: divisor }: Part): number =>
  Number((of * 2n + divisor) / (divisor * 2n));
