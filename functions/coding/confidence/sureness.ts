import shipped from '../../../codesets/clinical-terms/confidence-weights.json' with { type: 'json' };
import type { Ground, GroundKind, Sign } from './ground.ts';

/** What a kind starts from, what each sign adds, and what the memory of coders adds: log odds. */
export type Weights = {
  readonly base: number;
  readonly signs: Readonly<Record<string, number>>;
  readonly kept: number;
};

/**
 * Learned by `bench/learn-confidence.ts` from the tuning halves of the evaluation sets and the CodiEsp training reports;
 * no half that measures was read for them.
 */
const weights: Readonly<Record<GroundKind, Weights>> = shipped;

/** How sure a ground makes: the share of such codes that are right. */
export type Sureness = (ground: Ground) => number;

/** Nothing that is read is certain, and nothing that is read is nothing. */
const leastSureness = 0.02;
const mostSureness = 0.98;

export const logOdds = (share: number): number => Math.log(share / (1 - share));
const shareOf = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** The weights as a function of the ground; a sign without a weight moves nothing. */
export const surenessBy =
  (table: Readonly<Record<GroundKind, Weights>>): Sureness =>
  ({ kind, signs, kept = 0 }) => {
    const { base, signs: known, kept: weightOfKept } = table[kind];
    const odds = Object.entries(signs).reduce(
      (sum, [name, much]) => sum + much * (known[name] ?? 0),
      base + weightOfKept * kept,
    );
    return Math.min(mostSureness, Math.max(leastSureness, shareOf(odds)));
  };

export const shippedSureness: Sureness = surenessBy(weights);

/** Why a confidence is what it is, in words. */
export type Reasons = { readonly raises: readonly string[]; readonly lowers: readonly string[] };

/** What moves the odds by less than a tenth is not worth a coder's reading. */
const leastTold = 0.1;

/** The signs that moved a confidence, the strongest first. */
export const reasonsFor = <T>({ kind, signs, kept = 0 }: Ground, known: readonly Sign<T>[]): Reasons => {
  const moved = known
    .map(({ name, moves, says }) => ({
      moves,
      says,
      by: Math.abs((signs[name] ?? 0) * (weights[kind].signs[name] ?? 0)),
    }))
    .concat({
      moves: kept > 0 ? 'raises' : 'lowers',
      says: kept > 0 ? 'coders mostly keep it for these words' : 'coders often strike it for these words',
      by: Math.abs(kept * weights[kind].kept),
    })
    .filter(({ by }) => by >= leastTold)
    .sort((a, b) => b.by - a.by);
  const of = (wanted: 'raises' | 'lowers') =>
    moved.filter(({ moves }) => moves === wanted).map(({ says }) => says);
  return { raises: of('raises'), lowers: of('lowers') };
};
