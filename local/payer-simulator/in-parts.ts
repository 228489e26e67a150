import { adjustmentsOf } from '../../functions/edi/guide/adjustment-list.ts';
import { type Cents, sum } from '../../functions/edi/money.ts';
import type { RemittanceClaim, RemittanceLine } from '../../functions/edi/x835/loops.ts';

/** Tells a decision in two, of the first line and of all others, as payers do that decide lines on different days. */
export const inParts = (decision: RemittanceClaim): RemittanceClaim[] => {
  const [first, ...others] = decision.lines ?? [];
  return first && others.length > 0 ? [partOf(decision, [first]), partOf(decision, others)] : [decision];
};

const partOf = (decision: RemittanceClaim, lines: RemittanceLine[]): RemittanceClaim => ({
  ...decision,
  charge: sum(lines.map(({ charge }) => charge)),
  paid: sum(lines.map(({ paid }) => paid)),
  patientResponsibility: decision.patientResponsibility === undefined ? undefined : shareOf(lines),
  lines,
});

const shareOf = (lines: readonly RemittanceLine[]): Cents =>
  sum(
    lines
      .flatMap(adjustmentsOf)
      .filter(({ group }) => group === 'PR')
      .map(({ amount }) => amount),
  );
