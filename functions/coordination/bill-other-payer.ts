import { stepActor } from '../domain/actor.ts';
import { dateIn } from '../domain/calendar/time-zone.ts';
import type { Claim, ClaimContext, GetClaimContext } from '../domain/claim.ts';
import { type AddClaimEffects, addClaimOnce, type ChangeClaim } from '../domain/claim-change.ts';
import { claimsAfter, withPayersAfter } from '../domain/coordination/claim-after.ts';
import { isGivenOver } from '../domain/coordination/given-over.ts';
import { orderChange, type PayerOrder, payerOrder } from '../domain/coordination/payer-order.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimStep } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { isOpenOn } from '../domain/tasks/action-limit.ts';
import { newClaimLimit } from '../domain/tasks/limits-of-claim.ts';
import type { OtherPayer } from '../domain/tasks/other-payer.ts';
import { applyDecision } from '../domain/undo/decided.ts';
import { billedAfterAll, startLifecycle } from '../domain/undo/taken-back.ts';
import { undoneBy } from '../domain/undo/undone.ts';
import { zero } from '../edi/money.ts';
import { BillingError } from '../runtime/errors.ts';
import { giveOver, type WakeEffects, wakeGivenOver } from './give-over.ts';
import { claimInOrder } from './next-claim.ts';

export type BillOtherPayerEffects = AddClaimEffects &
  WakeEffects & {
    readonly getClaimContext: GetClaimContext;
    readonly getPayer: (practiceId: string, payerId: string) => Promise<Payer>;
    readonly changeClaim: ChangeClaim;
    /** Hears of the claim as it then has the payers, by the decision of a task. */
    readonly payersDecided: (claim: Claim, task: Task) => Promise<void>;
  };

/** Whether the claim's own lifecycle waits for the decision; else it is wherever it is, or over. */
type Awaited = { readonly isAwaited?: boolean };

/**
 * Bills the payers of a claim in the order that a person says: the claim for the first place that changes is made and
 * runs before those that it takes the place of are given over, so that nothing falls between them. A payer that only
 * comes after this one is noted, and billed when its turn comes.
 */
export const billOtherPayer = async (
  { claimId }: ClaimStep,
  task: Task,
  now: Date,
  effects: BillOtherPayerEffects,
  { isAwaited = true }: Awaited = {},
): Promise<{ readonly outcome: 'billed' | 'undecided' }> => {
  const context = await effects.getClaimContext(claimId);
  const decided = await decide(context, task, now, { ...effects, isAwaited });
  if (decided === undefined) return { outcome: 'undecided' };
  const { claim, order } = decided;
  if (order.at > claim.priorPayers.length) {
    await effects.payersDecided(claim, task);
    if (context.claim.status === 'closed' && claim.status !== 'closed') await startAgain(claim, effects);
    return { outcome: 'undecided' };
  }
  const made = await make(claim, order, now, effects);
  await effects.payersDecided(made, task);
  for (const other of await othersOf(claim, order, effects)) await handOver(other, made, effects);
  if (!isAwaited) await handOver(claim, made, effects);
  const after = await effects.changeClaim(claimId, (one) =>
    giveOver(one, made.claimId, { isWaiting: false }),
  );
  return { outcome: after.status === 'closed' ? 'billed' : 'undecided' };
};

/** The order that was decided, in the claim with before and after; nothing where the decision does not hold any more. */
const decide = async (
  { claim: found, payer, practice }: ClaimContext,
  { taskId, outcome }: Task,
  now: Date,
  effects: BillOtherPayerEffects & Required<Awaited>,
): Promise<{ readonly claim: Claim; readonly order: PayerOrder } | undefined> => {
  const said = outcome?.otherPayer;
  if (outcome === undefined || said === undefined)
    throw new BillingError('InvalidInput', `Task ${taskId} names no payer`);
  const other = await effects.getPayer(found.practiceId, said.payerId);
  const today = dateIn(practice.timeZone, now);
  const billed = await withPayersAfter(found, effects);
  const order = orderAtDecision(billed, said, { own: payer, other });
  const claim = await effects.changeClaim(found.claimId, (one) =>
    one.status === 'closed' && (effects.isAwaited || isGivenOver(one))
      ? undefined
      : applyDecision(one, reopened(noted(one, order), order), {
          ...{ taskId, outcome },
          detail: {
            ...(order.payers.length > 0 && { changed: orderChange(billed, payer, order) }),
            ...lateness(one, order, { other, own: payer, today }),
          },
        }),
  );
  const isDecided = claim.decisions.some((one) => one.taskId === taskId) && !undoneBy(claim, taskId);
  return isDecided ? { claim, order } : undefined;
};

/**
 * The order as it is stated; none where the claim does not allow it any more, or has it by this decision already. The
 * decision is noted all the same, so that what is left is asked anew.
 */
const orderAtDecision = (
  claim: Claim,
  said: OtherPayer,
  known: { readonly own: Payer; readonly other: Payer },
): PayerOrder => {
  const order = payerOrder(claim, said, known);
  return order.success ? order.data : { payers: [], at: claim.priorPayers.length + 1 };
};

/** Of payers that come after this one the claim itself tells; all else is another claim's. */
const noted = (claim: Claim, { payers, at }: PayerOrder): Claim => {
  const own = claim.priorPayers.length;
  return at > own && payers.length > 0 ? { ...claim, nextPayers: payers.slice(own + 1) } : claim;
};

/** A claim that is over goes on where its next payer is billed after all; until that one decides, the patient owes nothing. */
const reopened = (claim: Claim, { payers, at }: PayerOrder): Claim => {
  if (claim.status !== 'closed' || payers.length === 0 || at <= claim.priorPayers.length) return claim;
  const { end: _over, patientBilledAbout: _about, patientBilledParts: _parts, ...open } = claim;
  return { ...open, status: 'adjudicated', patientBilled: zero, patientBilledAbout: undefined };
};

const startAgain = (
  { claimId, practiceId, version }: Claim,
  { startClaimLifecycle }: BillOtherPayerEffects,
): Promise<unknown> => startClaimLifecycle(`${claimId}-${version}`, { practiceId, claimId });

/** What filed late means is said where the payer's limit for a new claim is over. */
const lateness = (
  claim: Claim,
  { payers, at }: PayerOrder,
  { own, other, today }: { readonly own: Payer; readonly other: Payer; readonly today: string },
): Record<string, string> => {
  const payer = [own, other].find(({ payerId }) => payerId === payers[at]?.coverage.payerId);
  const [limit] = payer && at <= claim.priorPayers.length ? newClaimLimit(asFiled(claim, at), payer) : [];
  return limit && !isOpenOn(limit, today) ? { filedLate: `limit passed on ${limit.lastDay}` } : {};
};

const asFiled = (claim: Claim, at: number): Claim => ({
  ...claim,
  priorPayers: claim.priorPayers.slice(0, at),
});

const make = async (
  claim: Claim,
  order: PayerOrder,
  now: Date,
  effects: BillOtherPayerEffects,
): Promise<Claim> => {
  const { claimId } = claim;
  const fresh = claimInOrder(claim, order, now.toISOString());
  const actor = stepActor('bill-next-payer');
  const made = await addClaimOnce(
    fresh,
    { type: 'generated', actor, detail: { insteadOf: claimId } },
    effects,
  );
  const open = await effects.changeClaim(made.claimId, (one) => billedAfterAll(one, fresh));
  await startLifecycle(made, open, effects.startClaimLifecycle);
  return open;
};

/** The claims of other payers that the order takes the place of: of those before this one, and of those after it. */
const othersOf = async (
  claim: Claim,
  { at }: PayerOrder,
  { findClaim }: AddClaimEffects,
): Promise<readonly Claim[]> => {
  const before = await Promise.all(claim.priorPayers.slice(at).map((prior) => findClaim(prior.claimId)));
  const after = await claimsAfter(claim, findClaim);
  return [...before, ...after].filter((one) => one !== undefined);
};

/** Gives a claim over to the one that takes its place, and wakes whoever waits for it. */
export const handOver = async (other: Claim, made: Claim, effects: BillOtherPayerEffects): Promise<void> => {
  let known = other;
  const after = await effects.changeClaim(other.claimId, (one) => {
    known = one;
    return giveOver(one, made.claimId, { isWaiting: true });
  });
  await wakeGivenOver(known, after, effects);
};
