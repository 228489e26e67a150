import { isWithin } from '../../../codesets/code-notation.ts';
import type { ProcedureCode } from '../../../codesets/code-set.ts';
import type { TermMatch } from '../note/match-terms.ts';
import { readSide } from '../note/read-laterality.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Side } from '../note/side.ts';
import { type SidesBySite, sideOfSite } from '../note/side-by-site.ts';
import { readDigit } from './read-digit.ts';

/** What a diagnosis must tell to lend its side to the procedure that treats it. */
export type Treated = {
  readonly entry: { readonly code: string; readonly side?: Side | 'unspecified' | undefined };
};

export type ServiceContext = {
  readonly statements: readonly Statement[];
  readonly sides: SidesBySite;
  readonly diagnoses: readonly Treated[];
};

type Matches = readonly TermMatch<unknown>[];

const modifierOf: Record<Side, string> = { right: 'RT', left: 'LT', bilateral: '50' };

/** The reason and the assessment; in a note without headings, all of it. */
const visitStatements = ({ statements }: ServiceContext): readonly Statement[] => {
  const about = statements.filter(({ section }) => section === 'reason' || section === 'assessment');
  return about.length > 0 ? about : statements.filter(({ section }) => section === 'other');
};

/** The one side that the reason for the visit and its assessment speak of. */
const sideOfVisit = (context: ServiceContext): Side | undefined => {
  const sides = new Set(
    visitStatements(context).flatMap((statement) =>
      statement.words.flatMap((word) => readSide(statement, word) ?? []),
    ),
  );
  return sides.size === 1 ? [...sides][0] : undefined;
};

const sideOf = (code: ProcedureCode, matches: Matches, context: ServiceContext): Side | undefined => {
  const named = matches.map((match) => readSide(match.statement, match)).find((side) => side !== undefined);
  const treated = context.diagnoses.find(({ entry }) => isWithin(entry.code, code.treats))?.entry.side;
  const bySite = sideOfSite(
    context.sides,
    matches.flatMap(({ words }) => words),
  );
  return named ?? bySite ?? (treated === 'unspecified' ? undefined : treated) ?? sideOfVisit(context);
};

export type SidedService = {
  readonly modifiers: readonly string[];
  readonly rules: readonly string[];
  readonly questions: readonly string[];
};

/** RT, LT, 50 or the modifier of a digit, from the side that the note gives; a question where it gives none. */
export const readModifiers = (
  code: ProcedureCode,
  matches: Matches,
  context: ServiceContext,
): SidedService => {
  if (!code.sided) return { modifiers: [], rules: [], questions: [] };
  const side = sideOf(code, matches, context);
  if (!side) {
    const question = `On which side was ${code.code} (${code.description}) done?`;
    return { modifiers: [], rules: [], questions: [question] };
  }
  const telling = [...matches.map(({ statement }) => statement), ...visitStatements(context)];
  const isDigit = /\b(finger|toe|thumb|nail)\b/i.test(code.description);
  const modifier = (isDigit ? readDigit(telling, side) : undefined) ?? modifierOf[side];
  return { modifiers: [modifier], rules: [`modifier ${modifier}: ${side}`], questions: [] };
};
