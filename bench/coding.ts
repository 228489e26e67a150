import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { codeBookOn } from '../codesets/code-book.ts';
import { caseOf, descriptionWords } from '../functions/coding/diagnoses/index-report.ts';
import { dictionaryOn } from '../functions/coding/dictionary/load-dictionary.ts';
import { flatten } from '../functions/coding/flatten-suggestions.ts';
import type { CoderMemory } from '../functions/coding/memory/coder-memory.ts';
import { learnFromCases } from '../functions/coding/memory/learn-from-cases.ts';
import { readStatements } from '../functions/coding/note/read-statements.ts';
import { suggestCodes } from '../functions/coding/suggest-codes.ts';
import { measureSpeed } from './coding-speed.ts';
import { useOfficialCodeSets } from './official-code-sets.ts';

useOfficialCodeSets();

/** The date of service that the gold sets were coded for. */
const dateOfService = '2026-03-02';
const evaluation = join(import.meta.dirname, '..', '..', 'shared', 'eval');

const Visit = z.object({ id: z.string(), note: z.string(), age: z.string().optional() });
const Report = z.object({ id: z.string(), text_en: z.string(), icd10cm: z.array(z.string()) });

const linesOf = (path: string): readonly string[] =>
  readFileSync(join(evaluation, path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

const readLines = <T>(path: string, schema: z.ZodType<T>): readonly T[] =>
  linesOf(path).map((line) => schema.parse(JSON.parse(line)));

type Judge = {
  readonly scorer: string;
  readonly gold: readonly string[];
  readonly predictions: readonly object[];
};

/** Lets the set's own scorer judge; it is no code of ours. */
const score = ({ scorer, gold, predictions }: Judge): unknown => {
  const folder = mkdtempSync(join(tmpdir(), 'coding-'));
  const [goldFile, predictionFile] = [join(folder, 'gold.jsonl'), join(folder, 'predictions.jsonl')];
  writeFileSync(goldFile, gold.join('\n'));
  writeFileSync(predictionFile, predictions.map((one) => JSON.stringify(one)).join('\n'));
  const run = spawnSync(process.execPath, [join(evaluation, scorer), goldFile, predictionFile]);
  rmSync(folder, { recursive: true });
  return JSON.parse(run.stdout.toString());
};

/** Rules were tuned on the even lines of the outpatient set only; the odd ones show what they are worth elsewhere. */
const halves = [
  { name: 'all', holds: () => true },
  { name: 'tuning half', holds: (at: number) => at % 2 === 0 },
  { name: 'untouched half', holds: (at: number) => at % 2 === 1 },
];

const ageOf = (age: string | undefined) => {
  const years = Number.parseInt(age ?? '', 10);
  return Number.isNaN(years) ? {} : { ageInYears: years };
};

const scoreVisits = () => {
  const gold = linesOf('outpatient/dev.gold.jsonl');
  const predictions = readLines('outpatient/dev.notes.jsonl', Visit).map(({ id, note, age }) =>
    flatten(id, suggestCodes(note, { dateOfService, ...ageOf(age) })),
  );
  return Object.fromEntries(
    halves.map(({ name, holds }) => [
      name,
      score({
        scorer: 'outpatient/score.mjs',
        gold: gold.filter((_, at) => holds(at)),
        predictions: predictions.filter((_, at) => holds(at)),
      }),
    ]),
  );
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

const scoreReports = (memory?: CoderMemory): unknown =>
  score({
    scorer: 'codiesp/score.mjs',
    gold: linesOf('codiesp/codiesp_dev_en.jsonl'),
    predictions: readLines('codiesp/codiesp_dev_en.jsonl', Report).map(({ id, text_en }) =>
      flatten(id, suggestCodes(text_en, { dateOfService }, { ...(memory && { memory }) })),
    ),
  });

const notesOfVisits = (): readonly string[] =>
  readLines('outpatient/dev.notes.jsonl', Visit).map(({ note }) => note);

const bench = () => ({
  codes: codeBookOn(dateOfService).codesInUse('icd10cm').statement,
  speed: measureSpeed(notesOfVisits, dateOfService),
  outpatient: scoreVisits(),
  codiespDev: { cold: scoreReports(), withMemory: scoreReports(learnReports()) },
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

const { values } = parseArgs({ options: { json: { type: 'boolean' } } });
if (!existsSync(evaluation)) {
  console.log('Skipped: the evaluation sets are not beside the project (../shared/eval)');
} else {
  const result = bench();
  if (values.json) console.log(JSON.stringify(result));
  else print(result);
}
