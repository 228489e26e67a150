import type { Ground, Sign } from '../functions/coding/confidence/ground.ts';
import type { Weights } from '../functions/coding/confidence/sureness.ts';

/** A suggestion whose ground is known, and whether it was right. */
export type Example = { readonly ground: Ground; readonly right: boolean };

export type FitOptions = {
  readonly signs: readonly Pick<Sign<never>, 'name' | 'moves'>[];
  /** What the square of a weight costs, in examples: few examples, small weights. */
  readonly costOfWeight: number;
  /** A weight that is given and not learned. */
  readonly kept?: number;
};

const steps = 4000;
const rate = 0.5;

const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Logistic regression by gradient, each weight held to the direction that its sign has: what should raise never lowers,
 * however few examples happen to say so.
 */
export const fitWeights = (examples: readonly Example[], options: FitOptions): Weights => {
  const { signs, costOfWeight } = options;
  const size = signs.length;
  const rows = examples.map(({ ground }) => [
    ...signs.map(({ name }) => ground.signs[name] ?? 0),
    ground.kept ?? 0,
    1,
  ]);
  const weights = new Float64Array(size + 2);
  weights[size] = options.kept ?? 0;
  for (let step = 0; step < steps; step += 1) {
    const slope = new Float64Array(size + 2);
    rows.forEach((row, at) => {
      const odds = row.reduce((sum, value, place) => sum + value * (weights[place] ?? 0), 0);
      const off = Number(examples[at]?.right) - sigmoid(odds);
      row.forEach((value, place) => {
        slope[place] = (slope[place] ?? 0) + off * value;
      });
    });
    for (let place = 0; place < size + 2; place += 1) {
      if (place === size && options.kept !== undefined) continue;
      const cost = place === size + 1 ? 0 : costOfWeight * (weights[place] ?? 0);
      const next = (weights[place] ?? 0) + (rate * ((slope[place] ?? 0) - cost)) / rows.length;
      const moves = place < size ? signs[place]?.moves : place === size ? 'raises' : undefined;
      if (moves === 'raises') weights[place] = Math.max(0, next);
      else if (moves === 'lowers') weights[place] = Math.min(0, next);
      else weights[place] = next;
    }
  }
  const rounded = (place: number): number => Math.round((weights[place] ?? 0) * 100) / 100;
  const known = signs
    .map(({ name }, at) => [name, rounded(at)] as const)
    .filter(([, weight]) => weight !== 0);
  return { base: rounded(size + 1), signs: Object.fromEntries(known), kept: rounded(size) };
};
