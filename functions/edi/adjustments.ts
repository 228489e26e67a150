import { formatAmount, quantityOf, requiredAmount, requiredElement } from './elements.ts';
import { type Loop, segmentsOf } from './loops.ts';
import type { Cents } from './money.ts';
import { elementOf, type Segment } from './segments.ts';
import type { SegmentValues } from './write-segments.ts';

/** One reason of a CAS segment; a positive amount lowers the payment. */
export type ClaimAdjustment = {
  group: string; // CAS01: CO, OA, PI, PR; CR is older and accepted
  reason: string; // CAS02, 05, …: CARC
  amount: Cents; // CAS03, 06, …
  quantity?: number | undefined; // CAS04, 07, …
};

/** A CAS holds up to six reasons of one group, three elements each. */
const reasonsPerSegment = 6;
const reasonPlaces = Array.from({ length: reasonsPerSegment }, (_, index) => 2 + 3 * index);

const readReasons = (cas: Segment): ClaimAdjustment[] =>
  reasonPlaces
    .filter((at) => [at, at + 1, at + 2].some((place) => elementOf(cas, place) !== undefined))
    .map((at) => ({
      group: requiredElement(cas, 1),
      reason: requiredElement(cas, at),
      amount: requiredAmount(cas, at + 1),
      quantity: quantityOf(cas, at + 2),
    }));

/** All adjustments of a loop's CAS segments, in their order. */
export const readAdjustments = (loop: Loop): ClaimAdjustment[] =>
  segmentsOf(loop, 'CAS').flatMap(readReasons);

const chunks = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );

/** CAS segments, one for each group as the guides ask; a seventh reason of a group starts another. */
export const adjustmentSegments = (adjustments: readonly ClaimAdjustment[]): SegmentValues[] =>
  [...Map.groupBy(adjustments, ({ group }) => group)].flatMap(([group, reasons]) =>
    chunks(reasons, reasonsPerSegment).map(
      (chunk): SegmentValues => [
        'CAS',
        group,
        ...chunk.flatMap(({ reason, amount, quantity }) => [reason, formatAmount(amount), quantity]),
      ],
    ),
  );
