import type { EvidenceSpan } from '../../../domain/coding.ts';
import { findInLines } from '../../note/read-frame.ts';
import type { Visit } from '../../note/visit.ts';
import { levelOf, levels } from '../em-level.ts';
import type { Reading, SuggestedEvaluation } from '../evaluate-visit.ts';
import { levelsOf } from '../read-decision.ts';
import { readCount } from '../read-minutes.ts';
import { suggestionOf } from '../visit-suggestion.ts';

const transition = /\b(transition(al)?( of)? care|tcm)\b/i;
const contacted =
  /\b(within (2|two) (business|working) days|(2|two)[- ](business|working)[- ]day (call|contact)|(called|contact(ed)?|phoned|reached|spoke|outreach|call)\b[^.]{0,60}\b(after|of|post|following) (the )?discharge|(1|2|one|two|next) (business |working )?days? (after|post|of) discharge|tcm (call|contact|outreach)|(call|contact)(ed)? (made|completed|done|documented) \S+)/i;
const discharged =
  /\bdischarg\w+\b[^.]{0,40}?\b(?<month>\d{1,2})\/(?<day>\d{1,2})(?:\/(?<year>\d{2,4}))?\b|\b(?<count>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<unit>days?|weeks?) (?:after|since|post|following|from|out of) (?:\w+ ){0,2}discharge|\bdischarged (?<count2>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) (?<unit2>days?|weeks?) ago/i;

const dayMs = 86_400_000;

const daysBetween = (found: RegExpExecArray, dateOfService: string): number | undefined => {
  const { month, day, year, count, unit, count2, unit2 } = found.groups ?? {};
  const stated = count ?? count2;
  if (stated !== undefined) return readCount(stated) * ((unit ?? unit2 ?? '').startsWith('week') ? 7 : 1);
  if (month === undefined || day === undefined) return undefined;
  const inYear = (one: number) => Date.UTC(one, Number(month) - 1, Number(day));
  const serviceYear = Number(dateOfService.slice(0, 4));
  const service = Date.parse(dateOfService);
  const dated = year === undefined ? inYear(serviceYear) : inYear((Number(year) % 100) + 2000);
  // A discharge in December is of the year before a visit in January.
  const discharge = year === undefined && dated > service ? inYear(serviceYear - 1) : dated;
  return Math.round((service - discharge) / dayMs);
};

const daysSinceDischarge = (reading: Reading, visit: Visit): number | undefined => {
  for (const { text } of [...reading.frame.titles, ...reading.statements]) {
    const found = discharged.exec(text.slice(0, 600));
    const days = found ? daysBetween(found, visit.dateOfService) : undefined;
    if (days !== undefined && days >= 0) return days;
  }
  return undefined;
};

const codeFor = (days: number, level: number): '99495' | '99496' | undefined => {
  if (days > 14 || level < levels.indexOf('moderate')) return undefined;
  return days <= 7 && level === levels.indexOf('high') ? '99496' : '99495';
};

/**
 * Care after a hospital stay instead of the office visit: a contact within two business days, the visit within 7 or
 * 14 days and at least moderate decision making (CPT). What is missing keeps the office visit, and a question asks.
 */
export const suggestTransition = (
  evaluation: SuggestedEvaluation,
  reading: Reading,
  visit: Visit,
): SuggestedEvaluation => {
  const { decision } = evaluation;
  const titled: EvidenceSpan | undefined = findInLines(
    [...reading.frame.titles, ...reading.frame.opening],
    transition,
  );
  if (!titled || !decision) return evaluation;
  const days = daysSinceDischarge(reading, visit);
  const contact = findInLines(reading.statements, contacted);
  const code = days === undefined ? undefined : codeFor(days, levels.indexOf(levelOf(levelsOf(decision))));
  if (code === undefined || !contact) {
    const question =
      'Care after a hospital stay (99495, 99496): the note does not tell all of the contact within two business days, the date of discharge and at least moderate decision making.';
    return { ...evaluation, questions: [...evaluation.questions, question] };
  }
  const rules = [`contact within two business days, visit ${days} days after discharge`];
  const told = { code, confidence: 0.85, evidence: [titled, contact], rules };
  const others = evaluation.suggestions.filter((one) => !/^99(20[2-5]|21[2-5])$/.test(one.code));
  return { ...evaluation, suggestions: [...suggestionOf(told, visit.dateOfService), ...others] };
};
