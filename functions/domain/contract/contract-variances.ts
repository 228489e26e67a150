import { type Cents, sum } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';
import { type ComparedLine, compareAllowed, type Threshold, variancesOf } from './compare-allowed.ts';

/** A line of a claim that was allowed otherwise than its contract has it. No patient: the claim names that. */
export type ContractVariance = ComparedLine & {
  readonly claimId: string;
  readonly encounterId: string;
  readonly payerId: string;
  readonly dateOfService: string;
  readonly kind: 'under' | 'over';
};

export type VarianceReport = {
  readonly variances: readonly ContractVariance[];
  readonly totals: readonly {
    readonly payerId: string;
    readonly under: Cents;
    readonly over: Cents;
    /** Lines that were compared, those as expected among them. */
    readonly compared: number;
    /** Lines of which nothing can be said: no fee, a denial, no decision yet. */
    readonly left: number;
  }[];
};

/** What payers allowed otherwise than their contracts, the most that is short first, with sums by payer. */
export const contractVariances = (claims: readonly Claim[], threshold: Threshold): VarianceReport => {
  const compared = claims.flatMap((claim) => {
    const comparison = compareAllowed(claim);
    return comparison ? [{ claim, comparison, ...variancesOf(comparison, threshold) }] : [];
  });
  const variances = compared.flatMap(({ claim, under, over }) => {
    const { claimId, encounterId, payerId, dateOfService } = claim;
    const place = { claimId, encounterId, payerId, dateOfService };
    return [
      ...under.map((line) => ({ ...place, ...line, kind: 'under' as const })),
      ...over.map((line) => ({ ...place, ...line, kind: 'over' as const })),
    ];
  });
  const byPayer = Map.groupBy(compared, ({ claim }) => claim.payerId);
  return {
    variances: variances.toSorted((one, other) => one.difference - other.difference),
    totals: [...byPayer].map(([payerId, ofPayer]) => ({
      payerId,
      under: sum(ofPayer.flatMap(({ under }) => under.map(({ difference }) => difference))),
      over: sum(ofPayer.flatMap(({ over }) => over.map(({ difference }) => difference))),
      compared: ofPayer.reduce((count, { comparison }) => count + comparison.lines.length, 0),
      left: ofPayer.reduce((count, { comparison }) => count + comparison.left.length, 0),
    })),
  };
};
