import { codeBookOn } from '../../codesets/code-book.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { CodeSuggestion, RejectedCode } from '../domain/coding.ts';
import { addUseAdditional } from './diagnoses/add-use-additional.ts';
import { addBesides, applyGuidelines } from './diagnoses/apply-guidelines.ts';
import { askAboutPatient } from './diagnoses/ask-about-patient.ts';
import { chooseFirstListed } from './diagnoses/choose-first-listed.ts';
import { type ConditionMention, findConditions } from './diagnoses/find-conditions.ts';
import { findImmunization } from './diagnoses/find-immunization.ts';
import { unknownProblems } from './diagnoses/find-unknown-problems.ts';
import { indexReport } from './diagnoses/index-report.ts';
import { isJudgedAside, refusedMentions } from './diagnoses/refuse-mentions.ts';
import { countsFor } from './diagnoses/report-counts.ts';
import type { RejectedDiagnosis, Ruling } from './diagnoses/rules/ruling.ts';
import { settleDiagnoses, settleRuling } from './diagnoses/settle-diagnoses.ts';
import { type DiagnosisCandidate, suggestDiagnoses } from './diagnoses/suggest-diagnoses.ts';
import { dictionaryOn } from './dictionary/load-dictionary.ts';
import { suggestEvaluation } from './evaluation/suggest-evaluation.ts';
import type { CoderMemory } from './memory/coder-memory.ts';
import { notOnePatient } from './note/count-patients.ts';
import { readAge } from './note/read-age.ts';
import { readFrame } from './note/read-frame.ts';
import { readProse } from './note/read-prose.ts';
import { settingOf } from './note/read-setting.ts';
import { readStatements, type Statement } from './note/read-statements.ts';
import { readableStatements } from './note/readable-statements.ts';
import type { Visit } from './note/visit.ts';
import { readProcedures } from './services/suggest-procedures.ts';
import type { CodingOptions, CodingSuggestions } from './suggestions.ts';

const suggestionOf = (candidate: DiagnosisCandidate): CodeSuggestion => {
  const { entry, confidence, evidence, rules, term } = candidate;
  return {
    system: 'ICD-10-CM',
    code: entry.code,
    description: entry.description,
    edition: entry.edition,
    status: candidate.question === undefined ? 'suggested' : 'needs-query',
    confidence,
    evidence: [...evidence],
    rules: [...rules],
    modifiers: [],
    units: 1,
    ...(term !== undefined && { term }),
  };
};

const rejectedOf = ({ candidate, rule }: RejectedDiagnosis): RejectedCode => {
  const { entry, evidence } = candidate;
  return { code: entry.code, description: entry.description, evidence: [...evidence], rule };
};

/** Claims list the visit first, then what was done, then what was measured. */
const serviceOrder = [
  'evaluation',
  'preventive',
  'procedure',
  'drug',
  'immunization',
  'imaging',
  'monitoring',
  'laboratory',
  'supply',
  'collection',
];

const placeInOrder = (suggestion: CodeSuggestion, dateOfService: CalendarDate): number =>
  serviceOrder.indexOf(codeBookOn(dateOfService).procedures.entry(suggestion.code)?.kind ?? 'collection');

type Found = {
  readonly statements: readonly Statement[];
  readonly mentions: readonly ConditionMention[];
  readonly settled: Ruling;
};

const diagnosisQuestions = ({ statements, mentions, settled }: Found): readonly string[] => {
  if (settled.diagnoses.length === 0) {
    return ['The note names no condition that is known here: which diagnosis was assessed?'];
  }
  const unknown = unknownProblems(statements, mentions).map(
    (at) => `Problem ${at} of the assessment is not known here: which code applies?`,
  );
  return [...unknown, ...settled.questions];
};

const suggestForReport = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
  { memory, reportCounts }: CodingOptions,
): CodingSuggestions => {
  const reading = { dictionary: dictionaryOn(dateOfService), statements, dateOfService };
  const counts = reportCounts === 'none' ? memory : countsFor(memory);
  return { suggestions: indexReport(reading, counts).map(suggestionOf), questions: [], rejected: [] };
};

/** Vaccines and their administration; a nebulizer treatment of the same kind immunizes nobody. */
const ofVaccine = /^(90(4[6-9]|[56]\d|7[0-5])\d|G00(08|09|10))/;

/** Z23 is the diagnosis of every vaccine given (guideline I.C.21.c.2), supported by the same words. */
const immunization = (
  done: readonly CodeSuggestion[],
  dateOfService: CalendarDate,
): readonly CodeSuggestion[] => {
  const { diagnoses } = codeBookOn(dateOfService);
  const given = done.find(({ code }) => ofVaccine.test(code));
  const entry = given && diagnoses.entry('Z23');
  if (!given || !entry) return [];
  const { evidence, confidence } = given;
  const rules = [`I.C.21.c.2: ${given.code} was given`];
  return [suggestionOf({ entry, evidence, confidence, rules, item: 0 })];
};

/** A visit's note as it is read: what is of today, the rest beside it, and the conditions of both. */
type NoteRead = {
  readonly read: readonly Statement[];
  readonly statements: readonly Statement[];
  readonly mentions: readonly ConditionMention[];
  readonly aside: readonly ConditionMention[];
};

const readNote = (written: readonly Statement[], dateOfService: CalendarDate): NoteRead => {
  const read = readProse(written);
  const statements = read.filter(({ aside }) => aside === undefined);
  const dictionary = dictionaryOn(dateOfService);
  return {
    read,
    statements,
    mentions: findConditions(dictionary, statements),
    aside: findConditions(dictionary, read.filter(isJudgedAside)),
  };
};

type Diagnosed = {
  /** What the claim says, in its order. */
  readonly settled: Ruling;
  /** What was addressed, before the claim's order and additions. */
  readonly addressed: readonly DiagnosisCandidate[];
};

/** From what the note names to the diagnoses of the claim: guidelines, order, additions, what excludes what. */
const diagnose = (
  { statements, mentions }: NoteRead,
  visit: Visit,
  memory: CoderMemory | undefined,
): Diagnosed => {
  const { dateOfService } = visit;
  const ageInYears = visit.ageInYears ?? readAge(statements);
  const book = { statements, dateOfService, ageInYears };
  const named = [
    ...suggestDiagnoses(mentions, dateOfService, memory),
    ...findImmunization(statements, dateOfService),
  ];
  const ruled = applyGuidelines(named, book);
  const ordered = chooseFirstListed(ruled.diagnoses, mentions);
  const additional = addUseAdditional(ordered, statements, dateOfService);
  const settled = settleRuling(addBesides({ ...ruled, diagnoses: additional }, book), book);
  return {
    settled: askAboutPatient(settled, { ...visit, ageInYears }),
    addressed: settleDiagnoses(named, book).diagnoses,
  };
};

type Served = {
  readonly services: readonly CodeSuggestion[];
  readonly immunized: readonly CodeSuggestion[];
  readonly questions: readonly string[];
  readonly rejected: readonly RejectedCode[];
};

/** What was done, and the visit that is weighed beside it, in the order of a claim. */
const serve = (
  note: string,
  { read, statements }: NoteRead,
  { settled, addressed }: Diagnosed,
  visit: Visit,
): Served => {
  const weighed = read.filter(({ aside }) => aside === undefined || aside === 'instructions');
  const frame = readFrame(note, readableStatements(weighed));
  const about = { ...visit, titles: frame.titles };
  const { procedures, ...others } = readProcedures(statements, settled.diagnoses, about);
  const done = procedures.map(({ suggestion }) => suggestion);
  const evaluation = suggestEvaluation({ frame, statements: weighed, addressed, done }, visit);
  const { dateOfService } = visit;
  return {
    services: [...evaluation.suggestions, ...done].sort(
      (a, b) => placeInOrder(a, dateOfService) - placeInOrder(b, dateOfService),
    ),
    immunized: immunization(done, dateOfService),
    questions: [
      ...procedures.flatMap((procedure) => procedure.questions),
      ...others.questions,
      ...evaluation.questions,
    ],
    rejected: [...(evaluation.rejected ?? []), ...others.rejected],
  };
};

/**
 * Suggests the codes that a visit note supports, each with the words that support it and the rules applied,
 * and asks about what the note leaves open. Pure and deterministic: the same note gives the same codes.
 * It knows the installed edition of the date of service, or the starter set; what it does not recognise it
 * leaves to a coder.
 */
export const suggestCodes = (note: string, visit: Visit, options: CodingOptions = {}): CodingSuggestions => {
  const { memory } = options;
  const { dateOfService } = visit;
  const misplaced = notOnePatient(note);
  if (misplaced) return { suggestions: [], questions: [{ text: misplaced }], rejected: [] };
  const written = readStatements(note);
  if ((options.setting ?? settingOf(written)) === 'report') {
    return suggestForReport(written, dateOfService, options);
  }
  const read = readNote(written, dateOfService);
  const diagnosed = diagnose(read, visit, memory);
  const { settled } = diagnosed;
  const served = serve(note, read, diagnosed, visit);
  const immunized = served.immunized.filter(
    ({ code }) => !settled.diagnoses.some(({ entry }) => entry.code === code),
  );
  const refused = refusedMentions([...read.mentions, ...read.aside], dateOfService);
  return {
    suggestions: [...settled.diagnoses.map(suggestionOf), ...immunized, ...served.services],
    questions: [...diagnosisQuestions({ ...read, settled }), ...served.questions].map((text) => ({ text })),
    rejected: [...[...settled.rejected, ...refused].map(rejectedOf), ...served.rejected],
  };
};
