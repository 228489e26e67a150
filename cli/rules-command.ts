import { userInfo } from 'node:os';
import { Command } from 'commander';
import { programActor } from '../functions/domain/actor.ts';
import { describeChange } from '../functions/domain/rules/net-change.ts';
import type { PracticeRule } from '../functions/domain/rules/practice-rule.ts';
import { knownOf, putRules } from '../functions/practices/put-rules.ts';
import { pastVisits } from '../functions/scrubbing/past-visits.ts';
import {
  type RuleTrial,
  type Told,
  type TriedVisit,
  tryRules,
  type VisitToTry,
} from '../functions/scrubbing/try-rules.ts';
import { codedVisit, type RecordFiles, visitRecords } from './claim/coded-visit.ts';
import { checkRulesFile, readRulesFile, rulesOf } from './claim/read-rules.ts';
import { jsonOption, type Printing, print } from './print.ts';
import { readDate } from './read-date.ts';
import { lineOf } from './scrub-command.ts';
import { manyOf, refuse, tellNotes, versionLine, versionNumber } from './versions.ts';

const knownFrom = (files: RecordFiles) => {
  const { practice, payers } = visitRecords(files);
  const known = knownOf(practice, payers);
  return {
    ...(files.practice && { providerNpis: known.providerNpis, locationIds: known.locationIds }),
    ...(files.payers && { payerIds: known.payerIds }),
  };
};

const checkCommand = (): Command =>
  new Command('check')
    .description('check rules as they are checked when they are entered; exit code 1 when they are refused')
    .argument('<rules.json>')
    .option('--practice <file>', 'whose providers and locations they may name; else any')
    .option('--payers <file>', 'which payers they may name; else any')
    .option(...jsonOption)
    .action((file: string, files: RecordFiles & Printing) => {
      const checked = checkRulesFile(file, knownFrom(files));
      if (!checked.success) return refuse(file, checked.findings, files);
      tellNotes(file, checked.data.notes);
      const { rules, notes } = checked.data;
      print(files, { file, rules: rules.length, notes }, () => `${file}: ${rules.length} rules, in order`);
    });

const linesOf = (title: string, { held, warned, changed }: Told): readonly string[] => [
  ...changed.map((one) => `  ${title}changed  ${describeChange(one)}`),
  ...held.map((one) => `  ${title}held\n${lineOf(one)}`),
  ...warned.map((one) => `  ${title}warned\n${lineOf(one)}`),
];

const renderVisit = ({ name, now, noLonger }: TriedVisit): string =>
  [name, ...linesOf('', now), ...linesOf('no longer ', noLonger)].join('\n');

const countsOf = ({ visits, different }: RuleTrial): string => {
  const having = (of: 'now' | 'noLonger', what: keyof Told) =>
    different.filter((one) => one[of][what].length > 0).length;
  return [
    `${visits} visits: ${different.length} otherwise than by the rules in force:`,
    `${having('now', 'held')} held, ${having('now', 'warned')} warned, ${having('now', 'changed')} changed;`,
    `no longer ${having('noLonger', 'held')} held, ${having('noLonger', 'warned')} warned, ${having('noLonger', 'changed')} changed`,
  ].join(' ');
};

const showTrial = (trial: RuleTrial, isJson: boolean): void => {
  if (isJson) console.log(JSON.stringify(trial));
  else console.log([...trial.different.map(renderVisit), countsOf(trial)].join('\n'));
};

type TryOptions = RecordFiles & {
  readonly past?: number;
  readonly inForce?: string;
  readonly json?: true;
  readonly today?: string;
};

/** Visits of folders; one that cannot be read is told and left out. */
const visitsOfFolders = (paths: readonly string[], options: TryOptions): readonly VisitToTry[] => {
  const records = visitRecords(options);
  const today = readDate('--today', options.today);
  return paths.flatMap((path) => {
    const read = codedVisit(path, records);
    if ('visit' in read) return [{ name: path, visit: read.visit, today }];
    refuse(path, read.refusals);
    return [];
  });
};

/** The stores read their configuration when they are loaded: not before the command knows its table. */
const stores = async () => ({
  ...(await import('../functions/adapters/practices/practice-store.ts')),
  ...(await import('../functions/adapters/encounter-store.ts')),
  ...(await import('../functions/adapters/practices/version-store.ts')),
});

type Tried = { readonly visits: readonly VisitToTry[]; readonly inForce: readonly PracticeRule[] };

const ofTable = async (practiceId: string, most: number): Promise<Tried> => {
  const effects = await stores();
  const ruleSet = await effects.rulesInForce(practiceId);
  return { visits: await pastVisits(practiceId, most, effects), inForce: ruleSet?.rules ?? [] };
};

const tryCommand = (useEnvironment: () => void): Command =>
  new Command('try')
    .description('show what rules would do to past visits, beside the rules in force; nothing is written')
    .argument('<rules.json>')
    .argument('[encounter.json...]', 'registrations of visits, or their folders, as scrub reads them')
    .option('--past <n>', 'the last visits of the practice in the table, in place of folders', manyOf)
    .option('--practice <id or file>', 'with --past the id of the practice, with folders its file')
    .option('--payers <file>', 'with folders: its contracts')
    .option('--codes <file>', 'with folders: codes of the visits')
    .option('--in-force <rules.json>', 'with folders: the rules in force; none if not given')
    .option('--today <date>', 'with folders: the day on which claims would be filed')
    .option('--json', 'one object: { visits, different }')
    .action(async (file: string, paths: string[], options: TryOptions) => {
      if ((options.past === undefined) === (paths.length === 0))
        throw new Error('Name visits, or how many of the past ones: --past 200 --practice maple-street');
      const proposed = rulesOf(file);
      if (options.past !== undefined) useEnvironment();
      const { visits, inForce } =
        options.past === undefined
          ? { visits: visitsOfFolders(paths, options), inForce: rulesOf(options.inForce) }
          : await ofTable(options.practice ?? 'maple-street', options.past);
      showTrial(tryRules(visits, inForce, proposed), options.json === true);
    });

type PutOptions = Printing & { readonly practice: string; readonly note: string; readonly version?: number };

const putCommand = (useEnvironment: () => void): Command =>
  new Command('put')
    .description('enter rules as the next version of a practice: it is in force from then on')
    .argument('<rules.json>')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--note <text>', 'why they changed', '')
    .option(
      '--version <n>',
      'the version that they were made of; refused if another is in force',
      versionNumber,
    )
    .option(...jsonOption)
    .action(async (file: string, { practice: practiceId, note, version: madeOf, json }: PutOptions) => {
      useEnvironment();
      const effects = await stores();
      const practice = await effects.getPractice(practiceId);
      const payers = await effects.listPayers(practiceId);
      const by = programActor(`command line (${userInfo().username})`, practiceId);
      const put = await putRules(
        { practice, payers, written: readRulesFile(file), note, by, madeOf },
        new Date(),
        effects,
      );
      if (!put.success) return refuse(file, put.findings, { json });
      tellNotes(file, put.data.notes);
      const { version, rules } = put.data.ruleSet;
      print({ json }, put.data, () => `${practiceId}: version ${version} is in force, ${rules.length} rules`);
    });

const listCommand = (useEnvironment: () => void): Command =>
  new Command('list')
    .description('list the versions of a practice’s rules, the one in force first')
    .option('-p, --practice <id>', 'practice', 'maple-street')
    .option('--json', 'all of them with their rules')
    .action(async ({ practice, json }: { practice: string; json?: true }) => {
      useEnvironment();
      const { ruleSetsOf } = await stores();
      const ruleSets = await ruleSetsOf(practice);
      if (json) return console.log(JSON.stringify(ruleSets, undefined, 2));
      for (const one of ruleSets) console.log(versionLine(one));
    });

/** `rules`: a practice's own rules for what it bills. */
export const rulesCommand = (useEnvironment: () => void): Command =>
  new Command('rules')
    .description('the practice’s own rules for its claims: check, try, put, list')
    .addCommand(checkCommand())
    .addCommand(tryCommand(useEnvironment))
    .addCommand(putCommand(useEnvironment))
    .addCommand(listCommand(useEnvironment));
