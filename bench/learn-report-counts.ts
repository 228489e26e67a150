import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { caseOf, descriptionWords } from '../functions/coding/diagnoses/index-report.ts';
import { dictionaryOn } from '../functions/coding/dictionary/load-dictionary.ts';
import type { CoderMemory } from '../functions/coding/memory/coder-memory.ts';
import { learnFromCases } from '../functions/coding/memory/learn-from-cases.ts';
import { readStatements } from '../functions/coding/note/read-statements.ts';
import { useOfficialCodeSets } from './official-code-sets.ts';

// Makes codesets/clinical-terms/report-counts.json from the CodiEsp training reports; the development reports are not read.

const dateOfService = '2026-03-02';
const root = join(import.meta.dirname, '..');
const reports = join(root, '..', 'shared', 'eval', 'codiesp', 'codiesp_train_en.jsonl');
type Counts = CoderMemory['terms'];

/** One decision moves no share across the line below which nothing is suggested, and might tell of one report. */
const leastDecisions = 2;

const oftenDecided = (counts: Counts): Counts =>
  Object.fromEntries(
    Object.entries(counts)
      .map(([term, codes]): [string, Counts[string]] => [
        term,
        Object.fromEntries(
          Object.entries(codes).filter(([, { accepted, rejected }]) => accepted + rejected >= leastDecisions),
        ),
      ])
      .filter(([, codes]) => Object.keys(codes).length > 0)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

const learn = (): CoderMemory => {
  const dictionary = dictionaryOn(dateOfService);
  const cases = readFileSync(reports, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { text_en, icd10cm }: { text_en: string; icd10cm: string[] } = JSON.parse(line);
      return caseOf({ dictionary, statements: readStatements(text_en), dateOfService }, icd10cm);
    });
  const learned = learnFromCases(cases, descriptionWords(dictionary));
  return { ...learned, terms: oftenDecided(learned.terms), phrases: oftenDecided(learned.phrases) };
};

if (useOfficialCodeSets() && existsSync(reports)) {
  const counts = learn();
  const path = join(root, 'codesets', 'clinical-terms', 'report-counts.json');
  writeFileSync(path, `${JSON.stringify(counts, null, 2)}\n`);
  console.log(`${Object.keys(counts.terms).length} terms, ${Object.keys(counts.phrases).length} phrases`);
} else {
  console.log(
    'Skipped: the training reports or the official code sets are not beside the project (../shared)',
  );
}
