import { type Cents, cents } from '../money.ts';
import type { ValueOf } from './declare.ts';
import type { adjustment } from './shared-segments.ts';

/** A CAS segment: up to six reasons of one group. */
type AdjustmentSegment = ValueOf<typeof adjustment>;

/** One reason why a payer paid less or more than was charged, with the group of its segment. */
export type ListedAdjustment = { readonly group: string } & Readonly<AdjustmentSegment['reasons'][number]>;

const reasonsPerSegment = 6;

type Adjusted = { readonly adjustments?: readonly AdjustmentSegment[] | undefined };

/** Everything that lowers the payment of a claim or a line (CAS), added up. */
export const adjustedBy = ({ adjustments }: Adjusted): Cents => {
  let total = 0;
  for (const { reasons } of adjustments ?? []) for (const { amount } of reasons) total += amount;
  return cents(total);
};

/** All adjustments of a claim, a line or a payer, one by one in the order of the file. */
export const adjustmentsOf = ({ adjustments = [] }: Adjusted): ListedAdjustment[] =>
  adjustments.flatMap(({ group, reasons }) => reasons.map((reason) => ({ group, ...reason })));

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** CAS segments, one for each group as the guides ask; a seventh reason of a group starts another. */
export const adjustmentSegments = (
  adjustments: readonly ListedAdjustment[],
): AdjustmentSegment[] | undefined => {
  if (adjustments.length === 0) return undefined;
  return [...Map.groupBy(adjustments, ({ group }) => group)].flatMap(([group, listed]) =>
    chunks(listed, reasonsPerSegment).map((some) => ({
      group,
      reasons: some.map(({ reason, amount, quantity }) => ({ reason, amount, quantity })),
    })),
  );
};
