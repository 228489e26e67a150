import { installedCodeLookup } from '../../codesets/code-lookup.ts';
import type { CodeLookup } from '../../functions/edi/engine/set-check.ts';
import { InterchangeReader } from '../../functions/edi/envelope/interchange-reader.ts';
import type { InterchangeReport, SetReport } from '../../functions/edi/envelope/interchange-report.ts';
import type { Finding } from '../../functions/edi/findings.ts';
import { allGuides } from '../../functions/edi/guides.ts';
import { checking } from '../../functions/edi/parse.ts';
import type { Printing } from '../print.ts';
import { feed, nameOf } from './input.ts';
import { Output } from './output.ts';

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** "set 2, segment 34, loop 2110, CLP[1]/SVC03: Charge less … (IK403-I12, level 3)". */
const sentenceOf = ({ code, level, path, detail, place }: Finding): string => {
  const value = place?.value === undefined ? '' : `, value ${JSON.stringify(place.value)}`;
  const rest = place === undefined ? path : path.replace(/^ST\[\d+\]\//, '');
  const where = [
    ...(place === undefined ? [] : [`set ${place.set}`, `segment ${place.position}`]),
    ...(place?.loop === undefined ? [] : [`loop ${place.loop}`]),
    rest,
  ];
  return `${where.join(', ')}: ${detail} (${code}, level ${level ?? 1}${value})`;
};

const inOrder = ({ findings }: SetReport): Finding[] =>
  findings.toSorted((one, other) => (one.place?.position ?? 0) - (other.place?.position ?? 0));

/** What was found in one file, and how much of it there was. */
class Tally {
  interchanges = 0;
  private sets = 0;
  private faultySets = 0;
  private units = 0;
  findings = 0;

  add({ header, findings, groups }: InterchangeReport): Finding[] {
    if (header !== undefined) this.interchanges += 1;
    const sets = groups.flatMap((group) => group.sets);
    this.sets += sets.length;
    this.faultySets += sets.filter((set) => set.findings.length > 0).length;
    this.units += sets.reduce((sum, set) => sum + set.units, 0);
    const all = [
      ...findings,
      ...groups.flatMap((group) => [...group.findings, ...group.sets.flatMap(inOrder)]),
    ];
    this.findings += all.length;
    return all;
  }

  /** "2 findings in 1 of 3 sets; read 1 interchange, 3 sets, 12 claims or answers" */
  summary(): string {
    const where = this.faultySets === 0 ? '' : ` in ${this.faultySets} of ${counted(this.sets, 'set')}`;
    const size = [
      ...(this.interchanges > 0 ? [counted(this.interchanges, 'interchange')] : []),
      ...(this.sets > 0 ? [counted(this.sets, 'set')] : []),
      ...(this.units > 0
        ? [`${this.units} ${this.units === 1 ? 'claim or answer' : 'claims or answers'}`]
        : []),
    ];
    const found = this.findings === 0 ? 'no findings' : `${counted(this.findings, 'finding')}${where}`;
    return `${found}; read ${size.join(', ') || 'nothing'}`;
  }
}

/** Prints the findings of one file, a line each, and a summary for people; true when there are none. */
const checkFile = async (
  file: string,
  lookup: CodeLookup | undefined,
  { json }: Printing,
): Promise<boolean> => {
  const output = new Output();
  const tally = new Tally();
  const name = nameOf(file);
  let number = 0;
  const end = (report: InterchangeReport): void => {
    number += 1;
    const findings = tally.add(report);
    const which = number > 1 ? `interchange ${number}, ` : '';
    for (const finding of findings)
      output.print(
        json
          ? `${JSON.stringify({ file: name, interchange: number, ...finding })}\n`
          : `${name}: ${which}${sentenceOf(finding)}\n`,
      );
  };
  // Units are handed over, to nobody, so that none is kept.
  const handler = { unit: () => {}, end: (_: unknown, report: InterchangeReport) => end(report) };
  await feed(file, new InterchangeReader(allGuides, handler, checking(lookup && { lookup })), output.flush);
  if (!json) output.print(`${name}: ${tally.summary()}\n`);
  await output.flush();
  return tally.findings === 0;
};

const tellAbsent = (absent: ReadonlySet<string>): void => {
  if (absent.size === 0) return;
  const sets = [...absent].sort().join(', ');
  console.error(
    `Not looked up, because no edition is installed: ${sets} (npm run -s cli -- codesets install <set>)`,
  );
};

/** As many codes as anybody reads of one run. */
const toldCodes = 20;

const tellUnknown = (unknown: ReadonlySet<string>): void => {
  if (unknown.size === 0) return;
  const told = [...unknown].sort();
  const more = told.length > toldCodes ? ` and ${told.length - toldCodes} more` : '';
  console.error(
    `Not known here, since the installed edition is older than the date or has none: ${told.slice(0, toldCodes).join(', ')}${more}`,
  );
};

/**
 * Checks files one after the other, with `codes` against the installed code sets too. One that is not X12 does not keep
 * the others from being checked.
 */
export const check = async (
  files: readonly string[],
  { codes, json }: Printing & { codes?: boolean },
): Promise<void> => {
  const installed = codes ? installedCodeLookup() : undefined;
  for (const file of files) {
    try {
      if (!(await checkFile(file, installed?.lookup, { json })) && process.exitCode !== 2)
        process.exitCode = 1;
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 2;
    }
  }
  tellAbsent(installed?.absent ?? new Set());
  tellUnknown(installed?.unknown ?? new Set());
};
