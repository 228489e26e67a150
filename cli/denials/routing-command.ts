import { userInfo } from 'node:os';
import { Command } from 'commander';
import { installedCodeLookup } from '../../codesets/code-lookup.ts';
import { latestDenials, type PastDenial, pastDenials } from '../../functions/denials/past-denials.ts';
import { tryRouting } from '../../functions/denials/try-routing.ts';
import { programActor } from '../../functions/domain/actor.ts';
import {
  type CheckedRouting,
  checkRouting,
  type KnownOfRouting,
} from '../../functions/domain/denials/check-routing.ts';
import { houseEdition, houseRules } from '../../functions/domain/denials/house-routing.ts';
import type { PracticeRouting } from '../../functions/domain/denials/route-adjustment.ts';
import type { Checked } from '../../functions/domain/finding.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { Practice } from '../../functions/domain/practice.ts';
import { putRouting } from '../../functions/practices/put-routing.ts';
import { visitRecords } from '../claim/coded-visit.ts';
import { readRulesFile } from '../claim/read-rules.ts';
import { jsonOption, type Printing, print } from '../print.ts';
import { today } from '../today.ts';
import { manyOf, refuse, tellNotes, versionLine, versionNumber } from '../versions.ts';
import { readDenials, readPayers } from './read-denials.ts';
import { renderRouting, renderTrial } from './render-routing.ts';

/** The stores read their configuration when they are loaded: not before the command knows its table. */
const stores = async () => ({
  ...(await import('../../functions/adapters/practices/practice-store.ts')),
  ...(await import('../../functions/adapters/claim-store.ts')),
  ...(await import('../../functions/adapters/practices/version-store.ts')),
});

const knows: KnownOfRouting['knows'] = (list, code, date) => installedCodeLookup().isValid(list, code, date);

const checkFile = (file: string, payers?: readonly Payer[]): Checked<CheckedRouting> =>
  checkRouting(readRulesFile(file), { ...(payers && { payers }), knows, today: today() });

type FileOptions = { readonly payers?: string };

const checkCommand = (): Command =>
  new Command('check')
    .description('check a table as it is checked when it is entered; exit code 1 when it is refused')
    .argument('<routing.json>')
    .option('--payers <file>', 'which payers it may name; else any')
    .option(...jsonOption)
    .action((file: string, { payers, json }: FileOptions & Printing) => {
      const checked = checkFile(file, payers === undefined ? undefined : readPayers(payers));
      if (!checked.success) return refuse(file, checked.findings, { json });
      tellNotes(file, checked.data.notes);
      const { rules, notes } = checked.data;
      print({ json }, { file, rules: rules.length, notes }, () => `${file}: ${rules.length} rules, in order`);
    });

type TryOptions = FileOptions & {
  readonly past?: number;
  readonly practice?: string;
  readonly inForce?: string;
  readonly json?: true;
};

type ToTry = {
  readonly denials: readonly PastDenial[];
  readonly withoutContract: number;
  readonly practice: Pick<Practice, 'taskDays'>;
  readonly payers: readonly Payer[];
  readonly inForce: PracticeRouting;
};

const rulesOf = (file: string, payers: readonly Payer[]): PracticeRouting => {
  const checked = checkFile(file, payers);
  if (checked.success) return checked.data;
  throw new Error(checked.findings.map(({ path, detail }) => `${file}: ${path}: ${detail}`).join('\n'));
};

const ofTable = async (practiceId: string, most: number): Promise<ToTry> => {
  const effects = await stores();
  const [practice, payers, inForce, past] = await Promise.all([
    effects.getPractice(practiceId),
    effects.listPayers(practiceId),
    effects.routingInForce(practiceId),
    pastDenials(practiceId, most, effects),
  ]);
  return { ...past, practice, payers, inForce: inForce ?? { rules: [] } };
};

const ofFiles = (paths: readonly string[], { payers: file, practice, inForce }: TryOptions): ToTry => {
  const payers = file === undefined ? visitRecords({}).payers : readPayers(file);
  return {
    ...latestDenials(readDenials(paths, payers), payers),
    practice: visitRecords(practice === undefined ? {} : { practice }).practice,
    payers,
    inForce: inForce === undefined ? { rules: [] } : rulesOf(inForce, payers),
  };
};

const tryCommand = (useEnvironment: () => void): Command =>
  new Command('try')
    .description('show what a table would do to past denials, beside the one in force; nothing is written')
    .argument('<routing.json>')
    .argument('[denials.json...]', 'files of denials, where no table of a cloud is to be read')
    .option('--past <n>', 'the last denials of the practice in the table, in place of files', manyOf)
    .option('--practice <id or file>', 'with --past the id of the practice, with files its file')
    .option('--payers <file>', 'with files: its contracts; those of the samples if not given')
    .option('--in-force <routing.json>', 'with files: the table in force; the house’s alone if not given')
    .option('--json', 'one object: { denials, amount, changed, different }')
    .action(async (file: string, paths: string[], options: TryOptions) => {
      if ((options.past === undefined) === (paths.length === 0))
        throw new Error('Name files of denials, or how many of the past ones: --past 200');
      if (options.past !== undefined) useEnvironment();
      const { denials, withoutContract, practice, payers, inForce } =
        options.past === undefined
          ? ofFiles(paths, options)
          : await ofTable(options.practice ?? 'maple-street', options.past);
      const trial = tryRouting(denials, practice, inForce, rulesOf(file, payers));
      if (withoutContract > 0)
        console.warn(`${withoutContract} denials are left out: there is no contract with their payers`);
      console.log(options.json ? JSON.stringify(trial) : renderTrial(trial));
    });

type PutOptions = Printing & { readonly practice: string; readonly note: string; readonly version?: number };

const putCommand = (useEnvironment: () => void): Command =>
  new Command('put')
    .description('enter a table as the next version of a practice: it is in force from then on')
    .argument('<routing.json>')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--note <text>', 'why it changed', '')
    .option('--version <n>', 'the version that it was made of; refused if another is in force', versionNumber)
    .option(...jsonOption)
    .action(async (file: string, { practice: practiceId, note, version: madeOf, json }: PutOptions) => {
      useEnvironment();
      const effects = await stores();
      await effects.getPractice(practiceId);
      const known = { payers: await effects.listPayers(practiceId), knows };
      const by = programActor(`command line (${userInfo().username})`, practiceId);
      const put = await putRouting(
        { practiceId, written: readRulesFile(file), known, note, by, madeOf },
        new Date(),
        effects,
      );
      if (!put.success) return refuse(file, put.findings, { json });
      tellNotes(file, put.data.notes);
      const { version, rules } = put.data.routingSet;
      print({ json }, put.data, () => `${practiceId}: version ${version} is in force, ${rules.length} rules`);
    });

type ShowOptions = { readonly practice: string; readonly version?: number; readonly json?: true };

const listCommand = (useEnvironment: () => void): Command =>
  new Command('list')
    .description('list the versions of a practice’s table, the one in force first')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--json', 'all of them with their rules')
    .action(async ({ practice, json }: ShowOptions) => {
      useEnvironment();
      const { routingSetsOf } = await stores();
      const sets = await routingSetsOf(practice);
      if (json) return console.log(JSON.stringify(sets, undefined, 2));
      for (const one of sets) console.log(versionLine(one));
    });

const versionOf = async (practice: string, version: number | undefined) => {
  const { routingInForce, routingSetsOf } = await stores();
  if (version === undefined) return routingInForce(practice);
  const found = (await routingSetsOf(practice)).find((one) => one.version === version);
  if (!found) throw new Error(`${practice} has no version ${version}: see routing list`);
  return found;
};

const showCommand = (useEnvironment: () => void): Command =>
  new Command('show')
    .description('show the tables as they are asked: the practice’s, then the house’s')
    .option('-p, --practice <id>', 'practice; without one the house’s alone')
    .option('--version <n>', 'an earlier version of the practice’s', versionNumber)
    .option('--json', 'one object: { practice, house }')
    .action(async ({ practice, version, json }: Partial<ShowOptions>) => {
      if (practice !== undefined) useEnvironment();
      const own = practice === undefined ? undefined : await versionOf(practice, version);
      const house = { edition: houseEdition, rules: houseRules };
      console.log(json ? JSON.stringify({ practice: own, house }, undefined, 2) : renderRouting(own));
    });

/** `routing`: where denials of a practice go, and what is done about them. */
export const routingCommand = (useEnvironment: () => void): Command =>
  new Command('routing')
    .description('where denials go: the practice’s own table before the house’s: check, try, put, list, show')
    .addCommand(checkCommand())
    .addCommand(tryCommand(useEnvironment))
    .addCommand(putCommand(useEnvironment))
    .addCommand(listCommand(useEnvironment))
    .addCommand(showCommand(useEnvironment));
