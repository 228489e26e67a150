import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { compileMpfs } from '../codesets/install/install-mpfs.ts';
import { findSourceFiles } from '../codesets/install/source-files.ts';
import { recordFields } from '../codesets/record-fields.ts';
import { enterFees } from '../functions/contracts/import-fees.ts';
import {
  type MedicareSchedule,
  medicareFees,
  type RelativeValues,
} from '../functions/contracts/medicare-fees.ts';
import { readCostIndices } from '../functions/contracts/read-cost-indices.ts';
import { countsOf } from '../functions/domain/patients/import-report.ts';
import { showImport } from './import-command.ts';
import { jsonOption, type Printing } from './print.ts';

type MedicareOptions = Printing & {
  readonly practice: string;
  readonly payer: string;
  readonly locality: string;
  readonly all?: boolean;
  readonly apply?: boolean;
};

/** The relative values of a quarter (PPRRVU…csv, or CMS's archive) with the days on which they hold. */
export const readRelativeValues = (path: string) =>
  compileMpfs(findSourceFiles(path)).map(({ edition, records = [] }) => ({
    edition,
    values: [...records].map(
      ({ key, fields }): RelativeValues => ({ code: key, ...recordFields.mpfs.parse(fields) }),
    ),
  }));

/** Medicare's fees in a locality, of all that it prices or of the procedures that the practice has a charge for. */
const scheduleOf = async (path: string, indexFile: string, { payer, locality }: MedicareOptions) => {
  const indices = readCostIndices(await readFile(indexFile, 'utf8'), locality);
  if (!indices.success) throw new Error(indices.findings.map(({ detail }) => detail).join('; '));
  return readRelativeValues(path).flatMap(({ edition, values }) => {
    const schedule: MedicareSchedule = {
      ...{ payerId: payer, locality, indices: indices.data, from: edition.validFrom, to: edition.validTo },
      source: `${edition.source}, ${basename(indexFile)}`,
    };
    return medicareFees(values, schedule);
  });
};

/** `fees medicare`: Medicare's physician fee schedule as the fees of a payer. */
const medicareCommand = (useEnvironment: () => void): Command =>
  new Command('medicare')
    .description('reckon Medicare’s fees of a quarter in a locality, or enter them with --apply')
    .argument('<pprrvu>', 'relative values: PPRRVU….csv, or CMS’s archive')
    .argument('<gpci>', 'table of cost indices (GPCI) by locality')
    .requiredOption('--payer <id>', 'whose fees they are')
    .requiredOption('--locality <contractor-number>', 'such as 15202-00, Ohio')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--all', 'every procedure that it prices, not only those that the practice has a charge for')
    .option('--apply', 'enter them; without it only what would happen is shown')
    .option(...jsonOption)
    .action(async (pprrvu: string, gpci: string, options: MedicareOptions) => {
      useEnvironment();
      const { getPractice, getPayer } = await import('../functions/adapters/practices/practice-store.ts');
      const { practice: practiceId, payer, all = false, apply = false } = options;
      const { chargeMaster } = await getPractice(practiceId);
      await getPayer(practiceId, payer);
      const charged = new Set(chargeMaster.map(({ procedure }) => procedure));
      const fees = (await scheduleOf(pprrvu, gpci, options)).filter(
        ({ procedure }) => all || charged.has(procedure),
      );
      const rows = fees.map((fee, at) => ({ line: at + 1, fees: [fee] }));
      const stores = await import('../functions/adapters/practices/fee-store.ts');
      const lines = await enterFees({ practiceId, apply }, rows, stores);
      showImport(
        { kind: 'fees', applied: apply, lines, counts: countsOf(lines), ignored: [], findings: [] },
        options,
      );
    });

/** `fees`: what payers' contracts allow. */
export const feesCommand = (useEnvironment: () => void): Command =>
  new Command('fees').description('fees of payers').addCommand(medicareCommand(useEnvironment));
