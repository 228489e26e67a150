import { z } from 'zod';
import type { Finding } from '../finding.ts';
import type { LikelyDuplicate } from './patient-search.ts';

export const ImportKind = z.enum(['patients', 'appointments', 'authorizations']);
export type ImportKind = z.infer<typeof ImportKind>;

/**
 * added, changed, unchanged: what becomes of the record · duplicate: an earlier line says the same · refused: nothing of
 * the line is taken.
 */
export const importOutcomes = ['added', 'changed', 'unchanged', 'duplicate', 'refused'] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** Which record a line is about, by the practice's own number; a line that is refused may name none. */
export type RecordOfLine = { readonly patientId?: string; readonly appointmentId?: string };

/** What became of one line of a table, or would become of it. Names of fields, never values. */
export type ImportedLine = RecordOfLine & {
  readonly line: number;
  readonly outcome: ImportOutcome;
  readonly fields: readonly string[];
  /** Why a line is refused, or what a person should look at in one that is taken. */
  readonly reasons: readonly Finding[];
  readonly duplicates?: readonly LikelyDuplicate[];
};

/** How many lines came to each outcome. */
export const countsOf = (lines: readonly ImportedLine[]): Record<ImportOutcome, number> => {
  const counts = { added: 0, changed: 0, unchanged: 0, duplicate: 0, refused: 0 };
  for (const { outcome } of lines) counts[outcome] += 1;
  return counts;
};

export type ImportReport = {
  readonly kind: ImportKind | 'fees';
  /** False for a preview: nothing is written. */
  readonly applied: boolean;
  readonly counts: Readonly<Record<ImportOutcome, number>>;
  readonly lines: readonly ImportedLine[];
  /** Headings that mean nothing here: their columns are not read. */
  readonly ignored: readonly string[];
  /** Against the table as a whole, of which then nothing is read. */
  readonly findings: readonly Finding[];
};
