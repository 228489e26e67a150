import { type DiagnosisCode, isInForce } from '../../codesets/code-set.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { TermMatch } from './match-terms.ts';
import { readSide, readSideElsewhere } from './read-laterality.ts';
import type { Statement } from './read-statements.ts';

/** One condition as clinicians name it, with the codes that differ only by side or episode of care. */
export type Condition = { readonly codes: readonly DiagnosisCode[] };

export type ConditionMatch = TermMatch<Condition>;

const borrowedSideConfidence = 0.88;
const unspecifiedSideConfidence = 0.5;

/** Guideline I.C.19.a: D once active treatment is over, S for what remains later, else A. */
const episodeOf = (match: ConditionMatch, statements: readonly Statement[]): DiagnosisCode['episode'] => {
  const about = statements.filter(({ section }) => section === 'reason').map(({ text }) => text);
  const words = [match.statement.text, ...about].join(' ');
  if (/\b(sequelae?|late effects?)\b/i.test(words)) return 'sequela';
  return /\b(follow[- ]?up|re-?check|subsequent|healing|aftercare)\b/i.test(words) ? 'subsequent' : 'initial';
};

/** `ceiling` bounds the confidence in the code; `question` asks for what the note leaves open. */
export type Choice = {
  readonly entry: DiagnosisCode;
  readonly ceiling: number;
  readonly rules: readonly string[];
  readonly question?: string;
};

const chooseSide = (
  codes: readonly DiagnosisCode[],
  match: ConditionMatch,
  statements: readonly Statement[],
): Choice | undefined => {
  const only = codes[0];
  if (!only || codes.every((code) => code.side === undefined))
    return only && { entry: only, ceiling: 1, rules: [] };
  const here = readSide(match.statement, match);
  const side = here ?? readSideElsewhere(statements, match.words);
  const sided = codes.find((code) => code.side === side);
  if (side && sided) {
    const rules = [`laterality: ${side}${here ? '' : ', from elsewhere in the note'}`];
    return { entry: sided, ceiling: here ? 1 : borrowedSideConfidence, rules };
  }
  const unspecified = codes.find((code) => code.side === 'unspecified') ?? only;
  return {
    entry: unspecified,
    ceiling: unspecifiedSideConfidence,
    rules: ['laterality: not documented (guideline I.B.13)'],
    question: `Which side is affected (${unspecified.description})?`,
  };
};

/** The code of a condition by episode of care and side; undefined when none is in force on the date of service. */
export const chooseCode = (
  match: ConditionMatch,
  statements: readonly Statement[],
  dateOfService: CalendarDate,
): Choice | undefined => {
  const inForce = match.meaning.codes.filter((code) => isInForce(code, dateOfService));
  const episode = episodeOf(match, statements);
  const ofEpisode = inForce.filter((code) => code.episode === undefined || code.episode === episode);
  return chooseSide(ofEpisode.length > 0 ? ofEpisode : inForce, match, statements);
};
