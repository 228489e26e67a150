import { codeBookOn } from '../../../codesets/code-book.ts';
import type { CalendarDate } from '../../domain/calendar.ts';
import { spanOf } from '../note/find-phrases.ts';
import type { Statement } from '../note/read-statements.ts';
import type { Aside } from '../note/section-names.ts';
import type { ConditionMention } from './find-conditions.ts';
import type { RejectedDiagnosis } from './settle-diagnoses.ts';
import { isInPlan } from './suggest-diagnoses.ts';

const rulesAgainst: Partial<Record<ConditionMention['qualification'], string>> = {
  uncertain: 'IV.H: uncertain diagnoses are not coded for outpatients',
  negated: 'negated by the note',
  family: 'of the family, not of the patient',
  historical: 'IV.J: of the past, not treated now',
};

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

const ruleAgainst = ({ statement, qualification }: ConditionMention): string | undefined =>
  statement.aside ? rulesAside[statement.aside] : rulesAgainst[qualification];

/** The conditions that the assessment names without affirming them, each with the rule that keeps it off the claim. */
export const refusedMentions = (
  mentions: readonly ConditionMention[],
  dateOfService: CalendarDate,
): readonly RejectedDiagnosis[] =>
  [
    ...new Map(mentions.filter(isInPlan).map((one) => [`${one.code} ${ruleAgainst(one)}`, one])).values(),
  ].flatMap((mention) => {
    const rule = ruleAgainst(mention);
    const entry = codeBookOn(dateOfService).diagnoses.entry(mention.code);
    if (!rule || !entry) return [];
    const { item } = mention.statement;
    return [{ candidate: { entry, confidence: 0, evidence: [spanOf(mention)], rules: [], item }, rule }];
  });
