import { Command } from 'commander';
import { describeChange, mergeChanges, type NetChange } from '../functions/domain/rules/net-change.ts';
import type { PracticeRule } from '../functions/domain/rules/practice-rule.ts';
import type { EditFinding } from '../functions/domain/visit/edit-finding.ts';
import { findBrokenEdits } from '../functions/scrubbing/find-broken-edits.ts';
import { ruleVisit } from '../functions/scrubbing/scrub-visit.ts';
import { codedVisit, unreadable, type VisitRecords, visitRecords } from './claim/coded-visit.ts';
import { rulesOf } from './claim/read-rules.ts';
import { readDate } from './read-date.ts';
import { type ReadVisit, readHistories, withHistoryOf } from './scrub-history.ts';
import { endWithPipe } from './x12/output.ts';

interface ScrubOptions {
  readonly codes?: string;
  readonly history?: string;
  readonly json?: true;
  readonly practice?: string;
  readonly payers?: string;
  readonly rules?: string;
  readonly today?: string;
}

type Records = VisitRecords & { readonly rules: readonly PracticeRule[]; readonly today: string };

/** What is told of a visit: what keeps it from being billed, and what is billed otherwise than it was told. */
type Told = { readonly findings: readonly EditFinding[]; readonly changes: readonly NetChange[] };

/** A visit as it is billed, ready to be held to the edits; or why it cannot be. */
type Read = { readonly file: string } & (
  | { readonly visit: ReadVisit; readonly ruled: Told }
  | { readonly refusals: readonly EditFinding[] }
);

const readToScrub = (file: string, records: Records): Read => {
  const read = codedVisit(file, records);
  if ('refusals' in read) return { file, refusals: read.refusals };
  const { run, billed } = ruleVisit(read.visit, records.rules);
  const ruled = { findings: run.findings, changes: mergeChanges(read.repairs, run.changes) };
  return { file, visit: { encounterId: read.encounterId, registration: read.file, toScrub: billed }, ruled };
};

/** What cannot be read at all is told of its own visit, and stops no other. */
const readOrRefuse = (file: string, records: Records): Read => {
  try {
    return readToScrub(file, records);
  } catch (error) {
    return { file, refusals: [unreadable(error instanceof Error ? error.message : String(error))] };
  }
};

export const lineOf = ({ severity, code, path, detail, desk, source }: EditFinding): string =>
  `  ${severity.padEnd(5)}  ${code}  ${path}\n         ${detail} (${source}) → ${desk}`;

const tell = (file: string, { findings, changes }: Told, isJson: boolean): void => {
  const changed = changes.map((one) => `  change ${describeChange(one)}`);
  if (isJson) console.log(JSON.stringify({ file, findings, ...(changes.length > 0 && { changes }) }));
  else console.log([`${file}: ${summaryOf(findings)}`, ...changed, ...findings.map(lineOf)].join('\n'));
  if (findings.some(({ severity }) => severity === 'block')) process.exitCode = 1;
};

const summaryOf = (findings: readonly EditFinding[]): string => {
  const count = (severity: EditFinding['severity']) =>
    findings.filter((one) => one.severity === severity).length;
  const [block, warn, info] = [count('block'), count('warn'), count('info')];
  const stopping = block + warn === 0 ? 'clean' : `${block} block, ${warn} warn`;
  return info === 0 ? stopping : `${stopping}, ${info} to know`;
};

const scrub = (paths: readonly string[], options: ScrubOptions): void => {
  endWithPipe();
  const records: Records = {
    ...visitRecords(options),
    rules: rulesOf(options.rules),
    today: readDate('--today', options.today),
  };
  const histories = readHistories(options.history);
  const read = paths.map((path) => readOrRefuse(path, records));
  const visits = read.flatMap((one) => ('visit' in one ? [one.visit] : []));
  const toldOf = (one: Read): Told => {
    if ('refusals' in one) return { findings: one.refusals, changes: [] };
    const found = findBrokenEdits(withHistoryOf(one.visit, visits, histories), records.today);
    return { findings: [...one.ruled.findings, ...found], changes: one.ruled.changes };
  };
  for (const one of read) {
    tell(one.file, toldOf(one), options.json === true);
  }
};

/** `scrub`: what the practice's rules and the edits have against visits, before a claim is made of them; offline. */
export const scrubCommand = (): Command =>
  new Command('scrub')
    .description('check visits by the edits; exit code 1 when one of them may not be billed as it is')
    .argument('<encounter.json...>', 'registrations of visits, or their folders')
    .option('--codes <file>', 'codes of the visit; else codes.json beside it, or what the engine proposes')
    .option(
      '--history <file>',
      'what was done for their patients on other visits; those that are given together count',
    )
    .option('--json', 'one line a visit: { file, findings }, and changes where there are any')
    .option('--practice <file>', 'the practice; without it prices and providers are assumed where missing')
    .option('--payers <file>', 'its contracts')
    .option('--rules <file>', 'the practice’s own rules')
    .option('--today <date>', 'the day on which the claim would be filed; today if not given')
    .action(scrub);
