import type { EvidenceSpan } from '../../../domain/coding.ts';
import type { Statement } from '../../note/read-statements.ts';

/** The rules of what a note without headings only tells of, by which others know it again. */
export const toldOnly = 'told as a condition of today; the note has no heading for its assessment';
export const toldFirmly = 'told alone, as what the patient has, or with its treatment';

type Told = { readonly rules: readonly string[]; readonly evidence: readonly EvidenceSpan[] };
type Mentioned = { readonly statement: Statement; readonly code: string };

/** "He is told of pain and bleeding": without headings nobody knows what a sign of no place belongs to. */
export const isPlacelessInTelling = ({ statement, code }: Mentioned): boolean =>
  statement.inferred === true && /^(R52|R58|R69|R68\.89)/.test(code);

/** What is told as firmly as what is assessed stands in the order of the note, the rest behind. */
export const inTellingOrder = <T extends Told>(found: readonly T[]): readonly T[] => {
  const isBeside = ({ rules }: Told): boolean => rules.includes(toldOnly) && !rules.includes(toldFirmly);
  if (!found.some(({ rules }) => rules.includes(toldOnly))) return found;
  const placeOf = ({ evidence }: Told): number => evidence[0]?.start ?? 0;
  const firm = found.filter((one) => !isBeside(one)).toSorted((one, other) => placeOf(one) - placeOf(other));
  return [...firm, ...found.filter(isBeside)];
};
