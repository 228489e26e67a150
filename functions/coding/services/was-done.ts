import type { ProcedureCode } from '../../../codesets/code-set.ts';
import { type Qualification, qualifyMention, type Range } from '../note/qualify-mention.ts';
import type { Statement } from '../note/read-statements.ts';

/** A service that a statement names, with the words that name it. */
export type ServiceMention = Range & { readonly statement: Statement; readonly words: readonly Range[] };

const performed =
  /\b(perform(ed)?|done|obtained|administered|gave|given|inject(ed)?|instilled|aspirated|completed|applied|dispensed|fitted|repaired|removed|drained|debrided|acquired|received|inserted|placed|sutured|frozen|treated|irrigated|flushed|excised|destroyed|incised|cauterized|splinted|taken|took|tolerated)\b/i;
const here =
  /\b(in[- ]?(office|house|clinic)|in (the|our|my|this) (office|clinic)|(at|in) (the )?bedside|point[- ]of[- ]care|poc|here( today)?)\b/i;
const today =
  /\b(today('?s)?|this (visit|morning|afternoon)|at this visit|on today's visit|during (the|this|today's) visit)\b/i;
const elsewhere =
  /\b(outside|elsewhere|urgent care|emergency|er|ed|hospital|last (visit|month|week|year)|prior|previous\w*|(week|month|year|day)s? ago|yesterday|(his|her|their) (pcp|primary)|primary care|referring|at the pharmacy|recent)\b/i;
const intended =
  /\b(will|would|going to|schedul\w+|pending|send|sent (out|to)|next|defer\w*|declin\w+|awaiting|recommend\w*|consider\w*|plan(ned)? (for|to)|not (done|performed|needed|indicated|obtained|available)|after (prior )?authorization|should|need(s|ed)? to|want(s)? to|like to|let's|offer(ed)?|discuss\w*|proceed with|due for|in (\w+ )?(weeks?|months?))\b/i;
const ordered = /\b(order\w*|refer\w*|request\w*|(?<!\bdid )(obtain|get))\b/i;
const result = /\b(positive|negative|normal|elevated|trace|was|is|of|\d+(\.\d+)?)\b/i;

/** The part of the statement between commas in which a mention stands: what is ordered is said there. */
const clauseAround = ({ statement, start, end }: ServiceMention): string => {
  const from = statement.text.slice(0, start - statement.start).search(/[,:;][^,:;]*$/);
  const rest = statement.text.slice(end - statement.start);
  const to = rest.search(/[,:;]/);
  return statement.text.slice(from + 1, end - statement.start) + (to < 0 ? rest : rest.slice(0, to));
};

/** What is screened for or taught was done all the same; what is denied, past or of others was not. */
const notDone: ReadonlySet<Qualification> = new Set([
  'negated',
  'uncertain',
  'historical',
  'family',
  'resolved',
  'deferred',
]);

const isRuledOut = (mention: ServiceMention): boolean => {
  const clause = clauseAround(mention);
  const how = qualifyMention(mention.statement, mention);
  return notDone.has(how) || intended.test(clause) || elsewhere.test(clause);
};

const takenToday =
  /\b(perform(ed)?|done|did|got|obtained|completed|acquired|taken|took|made|repeated|ran|run)\b[^.]{0,30}\b(today|this visit|this morning|this afternoon)\b|\b(today|this visit|this morning)('s)?,?\b[^.]{0,40}\b(perform(ed)?|obtained|completed|acquired|taken|shows?|demonstrates?|reveals?)\b|\btoday's\b/i;

/** Films that were looked at in the office need not have been taken there. */
const isOnlyReviewed = (text: string): boolean => /\breview(ed|ing)?\b/i.test(text) && !performed.test(text);

/** Studies are often read again later, so only a place or a day says that they were done at this visit. */
const studyWasDone = ({ statement }: ServiceMention, clause: string): boolean => {
  const text = withoutAsides(statement.text);
  if (elsewhere.test(text) || ordered.test(clause) || isOnlyReviewed(text)) return false;
  return here.test(text) || takenToday.test(text);
};

/** A result of the same day comes from the office's own laboratory. */
const hasResultToday = ({ statement }: ServiceMention, clause: string): boolean => {
  const text = withoutAsides(statement.text);
  return today.test(text) && result.test(text) && !elsewhere.test(text) && !ordered.test(clause);
};

/** What stands in brackets tells of other days: "8.6 % (7.4 % six months ago)". */
const withoutAsides = (text: string): string => text.replace(/\([^()]*\)/g, ' ');

/** Measurements of the office that the results call done; imaging is too often brought along for that. */
const wasMeasured = ({ statement: { section, text } }: ServiceMention): boolean =>
  (section === 'results' || section === 'procedure') &&
  /\b(done|performed)\b/i.test(text) &&
  !elsewhere.test(withoutAsides(text));

/**
 * Only what was done here and today is billed; an order, a referral or another place's work is not. A procedure
 * is believed when the note describes it as performed, a study only when it names this visit or the office.
 */
export const wasDone = (mention: ServiceMention, kind: ProcedureCode['kind']): boolean => {
  if (isRuledOut(mention)) return false;
  const { statement } = mention;
  const clause = clauseAround(mention);
  if (kind === 'imaging') return studyWasDone(mention, clause);
  if (kind === 'laboratory' && hasResultToday(mention, clause)) return true;
  if (kind === 'monitoring' || kind === 'laboratory')
    return studyWasDone(mention, clause) || wasMeasured(mention);
  if (kind === 'supply') return /\b(dispensed|fitted|applied)\b/i.test(clause);
  if (performed.test(statement.text)) return true;
  return !ordered.test(clause) && (statement.section === 'procedure' || today.test(statement.text));
};
