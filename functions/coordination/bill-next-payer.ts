import { payerActor, stepActor } from '../domain/actor.ts';
import { crossoverEnds } from '../domain/calendar/clocks.ts';
import type { Claim, NextPayer } from '../domain/claim.ts';
import { type AddClaimEffects, addClaimOnce, type ClaimChange, changed } from '../domain/claim-change.ts';
import { claimAfter, claimsAfter, withPayersAfter } from '../domain/coordination/claim-after.ts';
import { isForwarded } from '../domain/coordination/crossover.ts';
import { ownOf } from '../domain/coordination/payer-order.ts';
import { toldOf } from '../domain/coordination/prior-payers.ts';
import { payerToBillFirst } from '../domain/coordination/priority-payer.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { ClaimStep, StepResult } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { applyDecision } from '../domain/undo/decided.ts';
import { billedAfterAll, startLifecycle } from '../domain/undo/taken-back.ts';
import { undoneBy } from '../domain/undo/undone.ts';
import { type AnswerWait, waits } from '../domain/wait.ts';
import { type BillOtherPayerEffects, billOtherPayer, handOver } from './bill-other-payer.ts';
import { asForwarded, claimForNextPayer, claimInPlace, forwardedClaim } from './next-claim.ts';
import { restatePayers } from './restate-payers.ts';

export const billNextPayerOutcomes = ['billed', 'undecided'] as const;
export type BillNextPayerOutcome = (typeof billNextPayerOutcomes)[number];

export type BillNextPayerEffects = BillOtherPayerEffects & {
  readonly getTask: (taskId: string) => Promise<Task>;
};

/** The claim, and the task where a person decided that its next payer is billed. */
export type BillNextPayerStep = ClaimStep & { readonly taskId?: string | undefined };

/**
 * Makes the next payer's claim, or tells the one that is there what this payer says now, and has its lifecycle run
 * before it ends this one: nothing falls between the two. What this payer says meanwhile is told as well. A person's
 * decision is in this claim first, so that one that was taken back makes no other.
 */
export const billNextPayer = async (
  step: BillNextPayerStep,
  now: Date,
  effects: BillNextPayerEffects,
): Promise<StepResult<BillNextPayerOutcome>> => {
  const { claimId, taskId } = step;
  const task = taskId === undefined ? undefined : await effects.getTask(taskId);
  if (task?.outcome?.otherPayer) return billOtherPayer(step, task, now, effects);
  const decided = task && (await effects.changeClaim(claimId, (claim) => decidedBy(claim, task)));
  return task && decided && undoneBy(decided, task.taskId)
    ? { outcome: 'undecided' }
    : bill(step, now, effects);
};

const decidedBy = (claim: Claim, { taskId, outcome }: Task): ClaimChange | undefined =>
  outcome && claim.status !== 'closed' ? applyDecision(claim, claim, { taskId, outcome }) : undefined;

const bill = async (
  step: ClaimStep,
  now: Date,
  effects: BillNextPayerEffects,
): Promise<StepResult<BillNextPayerOutcome>> => {
  const { claim, payer, practice } = await effects.getClaimContext(step.claimId);
  if (claim.status === 'closed') return { outcome: 'billed' };
  const first = payerBefore(claim, payer);
  if (first) return billInstead(claim, { first, payer }, now, effects);
  if (effectiveAdjudication(claim) === undefined) return { outcome: 'undecided' };
  const [billed, known] = await Promise.all([
    withPayersAfter(claim, effects),
    claimAfter(claim, effects.findClaim),
  ]);
  const fresh = await freshClaim(billed, { payer, practice }, now, effects);
  const next = await makeOrTell(fresh, { claim, known }, effects);
  const after = await effects.changeClaim(claim.claimId, (before) =>
    saysTheSame(before, claim)
      ? handOnClaim(before, { nextClaimId: (known && before.nextClaimId) ?? next.claimId })
      : undefined,
  );
  return after.status === 'closed' ? { outcome: 'billed' } : bill(step, now, effects);
};

/** Who is billed in place of this payer: whom it says to come first, or the next one where it does not cover the patient. */
const payerBefore = (claim: Claim, payer: Payer): NextPayer | undefined =>
  claim.status === 'not-covered' ? claim.nextPayers[0] : payerToBillFirst(claim, payer);

/** The other payer gets a claim as the first; this one is over, and its payer may get another as a later one. */
const billInstead = async (
  claim: Claim,
  { first, payer }: { readonly first: NextPayer; readonly payer: Payer },
  now: Date,
  effects: BillNextPayerEffects,
): Promise<StepResult<'billed'>> => {
  const { claimId } = claim;
  const order = { first, own: ownOf(payer), keepsOwn: claim.status !== 'not-covered' };
  const after = await claimsAfter(claim, effects.findClaim);
  const generated = {
    type: 'generated',
    actor: stepActor('bill-next-payer'),
    detail: { insteadOf: claimId },
  };
  const fresh = claimInPlace(claim, order, now.toISOString());
  const made = await addClaimOnce(fresh, generated, effects);
  await startLifecycle(
    made,
    await effects.changeClaim(made.claimId, (one) => billedAfterAll(one, fresh)),
    effects.startClaimLifecycle,
  );
  for (const other of after) await handOver(other, made, effects);
  await effects.changeClaim(claimId, (before) => handOnClaim(before, { insteadClaimId: made.claimId }));
  return { outcome: 'billed' };
};

/** The next payer's claim as it would be made now: sent by us, or awaited where this payer forwarded it. */
const freshClaim = async (
  claim: Claim,
  { payer, practice }: { readonly payer: Payer; readonly practice: Practice },
  now: Date,
  { getPayer }: BillNextPayerEffects,
): Promise<Claim> => {
  const next = claimForNextPayer(claim, ownOf(payer), now.toISOString());
  if (!isForwarded(claim)) return next;
  const forwardedOn = next.priorPayers.at(-1)?.adjudication.paymentDate ?? now.toISOString().slice(0, 10);
  const until = crossoverEnds(await getPayer(claim.practiceId, next.payerId), practice.timeZone, forwardedOn);
  return asForwarded(next, claim, now.toISOString(), until);
};

const makeOrTell = async (
  fresh: Claim,
  { claim, known }: { readonly claim: Claim; readonly known: Claim | undefined },
  effects: BillNextPayerEffects,
): Promise<Claim> => {
  const made = known ?? (await addClaimOnce(fresh, madeAs(fresh, claim), effects));
  let told = made;
  const next = await effects.changeClaim(made.claimId, (one) => {
    told = one;
    return billedAfterAll(one, fresh) ?? restatePayers(one, fresh);
  });
  await startLifecycle(told, next, effects.startClaimLifecycle);
  if (next.version !== told.version) await wakeWaiting(told, next, effects.answerWait);
  return next;
};

/** A claim that waits for what another payer forwarded looks again at where it stands. */
const wakeWaiting = async (known: Claim, next: Claim, answerWait: AnswerWait): Promise<void> => {
  const waited = known.submissions.at(-1);
  if (!waited?.forwarded || next.submissions.length === known.submissions.length) return;
  const wait = waits.remittance(known.claimId, waited.number, known.remittances);
  await answerWait(wait, { outcome: 'rejected' });
};

const madeAs = ({ submissions }: Claim, { claimId, payerId }: Claim) => {
  const isForwardedTo = submissions.some(({ forwarded }) => forwarded);
  return {
    type: isForwardedTo ? 'forwarded' : 'generated',
    actor: isForwardedTo ? payerActor(payerId) : stepActor('bill-next-payer'),
    detail: { after: claimId },
  };
};

/** Whether what was told the next payer is still what this one says. */
const saysTheSame = (before: Claim, told: Claim): boolean => {
  const says = (claim: Claim): string => {
    const adjudication = effectiveAdjudication(claim);
    const own = { claimId: claim.claimId, coverage: claim.coverage, payerName: '', claimFilingIndicator: '' };
    return adjudication
      ? `${toldOf([...claim.priorPayers, { ...own, adjudication }])} ${isForwarded(claim)}`
      : '';
  };
  return says(before) === says(told);
};

/** The next payer's claim as the records have it, made of this one where it is not there yet. */
export const openForwardedClaim = (claim: Claim, now: Date, effects: AddClaimEffects): Promise<Claim> =>
  addClaimOnce(
    forwardedClaim(claim, now.toISOString()),
    { type: 'forwarded', actor: payerActor(claim.payerId), detail: { after: claim.claimId } },
    effects,
  );

/** Ends this payer's part; the balance lives on in the claim named. */
export const handOnClaim = (
  claim: Claim,
  to: { readonly nextClaimId: string } | { readonly insteadClaimId: string },
): ClaimChange | undefined =>
  claim.status === 'closed'
    ? undefined
    : changed(
        claim,
        { ...to, status: 'closed', end: 'billed-to-next-payer' },
        { type: 'billed-to-next-payer', actor: stepActor('bill-next-payer'), detail: to },
      );
