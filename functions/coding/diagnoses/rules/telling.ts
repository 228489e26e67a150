import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';

/** The rules of what a note without headings only tells of, by which others know it again. */
export const toldOnly = 'told as a condition of today; the note has no heading for its assessment';
export const toldFirmly = 'told alone, as what the patient has, or with its treatment';
export const toldAsProblem = 'a line of its own or an order is about it';

type Told = { readonly rules: readonly string[]; readonly evidence: readonly EvidenceSpan[] };
type Mentioned = { readonly statement: Statement; readonly code: string };

/** "He is told of pain and bleeding": without headings nobody knows what a sign of no place belongs to. */
export const isPlacelessInTelling = ({ statement, code }: Mentioned): boolean =>
  statement.inferred === true && /^(R52|R58|R69|R68\.89)/.test(code);

/**
 * What a line is about stands in the order of the note with what is assessed; behind it what is told as firmly ("he has
 * hypertension, for which he takes losartan"), and last what is told by the way.
 */
export const inTellingOrder = <T extends Told>(found: readonly T[]): readonly T[] => {
  const rankOf = ({ rules }: Told): number => {
    if (!rules.includes(toldOnly) || rules.includes(toldAsProblem)) return 0;
    return rules.includes(toldFirmly) ? 1 : 2;
  };
  if (!found.some(({ rules }) => rules.includes(toldOnly))) return found;
  const placeOf = ({ evidence }: Told): number => evidence[0]?.start ?? 0;
  const ofRank = (rank: number): readonly T[] => found.filter((one) => rankOf(one) === rank);
  const inPlace = (some: readonly T[]): readonly T[] =>
    some.toSorted((one, other) => placeOf(one) - placeOf(other));
  return [...inPlace(ofRank(0)), ...inPlace(ofRank(1)), ...ofRank(2)];
};
