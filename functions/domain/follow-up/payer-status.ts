import { z } from 'zod';
import { CalendarDate } from '../calendar.ts';
import { Amount } from '../claim/amount.ts';

/**
 * What an answer about a claim's status (277) means for us.
 *
 * - `pending`: it is in work, we wait · `finalized`: decided, its 835 is owed · `unanswered`: ask again
 * - for a person: `rejected` it was not taken into adjudication · `information-requested` · `not-found` ·
 *   `inquiry-refused` our question is at fault · `unclear` a category that we do not know
 */
export const statusOutcomes = [
  'pending',
  'finalized',
  'unanswered',
  'rejected',
  'information-requested',
  'not-found',
  'inquiry-refused',
  'unclear',
] as const;
export type StatusOutcome = (typeof statusOutcomes)[number];

/** Where a 277 says several things of a claim, what a person has to act on goes first. */
const byUrgency: readonly StatusOutcome[] = [
  'rejected',
  'information-requested',
  'unclear',
  'not-found',
  'inquiry-refused',
  'finalized',
  'pending',
  'unanswered',
];

/** The first that somebody has to act on. */
export const mostUrgent = (outcomes: readonly StatusOutcome[]): StatusOutcome =>
  byUrgency.find((outcome) => outcomes.includes(outcome)) ?? 'unanswered';

/** STC01, STC10 or STC11: category, status code and whom it is about. */
export const StatusCode = z.object({
  category: z.string(),
  status: z.string(),
  entity: z.string().optional(),
  line: z.string().optional().describe('the service that it is about, where it is not the whole claim'),
});
export type StatusCode = z.infer<typeof StatusCode>;

/** The payer's last word on one inquiry about a claim; what it says of money is news and moves none. */
export const PayerStatus = z.object({
  submissionNumber: z.int().min(1),
  inquiry: z.int().min(0),
  at: z.string().describe('when we heard of it'),
  outcome: z.enum(statusOutcomes),
  codes: z.array(StatusCode),
  on: CalendarDate.optional().describe('the day of the status or of the decision, as the payer has it'),
  paid: Amount.optional(),
  trace: z.string().optional().describe('the check or transfer that the payer names (STC09)'),
});
export type PayerStatus = z.infer<typeof PayerStatus>;

const nameOf = ({ category, status, entity = '', line = '' }: StatusCode): string =>
  [category, status, entity, line].join(':');

/**
 * Both of what was said in answer to one inquiry: in which order and how often it came changes nothing. A word on a later
 * inquiry takes the place of an earlier one's.
 */
export const mergeStatus = (known: PayerStatus | undefined, said: PayerStatus): PayerStatus => {
  if (!known || said.inquiry > known.inquiry) return said;
  if (said.inquiry < known.inquiry) return known;
  const codes = new Map([...known.codes, ...said.codes].map((code) => [nameOf(code), code]));
  if (codes.size === known.codes.length) return known;
  return {
    ...said,
    ...known,
    outcome: mostUrgent([known.outcome, said.outcome]),
    codes: [...codes].sort(([one], [other]) => one.localeCompare(other)).map(([, code]) => code),
  };
};
