import integralSymptoms from '../../../codesets/clinical-terms/integral-symptoms.json' with { type: 'json' };
import { codeBookOn, type DiagnosisEntry } from '../../../codesets/code-book.ts';
import { isWithin } from '../../../codesets/code-notation.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import type { EvidenceSpan } from '../../domain/coding.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { ConditionMention } from './find-conditions.ts';
import type { MeantMention } from './read-meaning.ts';

/** A sign or symptom that is coded in the place of a diagnosis; `item` is the problem that it stands for. */
export type SignInstead = {
  readonly entry: DiagnosisEntry;
  readonly confidence: number;
  readonly evidence: readonly EvidenceSpan[];
  readonly rules: readonly string[];
  readonly item: number;
};

const signConfidence = 0.65;

const belongsTo = (sign: ConditionMention, doubted: ConditionMention): boolean =>
  integralSymptoms.some(
    ({ conditions, symptoms }) => isWithin(doubted.code, conditions) && isWithin(sign.code, symptoms),
  );

/** The problems of the assessment that are only suspected, and of which it says nothing that is sure. */
const onlyDoubted = (
  mentions: readonly ConditionMention[],
  meant: readonly MeantMention[],
): readonly ConditionMention[] => {
  const sure = new Set(meant.map(({ statement }) => statement.item));
  return mentions.filter(
    ({ statement, qualification }) =>
      statement.section === 'assessment' &&
      statement.leads &&
      qualification === 'uncertain' &&
      !sure.has(statement.item),
  );
};

/**
 * Guideline IV.H: in the place of a diagnosis that is only suspected the sign or symptom is coded that brought the
 * patient: the complaint, or what the history tells of the signs of that illness.
 */
export const signsInstead = (
  mentions: readonly ConditionMention[],
  meant: readonly MeantMention[],
  dateOfService: CalendarDate,
): readonly SignInstead[] => {
  const doubted = onlyDoubted(mentions, meant);
  if (doubted.length === 0) return [];
  const { diagnoses } = codeBookOn(dateOfService);
  const signs = meant.filter(({ code }) => diagnoses.entry(code)?.kind === 'symptom');
  const complaints = signs.filter(({ statement }) => statement.section === 'reason');
  const told = signs.filter(
    (sign) => sign.statement.section === 'history' && doubted.some((one) => belongsTo(sign, one)),
  );
  const [item] = doubted.map(({ statement }) => statement.item);
  return (complaints.length > 0 ? complaints : told).flatMap((sign) => {
    const entry = diagnoses.entry(sign.code);
    const rules = ['IV.H: the sign or symptom in the place of what is only suspected'];
    return entry
      ? [
          {
            entry,
            confidence: signConfidence,
            evidence: [spanOf(sign)],
            rules,
            item: item ?? sign.statement.item,
          },
        ]
      : [];
  });
};
