import type { Actor } from '../../domain/actor.ts';
import type { TimeZone } from '../../domain/calendar/time-zone.ts';
import type { Claim } from '../../domain/claim.ts';
import type { ClaimChange } from '../../domain/claim-change.ts';
import { isWaitedFor } from '../../domain/coordination/given-over.ts';
import { isLeftToPayer } from '../../domain/follow-up/left-to-payer.ts';
import type { Transmission } from '../../domain/ids.ts';
import { Desk } from '../../domain/practice.ts';
import type { ClaimStep } from '../../domain/step.ts';
import type { Task } from '../../domain/task.ts';
import { claimTaskId, claimTaskKinds } from '../../domain/tasks/basis.ts';
import { takeBack } from '../../domain/undo/restore.ts';
import { takenBack } from '../../domain/undo/taken-back.ts';
import { type UndoState, undoStateOf } from '../../domain/undo/undo-state.ts';
import { asksAgainOfSilence, undoneBy } from '../../domain/undo/undone.ts';
import { otherClaimOf, voidBehind } from '../../domain/undo/void-behind.ts';
import { waits } from '../../domain/wait.ts';
import { BillingError } from '../../runtime/errors.ts';
import { type WithdrawTaskEffects, withdrawTask } from '../withdraw-outdated.ts';
import { type Going, type WaitingReader, waitingOf, wake, wakeOf } from './waiting-claim.ts';

/** A claim as it was read, and what becomes of it. */
export type Rewritten = { readonly before: Claim; readonly change: ClaimChange };

export type UndoEffects = WaitingReader &
  WithdrawTaskEffects & {
    readonly findTask: (taskId: string) => Promise<Task | undefined>;
    /**
     * Writes the changes together, and lets the transmissions wait no longer; false where one of the claims has changed
     * since, or a transmission was taken for a file.
     */
    readonly writeTogether: (
      changes: readonly Rewritten[],
      transmissions: readonly Transmission[],
    ) => Promise<boolean>;
    /** Rings the bell of a round of a wait. */
    readonly endRound: (waitId: string, round: number) => Promise<void>;
    readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  };

export type UndoAnswer =
  | { readonly outcome: 'undone'; readonly claim: Claim }
  | { readonly outcome: 'refused'; readonly state: Exclude<UndoState, { kind: 'open' | 'undone' }> }
  /** The task has nothing that could be taken back. */
  | { readonly outcome: 'nothing' };

type At = { readonly now: Date; readonly timeZone: TimeZone };

/** Whoever else writes the same claims needs milliseconds. */
const attempts = 5;

/**
 * Takes a decision on a claim's task back, as long as nothing of it has left: the claim stands as it did, by a new
 * entry, and its lifecycle asks again. Doing it twice does it once; when what was decided leaves in the same moment,
 * one of the two wins and the other is told.
 */
export const undoDecision = async (
  task: Task,
  by: Actor,
  at: At,
  effects: UndoEffects,
): Promise<UndoAnswer> => {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = task.claimId === undefined ? undefined : await readDecided(task, at, effects);
    if (found?.state === undefined) return { outcome: 'nothing' };
    const { claim, state } = found;
    if (state.kind === 'undone') return { outcome: 'undone', claim };
    if (state.kind !== 'open') return { outcome: 'refused', state };
    const wakes = wakesOf(found, task);
    const own = takeBack(claim, { taskId: task.taskId, by, at: at.now.toISOString(), wakes });
    const others = found.other ? [{ before: found.other, change: takenBack(found.other, by) }] : [];
    if (await effects.writeTogether([{ before: claim, change: own }, ...others], transmissionsOf(found)))
      return { outcome: 'undone', claim: await goOn(found, task, at, effects) };
  }
  throw new BillingError('ConcurrentChange', `Claim ${task.claimId} kept changing while it was written`);
};

/** A decided task with where its claim and what came of the decision stand. */
export type Found = {
  readonly claim: Claim;
  readonly state: UndoState | undefined;
  readonly other?: Claim | undefined;
  /** The claims of which something goes out by it, each with what waits. */
  readonly leaving: readonly Leaving[];
};

type Leaving = { readonly claim: Claim; readonly found?: Going | undefined };

/** The records of a decision, with whether it can be taken back; nothing where the claim is not there. */
export const readDecided = async (task: Task, at: At, reader: WaitingReader): Promise<Found | undefined> => {
  const { findClaim } = reader;
  const claim = await findClaim(task.claimId ?? '');
  if (!claim) return undefined;
  const otherId = otherClaimOf(claim);
  const other = otherId && !undoneBy(claim, task.taskId) ? await findClaim(otherId) : undefined;
  const leaving: Leaving[] = [];
  for (const one of leavingOf(claim, other)) {
    const found = await waitingOf(one, reader);
    if (found === 'changed') return readDecided(task, at, reader);
    leaving.push({ claim: one, found });
  }
  const goingOf = (of: Claim | undefined) => leaving.find((one) => one.claim === of)?.found?.going;
  const state = undoStateOf(
    task,
    claim,
    { other, waiting: goingOf(claim), otherWaiting: goingOf(other) },
    at,
  );
  return { claim, other, leaving, state };
};

/** The claim of another payer, and the claim itself where its former payer is told by a void; else the claim alone. */
const leavingOf = (claim: Claim, other: Claim | undefined): readonly Claim[] => {
  if (!other) return [claim];
  return voidBehind(claim) ? [other, claim] : [other];
};

/** What must not be taken for a file meanwhile, be it there yet or not. */
const transmissionsOf = ({ leaving }: Found): readonly Transmission[] =>
  leaving.map(({ claim: { claimId, submissions } }) => ({ claimId, submissionNumber: submissions.length }));

/** The waits in which lifecycles may be that have to look again. */
const wakesOf = ({ claim, leaving }: Found, task: Task): readonly string[] => {
  const waiting = leaving.flatMap((one) => wakeOf(one.claim, one.found?.queued) ?? []);
  return waiting.length > 0 ? waiting : [roundOf(task, claim) ?? []].flat();
};

/** Where desks share a claim, the lifecycle may wait for another one by now. */
const roundOf = ({ awaitedAs }: Task, claim: Claim): string | undefined =>
  awaitedAs === undefined ? undefined : waits.task(claimTaskId(claim, 'denial'));

const goOn = async (found: Found, task: Task, at: At, effects: UndoEffects): Promise<Claim> => {
  const { claim: before, other } = found;
  const { practiceId, claimId } = before;
  const after = (await effects.findClaim(claimId)) ?? before;
  await wakeUndone(after, effects);
  if (asksAgainOfSilence(after) || isLeftToPayer(before) || isWaitedFor(before))
    await ringSilent(before, effects);
  if (before.status === 'closed')
    await effects.startClaimLifecycle(`${claimId}-${after.version}`, { practiceId, claimId });
  for (const claim of [before, ...(other ? [other] : [])]) await withdrawNewer(claim, task, at, effects);
  return after;
};

/** Lets lifecycles look again where their claims stand, whose file or answer does not come any more. */
export const wakeUndone = async (
  { decisions }: Pick<Claim, 'decisions'>,
  { answerWait }: Pick<UndoEffects, 'answerWait'>,
): Promise<void> => {
  const { wakes = [], taskId = '' } = decisions.at(-1) ?? {};
  for (const wait of [wakes].flat())
    if (wait.startsWith('task/'))
      await answerRound(wait as ReturnType<typeof waits.task>, taskId, answerWait);
    else await wake(wait, answerWait);
};

const answerRound = (
  wait: ReturnType<typeof waits.task>,
  taskId: string,
  answerWait: UndoEffects['answerWait'],
): Promise<void> => answerWait(wait, { outcome: 'decided', action: 'withdraw', taskId });

/** A payer that was waited for a little longer is not waited for: the round that runs is over. */
const ringSilent = async (before: Claim, { endRound }: UndoEffects): Promise<void> => {
  const { claimId, submissions, remittances, followUps } = before;
  await endRound(waits.remittance(claimId, submissions.length, remittances), followUps);
  await endRound(waits.claimStatus(claimId, submissions.length, followUps), followUps);
};

/** What was asked since the decision rests on it, and is asked anew where it still is a question. */
const withdrawNewer = async (
  claim: Claim,
  { taskId, share }: Task,
  { now }: At,
  effects: UndoEffects,
): Promise<void> => {
  const ids = [
    ...claimTaskKinds.map((kind) => claimTaskId(claim, kind)),
    // Where desks share the claim, their tasks stay, and are brought up to what is open again.
    ...(share ? [] : Desk.options.map((desk) => claimTaskId(claim, 'denial', desk))),
  ];
  for (const id of ids) {
    const newer = await effects.findTask(id);
    if (newer?.status === 'open' && newer.taskId !== taskId)
      await withdrawTask(newer, { now, note: 'The decision before was taken back.' }, effects);
  }
};
