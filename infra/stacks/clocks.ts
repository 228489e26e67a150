import { Duration } from 'aws-cdk-lib';
import type { FunctionName } from './needs.ts';

export type Clock = { readonly id: string; readonly callee: FunctionName; readonly every: Duration };

/** Rings what is due. A payer has days and a desk hours: a minute more is nothing. */
export const bellClock: Clock = { id: 'Bells', callee: 'waits/ring-bells', every: Duration.minutes(1) };

/** What else is called again and again without anybody asking for it. */
export const clocks = [
  // A lost execution then costs a claim a quarter of an hour; payers take days.
  { id: 'Sweep', callee: 'sweep/sweep-records', every: Duration.minutes(15) },
  // A claim waits for its file so much longer at most than the partner's enrolment says.
  { id: 'Batches', callee: 'batches/send-batches', every: Duration.minutes(5) },
  // A 999 takes hours, and a file that did not arrive costs a claim the days that nobody knows of it.
  { id: 'FileWatch', callee: 'acknowledgements/watch-files', every: Duration.hours(1) },
  // Once a day the proof that nothing open sits.
  { id: 'OpenCheck', callee: 'follow-up/check-open', every: Duration.days(1) },
  { id: 'PaceMeasuring', callee: 'follow-up/measure-paces', every: Duration.days(1) },
  // An account becomes overdue on a day, not at an hour.
  { id: 'AccountReview', callee: 'provider-ledger/review-accounts', every: Duration.days(1) },
  { id: 'PaymentReview', callee: 'remittance/review-payments', every: Duration.days(1) },
  { id: 'DailyDeposits', callee: 'deposits/check-deposits', every: Duration.days(1) },
  // A day of the metric always has a value, so that the alarm does not go back before an edition is there.
  { id: 'EditionWatch', callee: 'code-sets/watch-editions', every: Duration.hours(6) },
  { id: 'Checkpoints', callee: 'audit/sign-checkpoints', every: Duration.days(1) },
] as const satisfies readonly Clock[];
