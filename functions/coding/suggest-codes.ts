import { codeBookOn } from '../../codesets/code-book.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { CodeSuggestion, RejectedCode } from '../domain/coding.ts';
import { weakQuestions, weighReport, weighVisit } from './confidence/weigh-suggestions.ts';
import { addUseAdditional } from './diagnoses/add-use-additional.ts';
import { addBesides, applyGuidelines } from './diagnoses/apply-guidelines.ts';
import { askAboutPatient } from './diagnoses/ask-about-patient.ts';
import { chooseFirstListed } from './diagnoses/choose-first-listed.ts';
import { type ConditionMention, findConditions } from './diagnoses/find-conditions.ts';
import { findImmunization } from './diagnoses/find-immunization.ts';
import { type UnknownProblem, unknownProblems } from './diagnoses/find-unknown-problems.ts';
import { indexReport } from './diagnoses/index-report.ts';
import { isJudgedAside, refusedMentions } from './diagnoses/refuse-mentions.ts';
import { countsFor } from './diagnoses/report-counts.ts';
import type { RejectedDiagnosis, Ruling } from './diagnoses/rules/ruling.ts';
import { settleDiagnoses, settleRuling } from './diagnoses/settle-diagnoses.ts';
import { specifyFromElsewhere } from './diagnoses/specify-from-elsewhere.ts';
import { type DiagnosisCandidate, suggestDiagnoses } from './diagnoses/suggest-diagnoses.ts';
import { dictionaryOn } from './dictionary/load-dictionary.ts';
import type { SuggestedEvaluation } from './evaluation/evaluate-visit.ts';
import { suggestEvaluation } from './evaluation/suggest-evaluation.ts';
import { proseOf } from './extract-text.ts';
import { examination, immunization } from './implied-diagnoses.ts';
import type { CoderMemory } from './memory/coder-memory.ts';
import { notOnePatient } from './note/count-patients.ts';
import { readProse } from './note/prose/read-prose.ts';
import { readAge } from './note/read-age.ts';
import { readFrame } from './note/read-frame.ts';
import { settingOf } from './note/read-setting.ts';
import { readStatements, type Statement } from './note/read-statements.ts';
import { readableStatements } from './note/readable-statements.ts';
import type { Visit } from './note/visit.ts';
import { tellMore } from './queries/tell-more.ts';
import { readProcedures } from './services/suggest-procedures.ts';
import type { CodingOptions, CodingSuggestions } from './suggestions.ts';

const suggestionOf = (candidate: DiagnosisCandidate): CodeSuggestion => {
  const { entry, confidence, evidence, rules, term, question } = candidate;
  return {
    system: 'ICD-10-CM',
    code: entry.code,
    description: entry.description,
    edition: entry.edition,
    status: question === undefined ? 'suggested' : 'needs-query',
    confidence,
    evidence: [...evidence],
    rules: [...rules],
    modifiers: [],
    units: 1,
    ...(question !== undefined && { question }),
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
  readonly unknown: readonly UnknownProblem[];
  readonly settled: Ruling;
};

/** A record has room for so many; whoever reads these has to read the whole assessment. */
const mostUnknown = 25;

const askAbout = ({ at, statement }: UnknownProblem): string =>
  `Problem ${at} of the assessment is not known here: “${statement.text.trim()}” Which code applies?`;

const diagnosisQuestions = ({ unknown, settled }: Found): readonly string[] => {
  if (settled.diagnoses.length === 0) {
    return ['The note names no condition that is known here: which diagnosis was assessed?'];
  }
  return [...unknown.slice(0, mostUnknown).map(askAbout), ...settled.questions];
};

const suggestForReport = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
  { memory, reportCounts, sureness }: CodingOptions,
): CodingSuggestions => {
  const reading = { dictionary: dictionaryOn(dateOfService), statements, dateOfService };
  const counts = reportCounts === 'none' ? memory : countsFor(memory);
  const suggestions = weighReport(indexReport(reading, counts), suggestionOf, sureness);
  const questions = weakQuestions(suggestions).map((text) => ({ text }));
  return { suggestions: tellMore(suggestions, reading), questions, rejected: [] };
};

/** A visit's note as it is read: what is of today, the rest beside it, and the conditions of both. */
type NoteRead = {
  readonly read: readonly Statement[];
  readonly statements: readonly Statement[];
  /** The same as services are read from. */
  readonly doable: readonly Statement[];
  readonly mentions: readonly ConditionMention[];
  readonly aside: readonly ConditionMention[];
};

/** Only what a heading calls history is kept from having been done: a story tells its services wherever they come. */
const asDoable = (statements: readonly Statement[], written: readonly Statement[]): readonly Statement[] => {
  const open = new Map(written.flatMap((one) => (one.section === 'other' ? [[one.start, one]] : [])));
  const ofDoing = new Set<Statement['section']>(['procedure', 'results', 'exam']);
  return statements.map((one) => (ofDoing.has(one.section) ? one : (open.get(one.start) ?? one)));
};

const readNote = (written: readonly Statement[], dateOfService: CalendarDate): NoteRead => {
  const read = readProse(written);
  const statements = read.filter(({ aside }) => aside === undefined);
  const dictionary = dictionaryOn(dateOfService);
  return {
    read,
    statements,
    doable: asDoable(statements, written),
    mentions: findConditions(dictionary, statements),
    aside: findConditions(dictionary, read.filter(isJudgedAside)),
  };
};

/** The age that the registration or the note tells. */
const agedBy = (visit: Visit, { statements }: NoteRead): Pick<Visit, 'ageInYears'> => {
  const ageInYears = visit.ageInYears ?? readAge(statements);
  return ageInYears === undefined ? {} : { ageInYears };
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
    ...specifyFromElsewhere(suggestDiagnoses(mentions, dateOfService, memory), mentions, dateOfService),
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
  readonly decision: SuggestedEvaluation['decision'];
};

/** What was done, and the visit that is weighed beside it, in the order of a claim. */
const serve = (
  note: string,
  { read, doable }: NoteRead,
  { settled, addressed }: Diagnosed,
  visit: Visit,
): Served => {
  const weighed = read.filter(({ aside }) => aside === undefined || aside === 'instructions');
  const frame = readFrame(note, readableStatements(weighed));
  const about = { ...visit, titles: frame.titles };
  const { procedures, ...others } = readProcedures(doable, settled.diagnoses, about);
  const done = procedures.map(({ suggestion }) => suggestion);
  const evaluation = suggestEvaluation({ frame, statements: weighed, addressed, done }, visit);
  const { dateOfService } = visit;
  return {
    services: [...evaluation.suggestions, ...done].sort(
      (a, b) => placeInOrder(a, dateOfService) - placeInOrder(b, dateOfService),
    ),
    immunized: immunization(done, dateOfService).map(suggestionOf),
    questions: [
      ...procedures.flatMap((procedure) => procedure.questions),
      ...others.questions,
      ...evaluation.questions,
    ],
    rejected: [...(evaluation.rejected ?? []), ...others.rejected],
    decision: evaluation.decision,
  };
};

/**
 * Suggests the codes that a visit note supports, each with the words that support it and the rules applied,
 * and asks about what the note leaves open. Pure and deterministic: the same note gives the same codes.
 * It knows the installed edition of the date of service, or the starter set; what it does not recognise it
 * leaves to a coder. A note in markup is read as its reader sees it, and evidence counts in that text.
 */
export const suggestCodes = (
  written: string,
  visit: Visit,
  options: CodingOptions = {},
): CodingSuggestions => {
  const { memory } = options;
  const note = proseOf(written);
  const { dateOfService } = visit;
  const misplaced = notOnePatient(note);
  if (misplaced) return { suggestions: [], questions: [{ text: misplaced }], rejected: [] };
  const statements = readStatements(note);
  if (
    (options.setting ?? settingOf(statements, { isRegistered: visit.patientType !== undefined })) === 'report'
  ) {
    return suggestForReport(statements, dateOfService, options);
  }
  const read = readNote(statements, dateOfService);
  const diagnosed = diagnose(read, visit, memory);
  const { settled } = diagnosed;
  const served = serve(note, read, diagnosed, visit);
  const immunized = served.immunized.filter(
    ({ code }) => !settled.diagnoses.some(({ entry }) => entry.code === code),
  );
  const refused = refusedMentions([...read.mentions, ...read.aside], dateOfService);
  const drafted = [
    ...examination(served.services, settled.diagnoses, { ...visit, ...agedBy(visit, read) }).map(
      suggestionOf,
    ),
    ...settled.diagnoses.map(suggestionOf),
    ...immunized,
    ...served.services,
  ];
  const coded = settled.diagnoses.flatMap(({ evidence }) => evidence);
  const unknown = unknownProblems(read.statements, read.mentions, coded);
  const toWeigh = {
    ...read,
    dateOfService,
    diagnoses: settled.diagnoses,
    decision: served.decision,
    memory,
    unknownProblems: unknown.length,
  };
  const suggestions = weighVisit(drafted, toWeigh, options.sureness);
  const asked = [
    ...diagnosisQuestions({ unknown, settled }),
    ...weakQuestions(suggestions),
    ...served.questions,
  ];
  return {
    suggestions: tellMore(suggestions, { ...toWeigh, statements: read.read }),
    questions: [...new Set(asked)].map((text) => ({ text })),
    rejected: [...[...settled.rejected, ...refused].map(rejectedOf), ...served.rejected],
  };
};
