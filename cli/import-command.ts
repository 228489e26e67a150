import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import Table from 'cli-table3';
import { Command, Option } from 'commander';
import { z } from 'zod';
import { importFees } from '../functions/contracts/import-fees.ts';
import { programActor } from '../functions/domain/actor.ts';
import { CalendarDate } from '../functions/domain/calendar.ts';
import { ImportKind, type ImportReport } from '../functions/domain/patients/import-report.ts';
import { importRecords } from '../functions/patients/import-records.ts';
import { jsonOption, type Printing, print } from './print.ts';
import { today } from './today.ts';

const plain = { head: [], border: [], compact: true };

/** What becomes of each line that is not simply added or known, and how many there are of each. */
export const renderImport = ({ applied, counts, lines, ignored, findings }: ImportReport): string => {
  const table = new Table({ head: ['line', 'outcome', 'fields', 'reasons'], style: plain });
  for (const { line, outcome, fields, reasons, duplicates = [] } of lines) {
    const told = [
      ...reasons.map(({ path, detail }) => (path === '' ? detail : `${path}: ${detail}`)),
      ...duplicates.map(
        ({ patientId, otherId, score }) => `likely one person: ${patientId}, ${otherId} (${score})`,
      ),
    ];
    if (outcome === 'changed' || told.length > 0)
      table.push([line, outcome, fields.join(', '), told.join('\n')]);
  }
  const numbers = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  return [
    ...(table.length > 0 ? [table.toString()] : []),
    ...findings.map(({ detail }) => `not read: ${detail}`),
    ...(ignored.length > 0 ? [`columns that are not read: ${ignored.join(', ')}`] : []),
    `${applied ? 'imported' : 'preview, nothing is written'}: ${numbers.join(', ')}`,
  ].join('\n');
};

/** Prints a report; exit code 1 when something is refused or not read. */
export const showImport = (report: ImportReport, options: Printing): void => {
  print(options, report, () => renderImport(report));
  if (report.counts.refused > 0 || report.findings.length > 0) process.exitCode = 1;
};

/** The stores read their configuration when they are loaded: not before the command knows its table. */
const effects = async () => ({
  ...(await import('../functions/adapters/patients/patient-store.ts')),
  ...(await import('../functions/adapters/patients/appointment-store.ts')),
  ...(await import('../functions/adapters/patients/authorization-store.ts')),
  ...(await import('../functions/adapters/practices/practice-store.ts')),
  ...(await import('../functions/adapters/practices/fee-store.ts')),
});

type Options = Printing & {
  readonly practice: string;
  readonly on: string;
  readonly payer?: string;
  readonly apply?: boolean;
};

const Kind = z.enum([...ImportKind.options, 'fees']);

/** `import`: tables of patients, appointments, authorizations and fees, however long. */
export const importCommand = (useEnvironment: () => void): Command =>
  new Command('import')
    .description(
      'preview a table of patients, appointments, authorizations or fees of payers (CSV), or enter it with --apply',
    )
    .argument('<kind>', Kind.options.join(', '))
    .argument('<file>')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--payer <id>', 'of fees: the payer, where no column says it')
    .option('--apply', 'enter it; without it only what would happen is shown')
    .option(...jsonOption)
    .addOption(new Option('--on <date>', 'the day whose state the table shows').default(today(), 'today'))
    .action(async (kind: string, file: string, { practice, on, payer, apply = false, json }: Options) => {
      useEnvironment();
      const wanted = Kind.parse(kind);
      const asked = {
        practiceId: practice,
        content: await readFile(file),
        apply,
      };
      if (wanted === 'fees') {
        const fees = { ...asked, payerId: payer, table: basename(file) };
        return showImport(await importFees(fees, new Date(), await effects()), { json });
      }
      const actor = programActor('command line', practice);
      const told = { on: CalendarDate.parse(on), by: 'table', actor, source: 'command line' } as const;
      showImport(
        await importRecords({ ...asked, kind: wanted }, { told, now: new Date() }, await effects()),
        { json },
      );
    });
