import { Command } from 'commander';
import { z } from 'zod';
import { Payer } from '../functions/domain/payer.ts';
import { Practice } from '../functions/domain/practice.ts';
import type { EditFinding } from '../functions/domain/visit/edit-finding.ts';
import { contractsOf } from '../functions/scrubbing/edit.ts';
import { findBrokenEdits } from '../functions/scrubbing/find-broken-edits.ts';
import { withAssumedPayers, withAssumedPractice } from './claim/assumed-records.ts';
import { codesOf, readVisit } from './claim/read-visit.ts';
import { visitFiles } from './claim/visit-files.ts';
import { readDate } from './read-date.ts';
import { readRecord, sampleFile } from './read-record.ts';
import { endWithPipe } from './x12/output.ts';

interface ScrubOptions {
  readonly codes?: string;
  readonly json?: true;
  readonly practice?: string;
  readonly payers?: string;
  readonly today?: string;
}

type Records = {
  readonly practice: Practice;
  readonly payers: readonly Payer[];
  readonly codesFile: string | undefined;
  readonly today: string;
  /** Whether the files of a practice were named, whose gaps are then findings. */
  readonly areOwn: boolean;
};

/** Why a visit cannot be read is a finding as well: the clinic mends it. */
const unreadable = (detail: string, path = ''): EditFinding => ({
  ...{ code: /npi$/i.test(path) ? 'identity-npi' : 'registration-refused', detail },
  ...{ path: path ? `registration.${path}` : 'registration', source: 'what encounter.json may hold' },
  ...{ severity: 'block', desk: 'clinic' },
});

const scrubVisit = (path: string, records: Records): readonly EditFinding[] => {
  const refusals: EditFinding[] = [];
  const telling = {
    note: (text: string): void => console.error(text),
    fault: (text: string): void => void refusals.push(unreadable(text)),
  };
  const files = visitFiles(path);
  const read = readVisit(files, telling);
  if (!read.success) return read.findings.map(({ detail, path: at }) => unreadable(detail, at));
  const registration = read.data;
  const codes = codesOf(files, registration, records, telling);
  if (!codes) return refusals;
  const practice = records.areOwn
    ? records.practice
    : withAssumedPractice(records.practice, registration, codes).records;
  const payers = withAssumedPayers(records.payers, registration).records;
  const toScrub = { registration, codes, practice, ...contractsOf(registration, payers) };
  return findBrokenEdits(toScrub, records.today);
};

const lineOf = ({ severity, code, path, detail, desk, source }: EditFinding): string =>
  `  ${severity.padEnd(5)}  ${code}  ${path}\n         ${detail} (${source}) → ${desk}`;

const tell = (file: string, findings: readonly EditFinding[], isJson: boolean): void => {
  if (isJson) console.log(JSON.stringify({ file, findings }));
  else console.log([`${file}: ${summaryOf(findings)}`, ...findings.map(lineOf)].join('\n'));
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
    practice: readRecord(options.practice ?? sampleFile('practice.json'), Practice),
    payers: readRecord(options.payers ?? sampleFile('payers.json'), z.array(Payer)),
    codesFile: options.codes,
    today: readDate('--today', options.today),
    areOwn: options.practice !== undefined,
  };
  for (const path of paths) {
    try {
      tell(path, scrubVisit(path, records), options.json === true);
    } catch (error) {
      tell(path, [unreadable(error instanceof Error ? error.message : String(error))], options.json === true);
    }
  }
};

/** `scrub`: what the edits have against visits, before a claim is made of them; offline. */
export const scrubCommand = (): Command =>
  new Command('scrub')
    .description('check visits by the edits; exit code 1 when one of them may not be billed as it is')
    .argument('<encounter.json...>', 'registrations of visits, or their folders')
    .option('--codes <file>', 'codes of the visit; else codes.json beside it, or what the engine proposes')
    .option('--json', 'one line a visit: { file, findings }')
    .option('--practice <file>', 'the practice; without it prices and providers are assumed where missing')
    .option('--payers <file>', 'its contracts')
    .option('--today <date>', 'the day on which the claim would be filed; today if not given')
    .action(scrub);
