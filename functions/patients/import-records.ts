import type { Finding } from '../domain/finding.ts';
import {
  countsOf,
  type ImportedLine,
  type ImportKind,
  type ImportReport,
} from '../domain/patients/import-report.ts';
import type { TableReading } from '../tables/read-payer.ts';
import type { ReadRow, ReadRows } from '../tables/read-table.ts';
import { decodeTable } from '../tables/rows.ts';
import { readAppointmentRows } from './csv/appointment-rows.ts';
import { readAuthorizationRows } from './csv/authorization-rows.ts';
import { readPatientRows } from './csv/patient-rows.ts';
import {
  type ImportEffects,
  importAppointment,
  importAuthorization,
  importPatient,
  type RowImport,
} from './import-row.ts';
import type { ToldAt } from './tell-patient.ts';

export type ImportRequest = {
  readonly practiceId: string;
  readonly kind: ImportKind;
  readonly content: Uint8Array;
  /** False: only what would become of each line is said. */
  readonly apply: boolean;
};

export type ImportRecordsEffects = ImportEffects & {
  readonly listPayers: (practiceId: string) => Promise<TableReading['payers']>;
};

/**
 * Previews a table of patients, appointments or authorizations that shows the state of a day, or enters it: line by line what is added, changed or
 * refused, with the reason. Entered twice it changes nothing; entered later than a newer one, nothing that is newer.
 */
export const importRecords = async (
  request: ImportRequest,
  { told, now }: ToldAt,
  effects: ImportRecordsEffects,
): Promise<ImportReport> => {
  const text = decodeTable(request.content);
  const payers = await effects.listPayers(request.practiceId);
  const reading = { thisYear: Number(told.on.slice(0, 4)), payers };
  const said: RowImport = {
    practiceId: request.practiceId,
    apply: request.apply,
    at: { told: { ...told, by: 'table', source: `table of ${told.on}` }, now },
    effects,
  };
  const imported = await readAndImport(request.kind, text, reading, said);
  return { kind: request.kind, applied: request.apply, ...imported };
};

type Imported = Omit<ImportReport, 'kind' | 'applied'>;

const readAndImport = (
  kind: ImportKind,
  text: string,
  reading: TableReading,
  said: RowImport,
): Promise<Imported> => {
  if (kind === 'patients')
    return importEach(readPatientRows(text, reading), async (patientId, row) => ({
      patientId,
      ...(await importPatient(patientId, row, said)),
    }));
  if (kind === 'appointments')
    return importEach(readAppointmentRows(text, reading), async (appointmentId, row) => ({
      appointmentId,
      patientId: row.patientId,
      ...(await importAppointment(appointmentId, row, said)),
    }));
  return importEach(readAuthorizationRows(text, reading), async (_, row) => ({
    patientId: row.patientId,
    ...(await importAuthorization(row, said)),
  }));
};

/** Lines at once: enough that thousands are done in a call, few enough that the table does not throttle. */
const atOnce = 20;

const importEach = async <Value>(
  { rows, ignored, findings }: ReadRows<Value>,
  importRow: (id: string, value: Value) => Promise<Omit<ImportedLine, 'line'>>,
): Promise<Imported> => {
  const single = refuseRepeated(rows);
  const lines: ImportedLine[] = [];
  for (let at = 0; at < single.length; at += atOnce)
    lines.push(
      ...(await Promise.all(
        single.slice(at, at + atOnce).map(async (row) => {
          if ('outcome' in row) return row;
          return { line: row.line, ...(await importRow(row.id, row.value)) };
        }),
      )),
    );
  return { lines, counts: countsOf(lines), ignored, findings };
};

type Single<Value> = ImportedLine | { readonly line: number; readonly id: string; readonly value: Value };

/**
 * Of lines that say the same of one record the first is taken; of lines that contradict one another none is, for nobody
 * knows which is right.
 */
const refuseRepeated = <Value>(rows: readonly ReadRow<Value>[]): readonly Single<Value>[] => {
  const told = rows.flatMap((row) => ('id' in row ? [row] : []));
  const linesOf = Map.groupBy(told, ({ id }) => id);
  return rows.map((row): Single<Value> => {
    if (!('id' in row)) return { line: row.line, outcome: 'refused', fields: [], reasons: row.findings };
    const same = linesOf.get(row.id) ?? [];
    const [first = row] = same;
    const contradicting = same.find(({ value }) => JSON.stringify(value) !== JSON.stringify(row.value));
    if (contradicting)
      return refusedFor(
        row.line,
        'contradicts-line',
        `Line ${contradicting.line} says something else of the same record`,
      );
    if (first !== row)
      return {
        line: row.line,
        outcome: 'duplicate',
        fields: [],
        reasons: [reason('same-as-line', `Line ${first.line} says the same`)],
      };
    return row;
  });
};

const reason = (code: string, detail: string): Finding => ({ code, path: '', detail });

const refusedFor = (line: number, code: string, detail: string): ImportedLine => ({
  line,
  outcome: 'refused',
  fields: [],
  reasons: [reason(code, detail)],
});
