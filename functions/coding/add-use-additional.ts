import { findDiagnosis, isWithin, medications } from '../../codesets/code-set.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import { indexTerms, matchTerms } from './match-terms.ts';
import { qualifyMention } from './qualify-mention.ts';
import type { Statement } from './read-statements.ts';
import { type DiagnosisCandidate, spanOf } from './suggest-diagnoses.ts';

const medicationIndex = indexTerms(
  medications.flatMap((medication) =>
    medication.longTermUse ? [[medication.longTermUse, [medication.name]] as const] : [],
  ),
);

/** Guideline I.C.4.a.3: how diabetes type 2 is treated is coded beside it. */
const longTermUse = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const diabetes = found.find(({ entry }) => entry.code.startsWith('E11.'));
  if (!diabetes) return [];
  const uses = statements
    .filter(({ text }) => !/\b(stop|discontinue|stopped|discontinued|allerg\w+|intoleran\w+)\b/i.test(text))
    .flatMap((statement) => matchTerms(statement, medicationIndex))
    .filter((match) => qualifyMention(match.statement, match) === 'affirmed');
  return [...new Set(uses.map(({ meaning }) => meaning))].flatMap((code) => {
    const entry = findDiagnosis(code, dateOfService);
    if (!entry) return [];
    const evidence = uses
      .filter(({ meaning }) => meaning === code)
      .slice(0, 2)
      .map(spanOf);
    const rules = ['I.C.4.a.3: use additional code for the treatment of diabetes'];
    return [{ entry, confidence: diabetes.confidence, evidence, rules, item: diabetes.item }];
  });
};

const tobaccoIndex = indexTerms([
  [
    'Z87.891',
    ['former smoker', 'ex smoker', 'quit smoking', 'former tobacco use', 'former cigarette smoker'],
  ],
  [
    'F17.210',
    ['current smoker', 'active smoker', 'smokes cigarettes', 'cigarette smoker', 'current cigarette smoker'],
  ],
] as const);

/** J44 and J45 say "use additional code" for tobacco; the social history documents it. */
const tobacco = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const lungs = found.find(({ entry }) => isWithin(entry.code, ['J44', 'J45']));
  const used = statements
    .flatMap((statement) => matchTerms(statement, tobaccoIndex))
    .find((match) => ['affirmed', 'historical'].includes(qualifyMention(match.statement, match)));
  const entry = used && findDiagnosis(used.meaning, dateOfService);
  if (!lungs || !used || !entry) return [];
  const rules = ['J44/J45: use additional code for tobacco use or its history'];
  return [{ entry, confidence: lungs.confidence, evidence: [spanOf(used)], rules, item: lungs.item }];
};

/** Adds the "use additional code" diagnoses that the note documents, behind those it assesses. */
export const addUseAdditional = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const additional = [
    ...longTermUse(found, statements, dateOfService),
    ...tobacco(found, statements, dateOfService),
  ];
  return [...found, ...additional.filter((one) => !found.some(({ entry }) => entry.code === one.entry.code))];
};
