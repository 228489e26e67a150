import { codeBookOn } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import { medications } from '../../../codesets/code-set.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { spanOf } from '../note/find-phrases.ts';
import { indexTerms, matchTerms } from '../note/match-terms.ts';
import { qualifyMention } from '../note/qualify-mention.ts';
import { readSide } from '../note/read-laterality.ts';
import type { Statement } from '../note/read-statements.ts';
import type { DiagnosisCandidate } from './suggest-diagnoses.ts';

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
    .filter(({ text }) => !stopped.test(text))
    .flatMap((statement) => matchTerms(statement, medicationIndex))
    .filter((match) => qualifyMention(match.statement, match) === 'affirmed');
  return [...new Set(uses.map(({ meaning }) => meaning))].flatMap((code) => {
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
  const used = statements
    .flatMap((statement) => matchTerms(statement, tobaccoIndex))
    .find((match) => ['affirmed', 'historical'].includes(qualifyMention(match.statement, match)));
  const entry = used && codeBookOn(dateOfService).diagnoses.entry(used.meaning);
  if (!lungs || !used || !entry) return [];
  const rules = ['J44/J45: use additional code for tobacco use or its history'];
  return [{ entry, confidence: lungs.confidence, evidence: [spanOf(used)], rules, item: lungs.item }];
};

const anticoagulants =
  /\b(warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa)\b/i;

const stopped =
  /\b(stop\w*|discontinu\w+|allerg\w+|intoleran\w+|used to|previously|formerly|in the past|years ago|held)\b/i;

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
  if (!treated || !entry) return [];
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

const bodyMass = /\b(?:bmi|body mass index)\b[^.\d]{0,20}(\d{2}(?:\.\d)?)/i;

/** Z68.1 is below 20, Z68.20 to Z68.39 tell each unit, Z68.41 to Z68.45 the ranges above. */
const bodyMassCode = (index: number): string => {
  if (index < 20) return 'Z68.1';
  if (index < 40) return `Z68.${Math.floor(index)}`;
  if (index < 45) return 'Z68.41';
  if (index < 50) return 'Z68.42';
  return index < 60 ? 'Z68.43' : index < 70 ? 'Z68.44' : 'Z68.45';
};

/** Guideline I.B.14: the body mass index is coded beside a diagnosis of weight that the clinician made. */
const bodyMassIndex = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const weight = found.find(({ entry }) => isWithin(entry.code, ['E66', 'R63.6', 'E43', 'E44', 'E46']));
  if (!weight) return [];
  for (const statement of statements) {
    const said = bodyMass.exec(statement.text);
    const entry = said?.[1] && codeBookOn(dateOfService).diagnoses.entry(bodyMassCode(Number(said[1])));
    if (!said || !entry) continue;
    const start = statement.start + said.index;
    const evidence = [{ start, end: start + said[0].length, quote: said[0] }];
    const rules = ['I.B.14: body mass index beside a diagnosis of weight'];
    return [{ entry, confidence: weight.confidence, evidence, rules, item: weight.item }];
  }
  return [];
};

const footUlcer = /\bulcer\w*/i;
const heel = /\b(heel|mid-?foot)\b/i;
const sideDigits = { right: '1', left: '2' } as const;

/** E10.621 and E11.621 say "use additional code to identify site of ulcer (L97.4-, L97.5-)". */
const ulcerSite = (
  found: readonly DiagnosisCandidate[],
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly DiagnosisCandidate[] => {
  const ulcer = found.find(({ entry }) => /^E1[01]\.621$/.test(entry.code));
  if (!ulcer || found.some(({ entry }) => entry.code.startsWith('L97'))) return [];
  const telling = statements.filter(({ text }) => footUlcer.test(text));
  const said = telling.map((statement) =>
    readSide(statement, { start: statement.start, end: statement.start }),
  );
  const side = said.find((one) => one === 'right' || one === 'left');
  const site = telling.some(({ text }) => heel.test(text)) ? '4' : '5';
  const entry = codeBookOn(dateOfService).diagnoses.entry(
    `L97.${site}${side === 'right' || side === 'left' ? sideDigits[side] : '0'}9`,
  );
  if (!entry) return [];
  const rules = ['E11.621: use additional code for the site of the ulcer'];
  return [
    { entry, confidence: Math.min(0.8, ulcer.confidence), evidence: ulcer.evidence, rules, item: ulcer.item },
  ];
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
    ...bodyMassIndex(found, statements, dateOfService),
    ...ulcerSite(found, statements, dateOfService),
    ...tobacco(found, statements, dateOfService),
  ];
  return [...found, ...additional.filter((one) => !found.some(({ entry }) => entry.code === one.entry.code))];
};
