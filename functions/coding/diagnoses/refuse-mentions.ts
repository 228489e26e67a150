import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { Aside } from '../note/headings/section-names.ts';
import type { Statement } from '../note/read-statements.ts';
import type { ConditionMention } from './find-conditions.ts';
import { readMeaning } from './read-meaning.ts';
import type { RejectedDiagnosis } from './rules/ruling.ts';
import { isInPlan } from './suggest-diagnoses.ts';

const rulesAside: Record<Aside, string> = {
  'earlier visit': 'of an earlier visit, which the note repeats',
  differential: 'IV.H: weighed as a cause only',
  instructions: 'named to the patient as what to look out for',
  message: 'of a message that the note quotes',
  administrative: 'of the billing and signature lines',
  'unticked box': 'of a form: the box is not ticked',
};

/** Statements that assess or plan, but not at this visit. */
export const isJudgedAside = (statement: Statement): boolean =>
  statement.aside !== undefined && isInPlan({ statement });

const ruleAgainst = (mention: ConditionMention, dateOfService: CalendarDate): string | undefined => {
  const { aside } = mention.statement;
  if (aside) return rulesAside[aside];
  const meaning = readMeaning(mention, dateOfService);
  return meaning.meant ? undefined : meaning.refused;
};

/** The conditions that the assessment names without meaning them, each with the rule that keeps it off the claim. */
export const refusedMentions = (
  mentions: readonly ConditionMention[],
  dateOfService: CalendarDate,
): readonly RejectedDiagnosis[] => {
  const refused = mentions.filter(isInPlan).flatMap((mention) => {
    const rule = ruleAgainst(mention, dateOfService);
    return rule === undefined ? [] : [{ mention, rule }];
  });
  const single = new Map(refused.map((one) => [`${one.mention.code} ${one.rule}`, one]));
  return [...single.values()].flatMap(({ mention, rule }) => {
    const entry = codeBookOn(dateOfService).diagnoses.entry(mention.code);
    if (!entry) return [];
    const { item } = mention.statement;
    return [{ candidate: { entry, confidence: 0, evidence: [spanOf(mention)], rules: [], item }, rule }];
  });
};
