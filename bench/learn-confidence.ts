import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { diagnosisSigns, reportSigns } from '../functions/coding/confidence/diagnosis-signs.ts';
import type { GroundKind } from '../functions/coding/confidence/ground.ts';
import { levelSigns, serviceSigns } from '../functions/coding/confidence/service-signs.ts';
import { surenessBy, type Weights } from '../functions/coding/confidence/sureness.ts';
import { caseOf, descriptionWords } from '../functions/coding/diagnoses/index-report.ts';
import { dictionaryOn } from '../functions/coding/dictionary/load-dictionary.ts';
import { learnFromCases } from '../functions/coding/memory/learn-from-cases.ts';
import { readStatements } from '../functions/coding/note/read-statements.ts';
import { suggestCodes } from '../functions/coding/suggest-codes.ts';
import type { CodingOptions } from '../functions/coding/suggestions.ts';
import { type Example, type FitOptions, fitWeights } from './fit-weights.ts';
import { goldNotes, isRight } from './judge-suggestions.ts';
import { useOfficialCodeSets } from './official-code-sets.ts';
import {
  dateOfService,
  evaluation,
  Report,
  readLines,
  type SharedVisit,
  visitOf,
} from './read-shared-sets.ts';

// Makes codesets/clinical-terms/confidence-weights.json from the tuning halves and the CodiEsp training reports; no half
// that measures is read.

/**
 * Rules were mended on the notes of visits, which so flatter them: errors are reckoned twice. Of reports what is learned
 * is weighed on others than it was learned from.
 */
const flattery = { diagnosis: Math.log(2), service: Math.log(2), level: Math.log(2), report: 0 };

type Judge = Parameters<typeof isRight>[1];

/** The suggestions for one text with their grounds, where it is known whether they are right. */
const examplesIn = (
  { note, gold }: { note: string; gold: Judge },
  visit: ReturnType<typeof visitOf>,
  options: CodingOptions = {},
): readonly Example[] => {
  // A ground may be weighed again without some of its signs: the first time it is whole.
  const grounds = new Map<string, Example['ground']>();
  const record: CodingOptions['sureness'] = (ground) => {
    if (!grounds.has(ground.code)) grounds.set(ground.code, ground);
    return 0;
  };
  const { suggestions } = suggestCodes(note, visit, { ...options, sureness: record });
  return suggestions.flatMap((suggestion) => {
    const [ground, right] = [grounds.get(suggestion.code), isRight(suggestion, gold)];
    return ground && right !== undefined ? [{ ground, right }] : [];
  });
};

type GoldVisit = { readonly visit: SharedVisit; readonly gold: Judge };

const examplesOf = (notes: readonly GoldVisit[]): readonly Example[] =>
  notes.flatMap(({ visit, gold }) => examplesIn({ note: visit.note, gold }, visitOf(visit)));

const visitExamples = (): readonly Example[] =>
  examplesOf(Object.values(goldNotes).flatMap((read) => read('tuning')));

/** Of notes without headings there are enough for diagnoses; levels and services are learned from the halves alone. */
const trainingExamples = (): readonly Example[] =>
  examplesOf(goldNotes.ours('training')).filter(({ ground }) => ground.kind === 'diagnosis');

const folds = 5;

const goldOf = ({ icd10cm }: Report): Judge => ({
  dx: icd10cm.map((code) => ({ code: code.toUpperCase(), status: 'required' as const })),
  procedures: [],
});

/** Each report is weighed by what the others taught: of its own counts everything would be right. */
const reportExamples = (): readonly Example[] => {
  const reports = readLines('codiesp/codiesp_train_en.jsonl', Report);
  const dictionary = dictionaryOn(dateOfService);
  const cases = reports.map(({ text_en, icd10cm }) =>
    caseOf({ dictionary, statements: readStatements(text_en), dateOfService }, icd10cm),
  );
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const others = cases.filter((_, at) => at % folds !== fold);
    const memory = learnFromCases(others, descriptionWords(dictionary));
    return reports
      .filter((_, at) => at % folds === fold)
      .flatMap((report) =>
        examplesIn({ note: report.text_en, gold: goldOf(report) }, visitOf({}), {
          memory,
          reportCounts: 'none',
          setting: 'report',
        }),
      );
  });
};

/**
 * What coders of the practice decide counts in full; only of reports there is something to learn it from. A visit has one
 * level and few services: a third of the examples, so that a weight costs more.
 */
const options: Readonly<Record<GroundKind, FitOptions>> = {
  diagnosis: { signs: diagnosisSigns, costOfWeight: 1, kept: 1 },
  report: { signs: reportSigns, costOfWeight: 1 },
  service: { signs: serviceSigns, costOfWeight: 2, kept: 0 },
  level: { signs: levelSigns, costOfWeight: 2, kept: 0 },
};

const learn = (kind: GroundKind, examples: readonly Example[]): Weights => {
  const weights = fitWeights(
    examples.filter(({ ground }) => ground.kind === kind),
    options[kind],
  );
  return { ...weights, base: Number((weights.base - flattery[kind]).toFixed(2)) };
};

/** How many codes stay and how many of them are right, by the line below which a diagnosis is a question. */
const tellLines = (kind: GroundKind, examples: readonly Example[], weights: Weights): void => {
  const sureness = surenessBy({ ...noWeights, [kind]: weights });
  const of = examples.filter(({ ground }) => ground.kind === kind);
  for (const line of [0, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5]) {
    const stay = of.filter(({ ground }) => sureness(ground) >= line);
    console.log(`${kind} from ${line}: ${stay.length}, right ${stay.filter(({ right }) => right).length}`);
  }
};

const none: Weights = { base: 0, signs: {}, kept: 0 };
const noWeights: Readonly<Record<GroundKind, Weights>> = {
  diagnosis: none,
  report: none,
  service: none,
  level: none,
};

if (useOfficialCodeSets() && existsSync(evaluation)) {
  const examples = [...visitExamples(), ...trainingExamples(), ...reportExamples()];
  const weights = {
    diagnosis: learn('diagnosis', examples),
    report: learn('report', examples),
    service: learn('service', examples),
    level: learn('level', examples),
  };
  const path = join(import.meta.dirname, '..', 'codesets', 'clinical-terms', 'confidence-weights.json');
  writeFileSync(path, `${JSON.stringify(weights, null, 2)}\n`);
  tellLines('diagnosis', examples, weights.diagnosis);
  tellLines('report', examples, weights.report);
} else {
  console.log(
    'Skipped: the evaluation sets or the official code sets are not beside the project (../shared)',
  );
}
