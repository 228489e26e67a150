import { isRadiograph, officeProcedures, officeTests } from '../../../codesets/clinical-terms/procedures.ts';
import { codeBookOn } from '../../../codesets/code-book.ts';
import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { indexTerms, keepMostSpecific, matchTerms, type TermMatch } from '../note/match-terms.ts';
import type { SectionKind } from '../note/read-sections.ts';
import type { Statement } from '../note/read-statements.ts';
import { wasDone } from './was-done.ts';

const index = indexTerms(
  officeProcedures.filter(({ code }) => !isRadiograph(code)).map((code) => [code, code.terms] as const),
);
const rapidTests = new Set(
  officeTests.flatMap(({ code, pointOfCare }) => (code && pointOfCare ? [code] : [])),
);

/** Sections that tell what was done at this visit; history tells what others did. */
const sections: readonly SectionKind[] = ['procedure', 'results', 'exam', 'assessment', 'plan', 'other'];

/** A drug is reported when it was injected, infused or inhaled here; what is swallowed or prescribed is not. */
const givenByNeedle =
  /\b(inject\w*|im|iv|intramuscular\w*|intravenous\w*|subcutaneous\w*|intra-?articular\w*|intralesional\w*|infus\w*|nebuli\w*|shot|push|bolus|insert(ed|ion)|implant\w*)\b/i;
const swallowed =
  /\b(oral(ly)?|by mouth|po|tablets?|capsules?|odt|prescri\w+|daily|twice|every|prn|as needed)\b/i;

/** The list items of a note in which something is injected or infused. */
const itemsWithNeedle = (statements: readonly Statement[]): ReadonlySet<number> =>
  new Set(statements.filter(({ text }) => givenByNeedle.test(text)).map(({ item }) => item));

const drugWasGiven = ({ statement }: TermMatch<ProcedureCode>, needles: ReadonlySet<number>): boolean =>
  !swallowed.test(statement.text) && (statement.section === 'procedure' || needles.has(statement.item));

const result = /\b(positive|negative|nonreactive|reactive|detected|normal|\d+)\b/i;
const notHere =
  /\b(order\w*|send|sent|pending|outside|urgent care|hospital|home|ago|previous\w*|prior|last|declin\w+|will)\b/i;

/** A rapid test with its result is by its nature a test of this visit, unless the note places it elsewhere. */
const isRapidResult = ({ meaning, statement: { section, text } }: TermMatch<ProcedureCode>): boolean =>
  rapidTests.has(meaning.code) && section === 'results' && result.test(text) && !notHere.test(text);

const isDone = (match: TermMatch<ProcedureCode>, needles: ReadonlySet<number>): boolean => {
  const { kind } = match.meaning;
  if (!wasDone(match, kind)) return isRapidResult(match);
  return kind !== 'drug' || drugWasGiven(match, needles);
};

/** The places where the note says that a service was done, a drug given or a supply handed out at the visit. */
export const findPerformed = (
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): readonly TermMatch<ProcedureCode>[] => {
  const { procedures } = codeBookOn(dateOfService);
  const needles = itemsWithNeedle(statements);
  return statements
    .filter(({ section }) => sections.includes(section))
    .flatMap((statement) => keepMostSpecific(matchTerms(statement, index)))
    .filter((match) => isDone(match, needles) && procedures.entry(match.meaning.code) !== undefined);
};
