import { spawnSync } from 'node:child_process';
import { codeSetsFolder, listArtefacts } from '../codesets/artefact.ts';
import { codeBookOn } from '../codesets/code-book.ts';
import { diagnosisEditionOn } from '../codesets/diagnosis-edition.ts';
import type { Edition } from '../codesets/edition.ts';
import { ptpEditionOn } from '../codesets/ptp-edits.ts';
import { findRecord } from '../codesets/records.ts';

/** What is measured of one set in a process of its own, so that no set pays or gains for another. */
interface Measured {
  readonly name: string;
  readonly loadMs: number;
  readonly memoryMb: number;
  readonly lookUpMicroseconds: number;
}

const lookUps = 200_000;

const megabytes = (): number => process.memoryUsage().rss / 1_000_000;

/** Loads a set, then looks up the same many keys that are there, after a warm-up of the same length. */
const measure = (name: string, load: () => (turn: number) => unknown): Measured => {
  const before = megabytes();
  const start = performance.now();
  const lookUp = load();
  const loadMs = performance.now() - start;
  const memoryMb = megabytes() - before;
  for (let turn = 0; turn < lookUps; turn++) lookUp(turn);
  const warm = performance.now();
  for (let turn = 0; turn < lookUps; turn++) lookUp(turn);
  return { name, loadMs, memoryMb, lookUpMicroseconds: ((performance.now() - warm) * 1000) / lookUps };
};

const dateWithin = ({ validFrom, validTo = validFrom }: Edition): string => validTo;

const measureDiagnoses = (edition: Edition): Measured =>
  measure(`icd10cm ${edition.edition}, all with index and notes`, () => {
    const found = diagnosisEditionOn(dateWithin(edition));
    const codes = found?.set.codes ?? [];
    return (turn) => found?.set.find(codes[turn % codes.length] ?? '');
  });

/** Steps without a common divisor with most lengths, so that the pairs wander over the whole table. */
const [firstStep, secondStep] = [7919, 104_729];

/** What callers ask: a code on a date, with all that the rules must know of it. */
const measureEntries = (edition: Edition): Measured =>
  measure(`code book of icd10cm ${edition.edition}, all that is known of a code on a date`, () => {
    const date = dateWithin(edition);
    const codes = diagnosisEditionOn(date)?.set.codes ?? [];
    return (turn) => codeBookOn(date).diagnoses.entry(codes[(turn * firstStep) % codes.length] ?? '');
  });

/** Among the codes that a practice uses, which come again and again. */
const usedCodes = 2000;

const measureExclusions = (edition: Edition): Measured =>
  measure(`code book of icd10cm ${edition.edition}, whether two codes exclude each other`, () => {
    const date = dateWithin(edition);
    const codes = diagnosisEditionOn(date)?.set.codes ?? [];
    const codeAt = (place: number): string => codes[((place % usedCodes) * firstStep) % codes.length] ?? '';
    return (turn) => codeBookOn(date).diagnoses.exclusion(codeAt(turn), codeAt(turn * secondStep));
  });

const measurePtp = (edition: Edition): Measured =>
  measure(`ncci-ptp ${edition.edition}, ${edition.rows.toLocaleString('en-US')} edits`, () => {
    const date = dateWithin(edition);
    const found = ptpEditionOn(date);
    const codes = found?.set.codes ?? [];
    const codeAt = (place: number): string => codes[place % codes.length] ?? '';
    return (turn) => found?.set.find(codeAt(turn * firstStep), codeAt(turn * secondStep), date);
  });

const measureMue = (edition: Edition): Measured =>
  measure(`mue ${edition.edition}, one look-up in the database`, () => {
    const date = dateWithin(edition);
    return (turn) => findRecord('mue', String(99202 + (turn % 14)), date);
  });

const measures = {
  icd10cm: { set: 'icd10cm', take: measureDiagnoses },
  entries: { set: 'icd10cm', take: measureEntries },
  exclusions: { set: 'icd10cm', take: measureExclusions },
  'ncci-ptp': { set: 'ncci-ptp', take: measurePtp },
  mue: { set: 'mue', take: measureMue },
} as const;

const isMeasured = (name: string): name is keyof typeof measures => name in measures;

const measureInThisProcess = (name: keyof typeof measures): void => {
  const { set, take } = measures[name];
  const artefact = listArtefacts().findLast(({ edition }) => edition.set === set);
  if (artefact) console.log(JSON.stringify(take(artefact.edition)));
};

const measureInOwnProcess = (name: string): Measured[] => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [import.meta.filename, name], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout ? [JSON.parse(stdout)] : [];
};

const run = (): void => {
  const [asked = ''] = process.argv.slice(2);
  if (isMeasured(asked)) {
    measureInThisProcess(asked);
    return;
  }
  const results = Object.keys(measures).flatMap(measureInOwnProcess);
  if (results.length === 0) {
    console.error(`Nothing is installed in ${codeSetsFolder()}: npm run -s cli -- codesets install`);
    process.exitCode = 2;
    return;
  }
  if (asked === '--json') console.log(JSON.stringify(results));
  for (const { name, loadMs, memoryMb, lookUpMicroseconds } of asked === '--json' ? [] : results) {
    console.log(
      `${name}: ${loadMs.toFixed(0)} ms to load, ${memoryMb.toFixed(0)} MB, ${lookUpMicroseconds.toFixed(2)} µs a look-up`,
    );
  }
};

run();
