import { isInForce, isWithin, type ProcedureCode, procedureCodes } from '../../codesets/code-set.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { CodeSuggestion } from '../domain/coding.ts';
import { indexTerms, keepMostSpecific, matchTerms, type TermMatch } from './match-terms.ts';
import { qualifyMention } from './qualify-mention.ts';
import { readSide, readSideElsewhere, type Side } from './read-laterality.ts';
import type { SectionKind } from './read-sections.ts';
import type { Statement } from './read-statements.ts';
import { readUnits } from './read-units.ts';
import { type DiagnosisCandidate, spanOf } from './suggest-diagnoses.ts';

const index = indexTerms(procedureCodes.map((code) => [code, code.terms] as const));

/** Sections that tell what was done at this visit; history tells what others did. */
const sections: readonly SectionKind[] = ['procedure', 'results', 'exam', 'assessment', 'plan', 'other'];

const performed =
  /\b(performed|done|obtained|administered|given|injected|instilled|aspirated|completed|applied|dispensed|fitted|repaired|removed|drained|acquired|taken (here|in)|in[- ]?office|in[- ]house|in (the )?clinic|point[- ]of[- ]care|poc)\b/i;
const today = /\b(today|this visit|at this visit)\b/i;
const elsewhere =
  /\b(will|schedul\w+|pending|send|sent (out|to)|outside|elsewhere|urgent care|hospital|last (visit|month|week|year)|prior|previous\w*|next|defer\w*|declin\w+|awaiting|recommend\w*|consider\w*|plan(ned)? (for|to)|not (done|performed|needed|indicated|obtained)|after (prior )?authorization)\b/i;
const ordered = /\b(order\w*|refer\w*|request\w*|obtain)\b/i;

/** The part of the statement between commas in which a mention stands: what is ordered is said there. */
const clauseAround = ({ statement, start, end }: TermMatch<ProcedureCode>): string => {
  const from = statement.text.slice(0, start - statement.start).search(/[,:][^,:]*$/);
  const rest = statement.text.slice(end - statement.start);
  const to = rest.search(/[,:]/);
  return statement.text.slice(from + 1, end - statement.start) + (to < 0 ? rest : rest.slice(0, to));
};

/** Only what was done here and today is billed; an order, a referral or another place's work is not. */
const wasDone = (match: TermMatch<ProcedureCode>): boolean => {
  const { statement } = match;
  const clause = clauseAround(match);
  if (qualifyMention(statement, match) !== 'affirmed' || elsewhere.test(clause)) return false;
  if (performed.test(statement.text)) return true;
  return !ordered.test(clause) && (statement.section === 'procedure' || today.test(statement.text));
};

const doneMatches = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly TermMatch<ProcedureCode>[] =>
  statements
    .filter(({ section }) => sections.includes(section))
    .flatMap((statement) => keepMostSpecific(matchTerms(statement, index)))
    .filter((match) => isInForce(match.meaning, dateOfService) && wasDone(match));

const modifierOf: Record<Side, string> = { right: 'RT', left: 'LT', bilateral: '50' };

const sideOf = (
  code: ProcedureCode,
  matches: readonly TermMatch<ProcedureCode>[],
  context: { statements: readonly Statement[]; diagnoses: readonly DiagnosisCandidate[] },
): Side | undefined => {
  const named = matches.map((match) => readSide(match.statement, match)).find((side) => side !== undefined);
  const treated = context.diagnoses.find(({ entry }) => isWithin(entry.code, code.treats))?.entry.side;
  const bySite = readSideElsewhere(
    context.statements,
    matches.flatMap(({ words }) => words),
  );
  return named ?? bySite ?? (treated === 'unspecified' ? undefined : treated);
};

export type SuggestedProcedure = {
  readonly suggestion: CodeSuggestion;
  readonly questions: readonly string[];
};

const doneConfidence = 0.9;
const openConfidence = 0.5;

const suggest = (
  code: ProcedureCode,
  matches: readonly TermMatch<ProcedureCode>[],
  context: { statements: readonly Statement[]; diagnoses: readonly DiagnosisCandidate[] },
): SuggestedProcedure => {
  const side = code.sided ? sideOf(code, matches, context) : undefined;
  const dosed = code.dose && readUnits(matches, code.dose);
  const questions = [
    ...(code.sided && !side ? [`On which side was ${code.code} (${code.description}) done?`] : []),
    ...(code.dose && dosed === undefined
      ? [`Which dose was given for ${code.code} (${code.description})?`]
      : []),
  ];
  const rules = [
    'done at this visit, not merely ordered',
    ...(side ? [`modifier ${modifierOf[side]}: ${side}`] : []),
    ...(dosed === undefined ? [] : [`${dosed} units of ${code.dose?.amount} ${code.dose?.unit}`]),
  ];
  const suggestion: CodeSuggestion = {
    system: code.system,
    code: code.code,
    description: code.description,
    confidence: questions.length > 0 ? openConfidence : doneConfidence,
    evidence: matches.slice(0, 4).map(spanOf),
    rules,
    modifiers: side ? [modifierOf[side]] : [],
    units: dosed ?? 1,
  };
  return { suggestion, questions };
};

/** Procedures, tests, drugs and supplies that the note says were done or given at the visit itself. */
export const suggestProcedures = (
  statements: readonly Statement[],
  diagnoses: readonly DiagnosisCandidate[],
  dateOfService: CalendarDate,
): readonly SuggestedProcedure[] => {
  const matches = doneMatches(statements, dateOfService);
  return [...new Set(matches.map(({ meaning }) => meaning))].map((code) =>
    suggest(
      code,
      matches.filter(({ meaning }) => meaning === code),
      { statements, diagnoses },
    ),
  );
};
