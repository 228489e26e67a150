import { readFileSync, writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { codeBookOn } from '../codesets/code-book.ts';
import { caseOf, descriptionWords } from '../functions/coding/diagnoses/index-report.ts';
import { dictionaryOn } from '../functions/coding/dictionary/load-dictionary.ts';
import { flatten } from '../functions/coding/flatten-suggestions.ts';
import { CoderMemory } from '../functions/coding/memory/coder-memory.ts';
import { type CodedCase, learnFromCases } from '../functions/coding/memory/learn-from-cases.ts';
import { readStatements } from '../functions/coding/note/read-statements.ts';
import { suggestCodes } from '../functions/coding/suggest-codes.ts';
import type { CodingOptions } from '../functions/coding/suggestions.ts';
import type { CalendarDate } from '../functions/domain/calendar.ts';
import { checkJson } from '../functions/domain/check-input.ts';
import { jsonOption, type Printing, print } from './print.ts';
import { readDate } from './read-date.ts';
import { type NoteToCode, readNotes } from './read-notes.ts';
import { renderQueries, renderSuggestions } from './render-suggestions.ts';

interface SuggestOptions {
  readonly jsonl?: true;
  readonly json?: true;
  readonly flat?: true;
  readonly queries?: true;
  readonly date?: string;
  readonly setting?: 'visit' | 'report';
  readonly memory?: string;
}

const readMemory = (path: string): CoderMemory => {
  const parsed = checkJson(CoderMemory, readFileSync(path, 'utf8'));
  if (!parsed.success) throw new Error(`${path} is no memory of coders' decisions; make one with "learn"`);
  return parsed.data;
};

const report = (problem: string): void => {
  console.error(problem);
  process.exitCode = 1;
};

const write = (
  one: Extract<NoteToCode, { note: string }>,
  options: SuggestOptions & { dateOfService: CalendarDate; coding: CodingOptions },
): void => {
  const { id, note, ageInYears, patientType } = one;
  const visit = {
    dateOfService: options.dateOfService,
    ...(ageInYears !== undefined && { ageInYears }),
    ...(patientType && { patientType }),
  };
  const result = suggestCodes(note, visit, options.coding);
  if (options.queries) console.log(renderQueries(id, result));
  else if (options.flat) console.log(JSON.stringify(flatten(id, result)));
  else if (options.jsonl || options.json) console.log(JSON.stringify({ id, ...result }));
  else console.log(renderSuggestions(id, note, result));
};

/** Whoever reads us may stop early: `suggest … | head`. */
const stopWithReader = (): void => {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
};

const suggest = async (files: readonly string[], options: SuggestOptions): Promise<void> => {
  stopWithReader();
  const dateOfService = readDate('--date', options.date);
  const coding = {
    ...(options.setting && { setting: options.setting }),
    ...(options.memory && { memory: readMemory(options.memory) }),
  };
  console.error(codeBookOn(dateOfService).codesInUse('icd10cm').statement);
  for await (const one of readNotes(files, options.jsonl === true)) {
    if ('note' in one) write(one, { ...options, dateOfService, coding });
    else report(one.problem);
  }
};

const learn = async (
  file: string,
  options: Printing & { readonly date?: string; readonly memory: string },
): Promise<void> => {
  const dateOfService = readDate('--date', options.date);
  const dictionary = dictionaryOn(dateOfService);
  const cases: CodedCase[] = [];
  for await (const one of readNotes([file], true)) {
    if ('problem' in one) report(one.problem);
    else {
      cases.push(caseOf({ dictionary, statements: readStatements(one.note), dateOfService }, one.codes));
    }
  }
  const memory = learnFromCases(cases, descriptionWords(dictionary));
  writeFileSync(options.memory, `${JSON.stringify(memory)}\n`);
  const [terms, phrases] = [Object.keys(memory.terms).length, Object.keys(memory.phrases).length];
  print(
    options,
    { notes: cases.length, terms, phrases },
    () => `Learned from ${cases.length} coded notes: ${terms} terms, ${phrases} phrases`,
  );
};

export const suggestCommand = (): Command =>
  new Command('suggest')
    .description('suggest codes for visit notes, each with the words that support it')
    .argument('<files...>', 'text files; "-" for standard input')
    .option(
      '--jsonl',
      'read lines of {"id", "note", "age"?, "gender"?, "patient"?}, write a JSON object a line',
    )
    .option('--json', 'write a JSON object a line, of text files too')
    .option('--flat', 'write {"id", "dx", "em", "procedures", "services"} a line, diagnoses in claim order')
    .option('--queries', 'write the questions to the clinician, as text that is ready to be sent')
    .option('--date <date>', 'date of service, for example 2026-03-02; today if not given')
    .addOption(
      new Option('--setting <setting>', 'how to read the text; by its sections if not given').choices([
        'visit',
        'report',
      ]),
    )
    .option('--memory <file>', 'what coders of the practice decided before, as written by "learn"')
    .action(suggest);

export const learnCommand = (): Command =>
  new Command('learn')
    .description('learn from coded reports: lines of {"id", "note", "codes"}')
    .argument('<file>', 'a JSONL file; "-" for standard input')
    .requiredOption('--memory <file>', 'where to write the memory')
    .option('--date <date>', 'date of service by which codes are valid; today if not given')
    .option(...jsonOption)
    .action(learn);
