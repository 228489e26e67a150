import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { codeBookOn } from '../codesets/code-book.ts';
import { caseOf, descriptionWords } from '../functions/coding/diagnoses/index-report.ts';
import { dictionaryOn } from '../functions/coding/dictionary/load-dictionary.ts';
import { flatten } from '../functions/coding/flatten-suggestions.ts';
import type { CoderMemory } from '../functions/coding/memory/coder-memory.ts';
import { learnFromCases } from '../functions/coding/memory/learn-from-cases.ts';
import { readStatements } from '../functions/coding/note/read-statements.ts';
import { suggestCodes } from '../functions/coding/suggest-codes.ts';
import type { CodingOptions } from '../functions/coding/suggestions.ts';
import { measureSpeed } from './coding-speed.ts';
import { useOfficialCodeSets } from './official-code-sets.ts';
import { type Note, readNotes, yearsOf } from './read-notes.ts';
import { type Half, halves as halvesOfOurs } from './read-probes.ts';
import {
  dateOfService,
  evaluation,
  linesOf,
  Report,
  readLines,
  SharedVisit,
  sharedHalves,
  type VisitSet,
  visitOf,
  visitSets,
} from './read-shared-sets.ts';
import { reliabilityOfReports, reliabilityOfVisits } from './reliability.ts';

useOfficialCodeSets();

type Judge = {
  readonly scorer: string;
  readonly gold: readonly string[];
  readonly predictions: readonly object[];
  /** Also prints what is wrong, one line each, to stderr. */
  readonly tells?: string;
};

/** Lets the set's own scorer judge; it is no code of ours. */
const score = ({ scorer, gold, predictions, tells }: Judge): unknown => {
  const folder = mkdtempSync(join(tmpdir(), 'coding-'));
  const [goldFile, predictionFile] = [join(folder, 'gold.jsonl'), join(folder, 'predictions.jsonl')];
  writeFileSync(goldFile, gold.join('\n'));
  writeFileSync(predictionFile, predictions.map((one) => JSON.stringify(one)).join('\n'));
  const judge = [join(evaluation, scorer), goldFile, predictionFile];
  const run = spawnSync(process.execPath, judge);
  if (tells) {
    const told = spawnSync(process.execPath, [...judge, tells]);
    const faults = `${told.stderr}${told.stdout}`.split('\n').filter((line) => /^(\{"id"|P\d)/.test(line));
    console.error(faults.join('\n'));
  }
  rmSync(folder, { recursive: true });
  return JSON.parse(run.stdout.toString());
};

const halves = [{ name: 'all', holds: () => true }, ...sharedHalves];

const suggestFor = ({ id, note, ...patient }: SharedVisit) =>
  flatten(id, suggestCodes(note, visitOf(patient)));

const scoreVisits = (set: VisitSet, tellsFaults = false) => {
  const { notes, gold: goldFile, scorer, tells } = visitSets[set];
  const gold = linesOf(goldFile);
  const predictions = readLines(notes, SharedVisit).map(suggestFor);
  return Object.fromEntries(
    halves.map(({ name, holds }) => [
      name,
      score({
        scorer,
        gold: gold.filter((_, at) => holds(at)),
        predictions: predictions.filter((_, at) => holds(at)),
        ...(tellsFaults && name === 'tuning half' && { tells }),
      }),
    ]),
  );
};

const scoreNotes = (notes: readonly Note[], tellsFaults = false) =>
  score({
    scorer: 'outpatient/score.mjs',
    gold: notes.map((note) => JSON.stringify(note)),
    predictions: notes.map((note) => suggestFor({ ...note, age: yearsOf(note) })),
    ...(tellsFaults && { tells: '--by-note' }),
  });

/** Our own invented notes: faults are told of the tuning half only. */
const scoreOurs = (tellsFaults = false) =>
  Object.fromEntries(
    halvesOfOurs.map((half) => [
      `${half} half`,
      scoreNotes(readNotes(half), tellsFaults && half === 'tuning'),
    ]),
  );

const scoreOursBy = (field: string) => {
  if (field !== 'style' && field !== 'specialty') throw new Error(`--by ${field}: style or specialty`);
  const scoresOf = (half: Half) =>
    [...Map.groupBy(readNotes(half), (note) => note[field])].map(([name, notes]) => [
      name,
      scoreNotes(notes),
    ]);
  return Object.fromEntries(halvesOfOurs.map((half) => [`${half} half`, Object.fromEntries(scoresOf(half))]));
};

const readingOf = (text: string) => ({
  dictionary: dictionaryOn(dateOfService),
  statements: readStatements(text),
  dateOfService,
});

const learnReports = (): CoderMemory => {
  const reports = readLines('codiesp/codiesp_train_en.jsonl', Report);
  const cases = reports.map(({ text_en, icd10cm }) => caseOf(readingOf(text_en), icd10cm));
  return learnFromCases(cases, descriptionWords(dictionaryOn(dateOfService)));
};

const scoreReports = (options: CodingOptions): unknown =>
  score({
    scorer: 'codiesp/score.mjs',
    gold: linesOf('codiesp/codiesp_dev_en.jsonl'),
    predictions: readLines('codiesp/codiesp_dev_en.jsonl', Report).map(({ id, text_en }) =>
      flatten(id, suggestCodes(text_en, { dateOfService }, options)),
    ),
  });

/**
 * The shipped counts and this memory are learned from the same training reports: the last two figures show two ways to
 * use one source, and no gain of the one over the other.
 */
const scoreAllReports = () => ({
  'cold, rules only': scoreReports({ reportCounts: 'none' }),
  'cold, with the counts shipped (CodiEsp training reports)': scoreReports({}),
  'with a memory learned from the training reports': scoreReports({
    memory: learnReports(),
    reportCounts: 'none',
  }),
});

const notesOfVisits = (): readonly string[] =>
  readLines('outpatient/dev.notes.jsonl', SharedVisit).map(({ note }) => note);

const measureReliability = () => ({ ...reliabilityOfVisits(), 'codiespDev, cold': reliabilityOfReports() });

const bench = () => ({
  codes: codeBookOn(dateOfService).codesInUse('icd10cm').statement,
  speed: measureSpeed(notesOfVisits, dateOfService),
  outpatient: scoreVisits('outpatient'),
  varied: scoreVisits('varied'),
  probes: scoreVisits('probes'),
  ours: scoreOurs(),
  codiespDev: scoreAllReports(),
  reliability: measureReliability(),
});

const print = (value: unknown, indent = ''): void => {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    if (typeof inner === 'object' && Object.values(inner ?? {}).some((one) => typeof one === 'object')) {
      console.log(`${indent}${name}`);
      print(inner, `${indent}  `);
    } else {
      const shown =
        typeof inner === 'object'
          ? Object.entries(inner ?? {})
              .map(([key, one]) => `${key} ${one}`)
              .join(', ')
          : inner;
      console.log(`${indent}${name}: ${shown}`);
    }
  }
};

const isVisitSet = (name: string): name is VisitSet => name in visitSets;

/** One set with its faults in the tuning half, without speed and reports: seconds instead of a minute. */
const faultsOf = (name: string) => {
  if (name === 'reports') return { codiespDev: scoreAllReports() };
  if (name === 'ours') return { ours: scoreOurs(true) };
  if (!isVisitSet(name))
    throw new Error(
      `--faults ${name}: ours, reports (scores only) or one of ${Object.keys(visitSets).join(', ')}`,
    );
  return { [name]: scoreVisits(name, true) };
};

const { values } = parseArgs({
  options: {
    json: { type: 'boolean' },
    faults: { type: 'string' },
    by: { type: 'string' },
    reliability: { type: 'boolean' },
  },
});
const asked = () => {
  if (values.reliability) return measureReliability();
  if (values.by !== undefined) return scoreOursBy(values.by);
  return values.faults === undefined ? bench() : faultsOf(values.faults);
};
if (!existsSync(evaluation)) {
  console.log('Skipped: the evaluation sets are not beside the project (../shared/eval)');
} else {
  const result = asked();
  if (values.json) console.log(JSON.stringify(result));
  else print(result);
}
