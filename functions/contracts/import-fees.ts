import type { FeeLine } from '../domain/contract/fee-line.ts';
import { countsOf, type ImportedLine, type ImportReport } from '../domain/patients/import-report.ts';
import type { Payer } from '../domain/payer.ts';
import { decodeTable } from '../tables/rows.ts';
import { readFeeRows } from './fee-rows.ts';
import { placeFees, type TableFees } from './place-fees.ts';

export type FeeImport = {
  readonly practiceId: string;
  readonly content: Uint8Array;
  /** Whose fees they are, where no column says it. */
  readonly payerId?: string | undefined;
  /** What the table is called, as every fee of it will say. */
  readonly table: string;
  /** False: only what would become of each line is said. */
  readonly apply: boolean;
};

export type ImportFeesEffects = {
  readonly listPayers: (practiceId: string) => Promise<readonly Pick<Payer, 'payerId' | 'name'>[]>;
  readonly feesOfPayer: (practiceId: string, payerId: string) => Promise<readonly FeeLine[]>;
  readonly saveFees: (practiceId: string, fees: readonly FeeLine[]) => Promise<void>;
};

/**
 * Previews a table of fees of payers, or enters it: line by line what is added, changed or refused, with the reason.
 * Entered again it changes nothing.
 */
export const importFees = async (
  { practiceId, content, payerId, table, apply }: FeeImport,
  now: Date,
  effects: ImportFeesEffects,
): Promise<ImportReport> => {
  const payers = await effects.listPayers(practiceId);
  const reading = { thisYear: now.getUTCFullYear(), payers, payerId, table };
  const { rows, ignored, findings } = readFeeRows(decodeTable(content), reading);
  const told = rows.flatMap((row) => ('value' in row ? [{ line: row.line, fees: row.value }] : []));
  const entered = await enterFees({ practiceId, apply }, told, effects);
  const unread = rows.flatMap((row): ImportedLine[] =>
    'findings' in row ? [{ line: row.line, outcome: 'refused', fields: [], reasons: row.findings }] : [],
  );
  const lines = [...entered, ...unread].toSorted((one, other) => one.line - other.line);
  return { kind: 'fees', applied: apply, lines, counts: countsOf(lines), ignored, findings };
};

/** Puts fees beside the recorded ones of their payers and writes what is new of them, or says what it would do. */
export const enterFees = async (
  { practiceId, apply }: Pick<FeeImport, 'practiceId' | 'apply'>,
  told: readonly TableFees[],
  { feesOfPayer, saveFees }: Pick<ImportFeesEffects, 'feesOfPayer' | 'saveFees'>,
): Promise<readonly ImportedLine[]> => {
  const payerIds = new Set(told.flatMap(({ fees }) => fees.map(({ payerId }) => payerId)));
  const recorded = await Promise.all([...payerIds].map((payerId) => feesOfPayer(practiceId, payerId)));
  const { lines, fees } = placeFees(told, recorded.flat());
  if (apply) await saveFees(practiceId, fees);
  return lines;
};
