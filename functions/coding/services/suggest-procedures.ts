import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodeSuggestion } from '../../domain/coding.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { TermMatch } from '../note/match-terms.ts';
import type { Statement } from '../note/read-statements.ts';
import { readableStatements } from '../note/readable-statements.ts';
import { readSidesBySite } from '../note/side-by-site.ts';
import { addAdministration } from './add-administration.ts';
import { findPerformed } from './find-performed.ts';
import { readJointInjection } from './read-joint-injection.ts';
import { readRadiographs } from './read-radiographs.ts';
import { readUnits } from './read-units.ts';
import { readModifiers, type ServiceContext, type Treated } from './service-modifiers.ts';
import type { SuggestedProcedure } from './suggested-procedure.ts';

type Matches = readonly TermMatch<unknown>[];

const doneConfidence = 0.9;
const openConfidence = 0.5;

type Told = {
  readonly rules: readonly string[];
  readonly questions: readonly string[];
  readonly units?: number;
};

const nothingTold: Told = { rules: [], questions: [] };

type Service = { readonly code: ProcedureCode; readonly matches: Matches; readonly told: Told };

const describe = ({ code, matches, told }: Service, context: ServiceContext): SuggestedProcedure => {
  const { modifiers, rules, questions } = readModifiers(code, matches, context);
  const asked = [...questions, ...told.questions];
  const suggestion: CodeSuggestion = {
    system: code.system,
    code: code.code,
    description: code.description,
    confidence: asked.length > 0 ? openConfidence : doneConfidence,
    evidence: matches.slice(0, 4).map(spanOf),
    rules: ['done at this visit, not merely ordered', ...rules, ...told.rules],
    modifiers: [...modifiers],
    units: told.units ?? 1,
  };
  return { suggestion, questions: asked };
};

const readDose = (code: ProcedureCode, matches: readonly TermMatch<ProcedureCode>[]): Told => {
  if (!code.dose) return nothingTold;
  const units = readUnits(matches, code.dose);
  return units === undefined
    ? { rules: [], questions: [`Which dose was given for ${code.code} (${code.description})?`] }
    : { rules: [`${units} units of ${code.dose.amount} ${code.dose.unit}`], questions: [], units };
};

const viewsTold = (views: number | undefined, { code }: ProcedureCode): Told =>
  views === undefined
    ? { rules: ['views not counted: the usual study'], questions: [`How many views were taken for ${code}?`] }
    : { rules: [`${views} views`], questions: [] };

/** Mentions of one service that are weighed; further ones tell nothing new. */
const mostMentions = 20;

const namedServices = (statements: readonly Statement[], dateOfService: CalendarDate): readonly Service[] => {
  const matches = findPerformed(statements, dateOfService);
  return [...new Set(matches.map(({ meaning }) => meaning))].map((code) => {
    const own = matches.filter(({ meaning }) => meaning === code).slice(0, mostMentions);
    return { code, matches: own, told: readDose(code, own) };
  });
};

/** Injections into joints, tendons and bursae: where one is named, a general word means the same one. */
const isInjection = ({ code: { code } }: Service): boolean =>
  /^(2055[0-3]|206\d\d|20526|64\d{3})$/.test(code);

/** Procedures, tests, drugs and supplies that the note says were done or given at the visit itself. */
export const suggestProcedures = (
  note: readonly Statement[],
  diagnoses: readonly Treated[],
  dateOfService: CalendarDate,
): readonly SuggestedProcedure[] => {
  const statements = readableStatements(note);
  const named = namedServices(statements, dateOfService);
  const injection = named.some(isInjection) ? undefined : readJointInjection(statements, dateOfService);
  const films = readRadiographs(statements, dateOfService).map(({ code, views, matches }) => ({
    code,
    matches,
    told: viewsTold(views, code),
  }));
  const sides = readSidesBySite(statements);
  const services = [...named, ...(injection ? [{ ...injection, told: nothingTold }] : []), ...films];
  const described = services.map((service) => describe(service, { statements, sides, diagnoses }));
  return addAdministration(described, dateOfService);
};
