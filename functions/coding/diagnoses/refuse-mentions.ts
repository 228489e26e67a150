import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { ConditionMention } from './find-conditions.ts';
import { readMeaning } from './read-meaning.ts';
import type { RejectedDiagnosis } from './settle-diagnoses.ts';
import { isInPlan } from './suggest-diagnoses.ts';

/** The conditions that the assessment names without meaning them, each with the rule that keeps it off the claim. */
export const refusedMentions = (
  mentions: readonly ConditionMention[],
  dateOfService: CalendarDate,
): readonly RejectedDiagnosis[] =>
  [
    ...new Map(mentions.filter(isInPlan).map((one) => [`${one.code} ${one.qualification}`, one])).values(),
  ].flatMap((mention) => {
    const meaning = readMeaning(mention, dateOfService);
    const entry = codeBookOn(dateOfService).diagnoses.entry(mention.code);
    if (meaning.meant || !entry) return [];
    const { item } = mention.statement;
    const candidate = { entry, confidence: 0, evidence: [spanOf(mention)], rules: [], item };
    return [{ candidate, rule: meaning.refused }];
  });
