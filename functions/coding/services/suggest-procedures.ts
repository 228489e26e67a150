import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CodeSuggestion, RejectedCode } from '../../domain/coding.ts';
import { spanOf } from '../note/find-phrases.ts';
import { readAge } from '../note/read-age.ts';
import type { NoteFrame } from '../note/read-frame.ts';
import type { Statement } from '../note/read-statements.ts';
import { readableStatements } from '../note/readable-statements.ts';
import { readSidesBySite } from '../note/side-by-site.ts';
import type { Visit } from '../note/visit.ts';
import { Letters } from '../words/may-say.ts';
import { wordsBetween } from '../words/read-words.ts';
import { findPerformed } from './find-performed.ts';
import { readCounted } from './read-counted.ts';
import { readRadiographs } from './read-radiographs.ts';
import { labelProcedures } from './reading/label-procedures.ts';
import { readPayer } from './reading/read-payer.ts';
import type { CountedService, RefusedService, Said, ServiceReading } from './reading/service-reading.ts';
import { readModifiers, type ServiceContext, type Treated } from './service-modifiers.ts';
import { settleServices } from './settle-services.ts';
import type { SuggestedProcedure } from './suggested-procedure.ts';

const doneConfidence = 0.9;
const openConfidence = 0.5;
/** Below what the one-line form shows: a question to the clinician rather than a code. */
const doubtfulConfidence = 0.4;

/** The services of a visit, with what a rule keeps off the claim and what only the clinician can tell. */
export type ReadProcedures = {
  readonly procedures: readonly SuggestedProcedure[];
  readonly rejected: readonly RejectedCode[];
  readonly questions: readonly string[];
};

type About = Pick<Visit, 'dateOfService' | 'ageInYears'> & { readonly titles?: NoteFrame['titles'] };

const readingOf = (
  note: readonly Statement[],
  diagnoses: readonly Treated[],
  { dateOfService, ageInYears, titles = [] }: About,
): ServiceReading => {
  const statements = labelProcedures(readableStatements(note));
  const text = statements.map((statement) => statement.text).join('\n');
  const age = ageInYears ?? readAge(statements);
  const payer = readPayer(text);
  return {
    statements,
    places: new Map(statements.map((statement, at) => [statement, at])),
    titles: titles.map((title) => title.text).join('\n'),
    text,
    letters: new Letters([text]),
    dateOfService,
    diagnoses: diagnoses.map(({ entry }) => entry.code),
    ...(age !== undefined && { ageInYears: age }),
    ...(payer && { payer }),
  };
};

/** Mentions of one service that are weighed; further ones tell nothing new. */
const mostMentions = 20;

const namedServices = ({ statements, dateOfService }: ServiceReading): readonly CountedService[] => {
  const matches = findPerformed(statements, dateOfService);
  return [...new Set(matches.map(({ meaning }) => meaning))].map(({ code }) => {
    const said = matches.filter(({ meaning }) => meaning.code === code).slice(0, mostMentions);
    return { code, units: 1, said, rules: ['named as done'] };
  });
};

const filmServices = ({ statements, dateOfService }: ServiceReading): readonly CountedService[] =>
  readRadiographs(statements, dateOfService).map(({ code: { code }, views, matches }) => ({
    code,
    units: 1,
    said: matches,
    rules: [views === undefined ? 'views not counted: the usual study' : `${views} views`],
    ...(views === undefined && { questions: [`How many views were taken for ${code}?`] }),
  }));

const sideModifiers = new Set(['RT', 'LT', '50', 'JW']);
const isSideTold = ({ modifiers = [] }: CountedService): boolean =>
  modifiers.some((modifier) => sideModifiers.has(modifier) || /^(F[A1-9]|T[A1-9])$/.test(modifier));

const matchOf = (said: Said) => ({
  ...said,
  meaning: undefined,
  words: wordsBetween(said.statement.words, said.start, said.end),
});

const confidenceOf = (service: CountedService, asked: readonly string[]): number => {
  if (service.doubtful) return doubtfulConfidence;
  return asked.length > 0 ? openConfidence : doneConfidence;
};

const mostEvidence = 4;

const describe = (
  service: CountedService,
  reading: ServiceReading,
  context: ServiceContext,
): readonly SuggestedProcedure[] => {
  const code = codeBookOn(reading.dateOfService).procedures.entry(service.code);
  if (!code) return [];
  const sided = isSideTold(service)
    ? { modifiers: [], rules: [], questions: [] }
    : readModifiers(code, service.said.map(matchOf), context);
  const asked = [...sided.questions, ...(service.questions ?? [])];
  const suggestion: CodeSuggestion = {
    system: code.system,
    code: code.code,
    description: code.description,
    confidence: confidenceOf(service, asked),
    evidence: service.said.slice(0, mostEvidence).map(spanOf),
    rules: ['done at this visit, not merely ordered', ...sided.rules, ...service.rules],
    modifiers: [...sided.modifiers, ...(service.modifiers ?? [])],
    units: service.units,
  };
  return [{ suggestion, questions: asked }];
};

const rejectedOf =
  ({ dateOfService }: ServiceReading) =>
  ({ code, said, rule }: RefusedService): RejectedCode => ({
    code,
    description: codeBookOn(dateOfService).procedures.find(code).description ?? code,
    evidence: said.slice(0, mostEvidence).map(spanOf),
    rule,
  });

/** Procedures, tests, drugs and supplies that the note says were done or given at the visit itself. */
export const readProcedures = (
  note: readonly Statement[],
  diagnoses: readonly Treated[],
  about: About,
): ReadProcedures => {
  const reading = readingOf(note, diagnoses, about);
  const counted = readCounted(reading);
  const services = [...counted.services, ...namedServices(reading), ...filmServices(reading)];
  const settled = settleServices({ ...counted, services }, reading);
  const sides = readSidesBySite(reading.statements);
  const context = { statements: reading.statements, sides, diagnoses };
  return {
    procedures: settled.services.flatMap((service) => describe(service, reading, context)),
    rejected: (settled.refused ?? []).map(rejectedOf(reading)),
    questions: settled.questions ?? [],
  };
};

/** The services of a visit alone. */
export const suggestProcedures = (
  note: readonly Statement[],
  diagnoses: readonly Treated[],
  about: About,
): readonly SuggestedProcedure[] => readProcedures(note, diagnoses, about).procedures;
