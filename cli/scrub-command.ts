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
import { type ReadVisit, readHistories, withHistoryOf } from './scrub-history.ts';
import { endWithPipe } from './x12/output.ts';

interface ScrubOptions {
  readonly codes?: string;
  readonly history?: string;
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

/** A visit, ready to be held to the edits, or why it cannot be. */
type Read = { readonly file: string } & (
  | { readonly visit: ReadVisit }
  | { readonly refusals: readonly EditFinding[] }
);

const readToScrub = (file: string, records: Records): Read => {
  const refusals: EditFinding[] = [];
  const telling = {
    note: (text: string): void => console.error(text),
    fault: (text: string): void => void refusals.push(unreadable(text)),
  };
  const files = visitFiles(file);
  const read = readVisit(files, telling);
  if (!read.success)
    return { file, refusals: read.findings.map(({ detail, path }) => unreadable(detail, path)) };
  const registration = read.data;
  const codes = codesOf(files, registration, records, telling);
  if (!codes) return { file, refusals };
  const practice = records.areOwn
    ? records.practice
    : withAssumedPractice(records.practice, registration, codes).records;
  const payers = withAssumedPayers(records.payers, registration).records;
  const toScrub = { registration, codes, practice, ...contractsOf(registration, payers) };
  return { file, visit: { encounterId: files.encounterId, toScrub } };
};

/** What cannot be read at all is told of its own visit, and stops no other. */
const readOrRefuse = (file: string, records: Records): Read => {
  try {
    return readToScrub(file, records);
  } catch (error) {
    return { file, refusals: [unreadable(error instanceof Error ? error.message : String(error))] };
  }
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
  const histories = readHistories(options.history);
  const read = paths.map((path) => readOrRefuse(path, records));
  const visits = read.flatMap((one) => ('visit' in one ? [one.visit] : []));
  for (const one of read) {
    const findings =
      'visit' in one
        ? findBrokenEdits(withHistoryOf(one.visit, visits, histories), records.today)
        : one.refusals;
    tell(one.file, findings, options.json === true);
  }
};

/** `scrub`: what the edits have against visits, before a claim is made of them; offline. */
export const scrubCommand = (): Command =>
  new Command('scrub')
    .description('check visits by the edits; exit code 1 when one of them may not be billed as it is')
    .argument('<encounter.json...>', 'registrations of visits, or their folders')
    .option('--codes <file>', 'codes of the visit; else codes.json beside it, or what the engine proposes')
    .option(
      '--history <file>',
      'what was done for their patients on other visits; those that are given together count',
    )
    .option('--json', 'one line a visit: { file, findings }')
    .option('--practice <file>', 'the practice; without it prices and providers are assumed where missing')
    .option('--payers <file>', 'its contracts')
    .option('--today <date>', 'the day on which the claim would be filed; today if not given')
    .action(scrub);
