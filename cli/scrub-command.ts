import { Command } from 'commander';
import { describeChange, mergeChanges, type NetChange } from '../functions/domain/rules/net-change.ts';
import type { PracticeRule } from '../functions/domain/rules/practice-rule.ts';
import type { EditFinding } from '../functions/domain/visit/edit-finding.ts';
import { scrubVisit } from '../functions/scrubbing/scrub-visit.ts';
import { codedVisit, unreadable, type VisitRecords, visitRecords } from './claim/coded-visit.ts';
import { rulesOf } from './claim/read-rules.ts';
import { readDate } from './read-date.ts';
import { endWithPipe } from './x12/output.ts';

interface ScrubOptions {
  readonly codes?: string;
  readonly json?: true;
  readonly practice?: string;
  readonly payers?: string;
  readonly rules?: string;
  readonly today?: string;
}

type Records = VisitRecords & { readonly rules: readonly PracticeRule[]; readonly today: string };

/** What is told of a visit: what keeps it from being billed, and what is billed otherwise than it was told. */
type Told = { readonly findings: readonly EditFinding[]; readonly changes: readonly NetChange[] };

const toldOf = (path: string, records: Records): Told => {
  const read = codedVisit(path, records);
  if ('refusals' in read) return { findings: read.refusals, changes: [] };
  const { run, findings } = scrubVisit(read.visit, records.rules, records.today);
  return { findings, changes: mergeChanges(read.repairs, run.changes) };
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
  const isJson = options.json === true;
  for (const path of paths) {
    try {
      tell(path, toldOf(path, records), isJson);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      tell(path, { findings: [unreadable(detail)], changes: [] }, isJson);
    }
  }
};

/** `scrub`: what the practice's rules and the edits have against visits, before a claim is made of them; offline. */
export const scrubCommand = (): Command =>
  new Command('scrub')
    .description('check visits by the edits; exit code 1 when one of them may not be billed as it is')
    .argument('<encounter.json...>', 'registrations of visits, or their folders')
    .option('--codes <file>', 'codes of the visit; else codes.json beside it, or what the engine proposes')
    .option('--json', 'one line a visit: { file, findings }, and changes where there are any')
    .option('--practice <file>', 'the practice; without it prices and providers are assumed where missing')
    .option('--payers <file>', 'its contracts')
    .option('--rules <file>', 'the practice’s own rules')
    .option('--today <date>', 'the day on which the claim would be filed; today if not given')
    .action(scrub);
