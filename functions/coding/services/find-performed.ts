import { isRadiograph, officeProcedures, officeTests } from '../../../codesets/clinical-terms/procedures.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { indexTerms, keepMostSpecific, matchTerms, type TermMatch } from '../note/match-terms.ts';
import type { SectionKind } from '../note/read-sections.ts';
import type { Statement } from '../note/read-statements.ts';
import { isCounted } from './read-counted.ts';
import { isRuledOut, wasDone } from './reading/was-done.ts';

/** Services that a note names; drugs, radiographs and all that is counted have readers of their own. */
const index = indexTerms(
  officeProcedures
    .filter(({ code, kind }) => !isRadiograph(code) && !isCounted(code) && kind !== 'drug')
    .map((code) => [code, code.terms] as const),
);
const rapidTests = new Set([
  ...officeTests.flatMap(({ code, pointOfCare }) => (code && pointOfCare ? [code] : [])),
  ...['81003', '87811', '87428', '87651', '87635', '80305', '59025', '51798', '87220', '87210', '89060'],
]);
/** A dip is read where the urine is; a urinalysis may be the laboratory's. */
const dip = /\b(dip\w*|auto\w*|clinitek)\b/i;

/** Reviews of systems tell of nothing done; of the other sections `wasDone` knows what they are good for. */
const isRead = (section: SectionKind): boolean => section !== 'review';

const result = /\b(positive|negative|pos|neg|nonreactive|reactive|detected|normal|\d+)\b|[+]/i;
const notHere =
  /\b(order\w*|send|sent|pending|outside|urgent care|hospital|home|school|work|pharmacy|ed|er|yesterday|ago|previous\w*|prior|last|declin\w+|will|if)\b/i;

const ofResults: ReadonlySet<SectionKind> = new Set<SectionKind>(['results', 'procedure', 'exam', 'other']);

/** "Rapid strep positive", "dip negative for blood": elsewhere in a note only a result right beside the test counts. */
const hasResultBeside = ({ statement, end }: TermMatch<ProcedureCode>): boolean =>
  statement.section !== 'history' &&
  statement.section !== 'reason' &&
  /^[^,;.]{0,24}?\b(positive|negative|pos|neg|nonreactive|reactive|detected|trace|normal)\b/i.test(
    statement.text.slice(end - statement.start),
  );

/** A rapid test with its result is by its nature a test of this visit, unless the note places it elsewhere. */
const isRapidResult = (match: TermMatch<ProcedureCode>, dateOfService: CalendarDate): boolean => {
  const { section, text } = match.statement;
  const { code } = match.meaning;
  return (
    (rapidTests.has(code) || (code === '81002' && dip.test(text))) &&
    (ofResults.has(section) || (section !== 'background' && hasResultBeside(match))) &&
    result.test(text) &&
    !notHere.test(text) &&
    !isRuledOut(match, dateOfService)
  );
};

/** "Hgb fingerstick 12.1": its name says that the test was made where the patient is. */
const byName = /\b(finger ?stick|poc|poct|hemocue|capillary|point[- ]of[- ]care)\b/i;

const isBedsideResult = (match: TermMatch<ProcedureCode>, dateOfService: CalendarDate): boolean =>
  match.meaning.kind === 'laboratory' &&
  byName.test(match.statement.text) &&
  wasDone(
    { ...match, statement: { ...match.statement, section: 'procedure' } },
    'laboratory',
    dateOfService,
  ) &&
  result.test(match.statement.text.slice(match.end - match.statement.start));

const isDone = (match: TermMatch<ProcedureCode>, dateOfService: CalendarDate): boolean =>
  wasDone(match, match.meaning.kind, dateOfService) ||
  isRapidResult(match, dateOfService) ||
  isBedsideResult(match, dateOfService);

/** Matches of one statement that are weighed; nobody names more services in a sentence. */
const mostMatches = 24;

/** The places where the note says that a service was done or a supply handed out at the visit. */
export const findPerformed = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly TermMatch<ProcedureCode>[] => {
  const { procedures } = codeBookOn(dateOfService);
  return statements
    .filter(({ section }) => isRead(section))
    .flatMap((statement) => keepMostSpecific(matchTerms(statement, index)).slice(0, mostMatches))
    .filter((match) => isDone(match, dateOfService) && procedures.entry(match.meaning.code) !== undefined);
};
