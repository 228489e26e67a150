import { type FeeLine, feeKind, overlaps } from '../domain/contract/fee-line.ts';
import type { Finding } from '../domain/finding.ts';
import type { ImportedLine } from '../domain/patients/import-report.ts';

/** Lines of a table, by the line in which they stand. */
export type TableFees = { readonly line: number; readonly fees: readonly FeeLine[] };

/** What becomes of each line of a table, and the fees that are to be written. */
export type PlacedFees = { readonly lines: readonly ImportedLine[]; readonly fees: readonly FeeLine[] };

/** What of a fee may be corrected under the same kind and first day. */
const correctable = ['amount', 'to', 'multipleProcedure', 'bilateralPercent'] as const;

const changedFields = (before: FeeLine, after: FeeLine): readonly string[] =>
  correctable.filter((field) => before[field] !== after[field]);

const editionOf = (fee: FeeLine): string => `${feeKind(fee)} ${fee.from}`;

/**
 * Puts the fees of a table beside those that are recorded: a line of a kind and first day that is known corrects it, one
 * of another first day is a new edition. Refused, with the lines that they contradict, are fees whose dates overlap; a
 * row of two fees is taken or refused whole.
 */
export const placeFees = (rows: readonly TableFees[], recorded: readonly FeeLine[]): PlacedFees => {
  const refused = refusedRows(rows, recorded);
  const known = new Map(recorded.map((fee) => [editionOf(fee), fee]));
  const first = new Map<string, number>();
  const placed = rows.map(({ line, fees }) => {
    const why = refused.get(line);
    if (why) return { fees: [], imported: { line, outcome: 'refused', fields: [], reasons: [why] } as const };
    const each = fees.map((fee) => placeFee(fee, known.get(editionOf(fee)), first.get(editionOf(fee))));
    for (const fee of fees) if (!first.has(editionOf(fee))) first.set(editionOf(fee), line);
    const imported = inOne(line, each);
    return { fees: ['added', 'changed'].includes(imported.outcome) ? fees : [], imported };
  });
  return {
    lines: placed.map(({ imported }) => imported),
    fees: placed.flatMap(({ fees }) => fees),
  };
};

type Told = { readonly line: number; readonly fee: FeeLine };

const toldBy = (rows: readonly TableFees[]): readonly Told[] =>
  rows.flatMap(({ line, fees }) => fees.map((fee) => ({ line, fee })));

/** Why rows are refused, by their line: against one another first, then against what stays recorded beside the rest. */
const refusedRows = (
  rows: readonly TableFees[],
  recorded: readonly FeeLine[],
): ReadonlyMap<number, Finding> => {
  const refused = new Map<number, Finding>();
  const byKind = Map.groupBy(toldBy(rows), ({ fee }) => feeKind(fee));
  for (const one of toldBy(rows)) {
    const why = against(one, byKind.get(feeKind(one.fee)) ?? []);
    if (why && !refused.has(one.line)) refused.set(one.line, why);
  }
  // A row that is refused corrects nothing: what it was to correct stays, and may refuse others.
  for (let before = -1; before !== refused.size; ) {
    before = refused.size;
    const standing = toldBy(rows.filter(({ line }) => !refused.has(line)));
    const corrected = new Set(standing.map(({ fee }) => editionOf(fee)));
    const kept = Map.groupBy(
      recorded.filter((fee) => !corrected.has(editionOf(fee))),
      feeKind,
    );
    for (const { line, fee } of standing) {
      const known = kept.get(feeKind(fee))?.find((one) => overlaps(one, fee));
      if (known) refused.set(line, reason('overlaps-recorded', overlapsRecorded(known)));
    }
  }
  return refused;
};

/** What another line of the table says against one. */
const against = ({ line, fee }: Told, told: readonly Told[]): Finding | undefined => {
  const others = told.filter((one) => one.line !== line);
  const contradicting = others.find(
    (one) => one.fee.from === fee.from && changedFields(one.fee, fee).length > 0,
  );
  if (contradicting)
    return reason(
      'contradicts-line',
      `Line ${contradicting.line} says something else of the same fee and first day`,
    );
  const overlapping = others.find((one) => overlaps(one.fee, fee));
  return overlapping && reason('overlaps-line', `Its dates overlap those of line ${overlapping.line}`);
};

const overlapsRecorded = ({ from, to, source }: FeeLine): string =>
  `Its dates overlap those of a recorded fee, ${from} to ${to ?? 'its successor'} (${source}): correct the last day of one of them`;

const reason = (code: string, detail: string): Finding => ({ code, path: '', detail });

type PlacedFee = Omit<ImportedLine, 'line'>;

const placeFee = (fee: FeeLine, before: FeeLine | undefined, toldAt: number | undefined): PlacedFee => {
  if (toldAt !== undefined)
    return {
      ...taken('duplicate'),
      reasons: [reason('same-as-line', `Line ${toldAt} says the same`)],
    };
  if (before === undefined) return taken('added');
  const fields = changedFields(before, fee);
  return fields.length === 0 ? taken('unchanged') : { ...taken('changed'), fields };
};

const taken = (outcome: ImportedLine['outcome']): PlacedFee => ({ outcome, fields: [], reasons: [] });

/** In this order one says most of a row that has two fees. */
const order = ['changed', 'added', 'duplicate', 'unchanged'] as const;

const inOne = (line: number, each: readonly PlacedFee[]): ImportedLine => ({
  line,
  outcome: order.find((outcome) => each.some((one) => one.outcome === outcome)) ?? 'unchanged',
  fields: [...new Set(each.flatMap(({ fields }) => fields))],
  reasons: each.flatMap(({ reasons }) => reasons),
});
