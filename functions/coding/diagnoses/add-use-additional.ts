import { codeBookOn } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import { medications } from '../../../codesets/code-set.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { spanOf } from '../note/find-phrases.ts';
import { indexTerms, matchTerms } from '../note/match-terms.ts';
import { qualifyMention } from '../note/qualify-mention.ts';
import type { Statement } from '../note/read-statements.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

const medicationIndex = indexTerms(
  medications.flatMap((medication) =>
    medication.longTermUse ? [[medication.longTermUse, [medication.name]] as const] : [],
  ),
);

/** Insulin given at the visit itself is no long-term use (guideline I.C.4.a.3). */
const givenHere = /\b(gave|given|administered|received)\b.*\b(office|clinic|here|today|now)\b/i;

/** Guideline I.C.15.i: no Z79 code beside gestational diabetes. */
const isGestational = (found: readonly DiagnosisCandidate[]): boolean =>
  found.some(({ entry }) => entry.code.startsWith('O24.4'));

/** Guideline I.C.4.a.3: how diabetes type 2 is treated is coded beside it. */
const longTermUse = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const diabetes = found.find(({ entry }) => isWithin(entry.code, ['E08', 'E09', 'E11', 'E13']));
  if (!diabetes || isGestational(found)) return [];
  const uses = statements
    .filter(({ text }) => !stopped.test(text) && !givenHere.test(text))
    .flatMap((statement) => matchTerms(statement, medicationIndex))
    .filter((match) => qualifyMention(match.statement, match) === 'affirmed');
  return [...new Set(uses.map(({ meaning }) => meaning))].sort().flatMap((code) => {
    const entry = codeBookOn(dateOfService).diagnoses.entry(code);
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
  if (!lungs) return [];
  const used = statements
    .flatMap((statement) => matchTerms(statement, tobaccoIndex))
    .find((match) => ['affirmed', 'historical'].includes(qualifyMention(match.statement, match)));
  const entry = used && codeBookOn(dateOfService).diagnoses.entry(used.meaning);
  if (!used || !entry) return [];
  const rules = ['J44/J45: use additional code for tobacco use or its history'];
  return [{ entry, confidence: lungs.confidence, evidence: [spanOf(used)], rules, item: lungs.item }];
};

const anticoagulants =
  /\b(warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa)\b/i;

const stopped =
  /\b(stop\w*|discontinu\w+|allerg\w+|intoleran\w+|used to|previously|formerly|in the past|years ago|held)\b/i;

/** What is only started today is no use that has lasted. */
const begun = new RegExp(`\\b(start|begin|initiat)\\w*( on)? ${anticoagulants.source.slice(2)}`, 'i');

/** Guideline I.C.21.c.3: long-term anticoagulants beside the condition that they are taken for. */
const anticoagulation = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const treated = found.find(({ entry }) =>
    isWithin(entry.code, ['I48', 'I82', 'I26', 'I27.82', 'Z86.71', 'Z95.2']),
  );
  const entry = treated && codeBookOn(dateOfService).diagnoses.entry('Z79.01');
  if (!treated || !entry || statements.some(({ text }) => begun.test(text))) return [];
  for (const statement of statements) {
    const drug = stopped.test(statement.text) ? undefined : anticoagulants.exec(statement.text);
    if (!drug) continue;
    const start = statement.start + drug.index;
    const evidence = [{ start, end: start + drug[0].length, quote: drug[0] }];
    const rules = ['I.C.21.c.3: long-term use of an anticoagulant'];
    return [{ entry, confidence: treated.confidence, evidence, rules, item: treated.item }];
  }
  return [];
};

/** Adds the "use additional code" diagnoses that the note documents, behind those it assesses. */
export const addUseAdditional = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const additional = [
    ...longTermUse(found, statements, dateOfService),
    ...anticoagulation(found, statements, dateOfService),
    ...tobacco(found, statements, dateOfService),
  ];
  return [...found, ...additional.filter((one) => !found.some(({ entry }) => entry.code === one.entry.code))];
};
