import type { Cents } from '../../../edi/money.ts';

/** More, and chance alone finds some that add up. */
const mostCandidates = 12;

/** More than a person looks through. */
const mostSubsets = 6;

/**
 * The ways in which some of a few amounts above zero add up to a total, one way or more; none where there are more candidates than
 * chance allows for. Which of equal amounts is meant makes a way of its own.
 */
export const subsetsThatAddUp = <T extends { readonly amount: Cents }>(
  candidates: readonly T[],
  total: Cents,
): readonly (readonly T[])[] => {
  const all = candidates.reduce((reached, { amount }) => reached + amount, 0);
  if (candidates.length > mostCandidates || all < total) return [];
  const found: (readonly T[])[] = [];
  // The sum of each choice, a bit for each candidate, is that of the choice without its first and the first.
  const sums = new Float64Array(2 ** candidates.length);
  for (let chosen = 1; chosen < sums.length && found.length < mostSubsets; chosen += 1) {
    const others = chosen & (chosen - 1);
    const first = candidates[31 - Math.clz32(chosen ^ others)];
    sums[chosen] = (sums[others] ?? 0) + (first?.amount ?? 0);
    if (sums[chosen] === total) found.push(candidates.filter((_, at) => chosen & (1 << at)));
  }
  return found;
};
