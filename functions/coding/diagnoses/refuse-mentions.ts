import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { ConditionMention } from './find-conditions.ts';
import type { RejectedDiagnosis } from './rules/ruling.ts';
import { isInPlan } from './suggest-diagnoses.ts';

const rulesAgainst: Partial<Record<ConditionMention['qualification'], string>> = {
  uncertain: 'IV.H: uncertain diagnoses are not coded for outpatients',
  negated: 'negated by the note',
  family: 'of the family, not of the patient',
  historical: 'IV.J: of the past, not treated now',
};

/** The conditions that the assessment names without affirming them, each with the rule that keeps it off the claim. */
export const refusedMentions = (
  mentions: readonly ConditionMention[],
  dateOfService: CalendarDate,
): readonly RejectedDiagnosis[] =>
  [
    ...new Map(mentions.filter(isInPlan).map((one) => [`${one.code} ${one.qualification}`, one])).values(),
  ].flatMap((mention) => {
    const rule = rulesAgainst[mention.qualification];
    const entry = codeBookOn(dateOfService).diagnoses.entry(mention.code);
    if (!rule || !entry) return [];
    const { item } = mention.statement;
    return [{ candidate: { entry, confidence: 0, evidence: [spanOf(mention)], rules: [], item }, rule }];
  });
