import { addDays, type CalendarDate } from '../domain/calendar.ts';
import type { Claim } from '../domain/claim.ts';
import { standingsOf } from '../domain/ledger/decision-standing.ts';
import { type Held, type Payment, type PaymentPart, progressOf } from '../domain/ledger/payment.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { closeSettledTasks, type TaskRecords } from './close-settled-tasks.ts';
import { waitsForDecision } from './held.ts';
import { describeWaitingReversal } from './telling/describe-waiting-reversal.ts';

export type ReviewPaymentsEffects = TaskRecords & {
  readonly listPractices: () => Promise<readonly { readonly practiceId: string }[]>;
  /** What a practice was paid from one day to another, both included. */
  readonly paymentsOfPractice: (
    practiceId: string,
    days: { readonly from: CalendarDate; readonly to: CalendarDate },
  ) => Promise<readonly Payment[]>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly taskId: string; readonly claimId: string },
  ) => Promise<unknown>;
  readonly now: () => Date;
  readonly reviewed: (counts: ReviewedPayments) => void;
};

/** How many reversals a person is asked about, and how many tasks were closed because nothing is left to do. */
export type ReviewedPayments = { readonly waiting: number; readonly settled: number };

/** What a reversal takes back mostly comes with it or before it: two monthly payments later it will not come. */
const waitsForDays = 30;

/** For so many days the review looks again: it may have failed meanwhile. */
const looksForDays = 30;

/**
 * Asks a biller about reversals for which no decision came within 30 days, once each, and takes back what was asked
 * about payments of which everything is posted by now.
 */
export const reviewPayments = async (effects: ReviewPaymentsEffects): Promise<ReviewedPayments> => {
  const counts = { waiting: 0, settled: 0 };
  for (const { practiceId } of await effects.listPractices()) {
    counts.waiting += await askAboutWaiting(practiceId, effects);
    counts.settled += await closeSettledTasks({ practiceId }, effects, effects.now());
  }
  effects.reviewed(counts);
  return counts;
};

const askAboutWaiting = async (practiceId: string, effects: ReviewPaymentsEffects): Promise<number> => {
  const today = effects.now().toISOString().slice(0, 10);
  const to = addDays(today, -waitsForDays);
  const payments = await effects.paymentsOfPractice(practiceId, { from: addDays(to, -looksForDays), to });
  let asked = 0;
  for (const payment of payments) asked += await askAboutPayment(payment, practiceId, effects);
  return asked;
};

const askAboutPayment = async (
  payment: Payment,
  practiceId: string,
  effects: ReviewPaymentsEffects,
): Promise<number> => {
  const parts = await effects.partsOf(payment.paymentId);
  let asked = 0;
  for (const held of progressOf(payment, parts).held.filter(waitsForDecision)) {
    const claim = await claimThatWaits(held, parts, effects);
    if (claim === undefined) continue;
    await effects.raiseTask(describeWaitingReversal(payment, held), {
      practiceId,
      taskId: `reversal-${held.adjudicationId}`,
      claimId: claim.claimId,
    });
    asked += 1;
  }
  return asked;
};

/** The claim with which a reversal is kept, where it waits there still. */
const claimThatWaits = async (
  { adjudicationId = '' }: Held,
  parts: readonly PaymentPart[],
  { findClaim }: ReviewPaymentsEffects,
): Promise<Claim | undefined> => {
  const claimId =
    parts.map(({ posting }) => posting?.claims?.[adjudicationId]).find((one) => one !== undefined) ??
    parts
      .flatMap(({ resolutions = [] }) => resolutions)
      .findLast((one) => one.adjudicationId === adjudicationId && one.posted)?.posted?.claimId;
  const claim = claimId === undefined ? undefined : await findClaim(claimId);
  return claim && standingsOf(claim).get(adjudicationId) === 'waiting' ? claim : undefined;
};
