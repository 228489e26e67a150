import type { Actor } from '../../domain/actor.ts';
import type { Claim } from '../../domain/claim.ts';
import { shortDigest } from '../../domain/digest.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../../domain/encounter.ts';
import type { WaitingClaim } from '../../domain/outbox/outbox.ts';
import type { Practice } from '../../domain/practice.ts';
import type { Task } from '../../domain/task.ts';
import { claimTaskId, claimTaskKinds } from '../../domain/tasks/basis.ts';
import { revised } from '../../domain/tasks/revision.ts';
import { type VisitTaskKind, visitKindOf } from '../../domain/tasks/visit-task.ts';
import { takenBack } from '../../domain/undo/taken-back.ts';
import type { UndoState } from '../../domain/undo/undo-state.ts';
import { reviewIdOf, takeBackVisit } from '../../domain/undo/visit/take-back-visit.ts';
import type { VisitUndo } from '../../domain/undo/visit/visit-undo.ts';
import { isTakenBack, type MadeClaim, visitUndoStateOf } from '../../domain/undo/visit/visit-undo-state.ts';
import { BillingError } from '../../runtime/errors.ts';
import { afterClosing } from '../desks/close-others.ts';
import { type NoticeEffects, sendDueEmail } from '../send-task-email.ts';
import { type WithdrawTaskEffects, withdrawTask } from '../withdraw-outdated.ts';
import { reopened } from './reopened.ts';
import { type WaitingReader, waitingOf, wake, wakeOf } from './waiting-claim.ts';

export type VisitReader = WaitingReader & {
  readonly findEncounter: (id: EncounterId) => Promise<Encounter | undefined>;
  readonly claimsOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Claim[]>;
  readonly tasksOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Task[]>;
  readonly findTask: (taskId: string) => Promise<Task | undefined>;
};

export type UndoVisitEffects = VisitReader &
  Omit<WithdrawTaskEffects, 'getPractice'> &
  NoticeEffects & {
    readonly getPractice: (practiceId: string) => Promise<Practice>;
    /** Writes all of it, or nothing where any of it changed since it was read or is taken for a file: false. */
    readonly writeVisitUndo: (undo: VisitUndo) => Promise<boolean>;
    readonly startCoding: (name: string, id: EncounterId) => Promise<string>;
    readonly changeEncounter: ChangeEncounter;
    readonly forgetReview: (practiceId: string, reviewId: string) => Promise<void>;
  };

export type VisitUndoAnswer =
  | { readonly outcome: 'undone'; readonly task: Task }
  | { readonly outcome: 'refused'; readonly state: Exclude<UndoState, { kind: 'open' | 'undone' }> }
  | { readonly outcome: 'nothing' };

type Made = MadeClaim & { readonly queued?: WaitingClaim | undefined };

/** A decided task of a visit with where the visit and all that was made of it stand. */
type FoundVisit = {
  readonly encounter: Encounter;
  readonly made: readonly Made[];
  readonly later: Task | undefined;
  readonly state: UndoState | undefined;
};

type At = { readonly now: Date; readonly practice: Practice };

/** The records of a decision about a visit, with whether it can be taken back; nothing where the visit is not there. */
export const readDecidedVisit = async (
  task: Task,
  { now, practice }: { readonly now: Date; readonly practice: Pick<Practice, 'timeZone'> },
  reader: VisitReader,
): Promise<FoundVisit | undefined> => {
  const { practiceId, encounterId = '' } = task;
  const encounter = await reader.findEncounter({ practiceId, encounterId });
  if (!encounter) return undefined;
  const claims = await claimsOf(encounter, reader);
  const made: Made[] = [];
  for (const claim of claims) {
    const found = await waitingOf(claim, reader);
    if (found === 'changed') return readDecidedVisit(task, { now, practice }, reader);
    made.push({ claim, waiting: found?.going, queued: found?.queued });
  }
  const later = await laterThan(task, reader);
  const { timeZone } = practice;
  return {
    encounter,
    made,
    later,
    state: visitUndoStateOf(task, encounter, { made, later }, { now, timeZone }),
  };
};

/** By the names that the visit keeps; of visits from before it kept them, by the index. */
const claimsOf = async (
  { practiceId, encounterId, claimIds, status }: Encounter,
  { findClaim, claimsOfEncounter }: VisitReader,
): Promise<readonly Claim[]> => {
  if (status !== 'claimed') return [];
  const ids = claimIds ?? (await claimsOfEncounter(practiceId, encounterId)).map(({ claimId }) => claimId);
  const found = await Promise.all(ids.map(findClaim));
  return found.filter((claim) => claim !== undefined);
};

/** The task that the visit waits for by now. */
const laterThan = async (
  { practiceId, encounterId = '', taskId }: Task,
  { tasksOfEncounter, findTask }: VisitReader,
): Promise<Task | undefined> => {
  const listed = await tasksOfEncounter(practiceId, encounterId);
  const waited = listed.find(
    (one) => one.taskId !== taskId && one.status === 'open' && visitKindOf(one) !== undefined,
  );
  const standing = waited && (await findTask(waited.taskId));
  return standing?.status === 'open' ? standing : undefined;
};

/** Whoever else writes the same visit needs milliseconds. */
const attempts = 5;

/**
 * Takes a decision about a visit back, as long as no claim of it has left: the visit stands as it did, its claims are
 * withdrawn, and the task is open again with what was decided in its history. What was asked since is withdrawn. All of
 * it is one transaction, so that it wins or loses against a file as a whole. Doing it twice does it once.
 */
export const undoVisit = async (
  task: Task,
  by: Actor,
  at: At,
  effects: UndoVisitEffects,
): Promise<VisitUndoAnswer> => {
  const kind = visitKindOf(task);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const found = kind && (await readDecidedVisit(task, at, effects));
    if (!kind || found?.state === undefined) return { outcome: 'nothing' };
    const { state } = found;
    if (state.kind === 'left' || state.kind === 'under-way') return { outcome: 'refused', state };
    const undo = undoOf({ task, kind, by, at }, found);
    if (await effects.writeVisitUndo(undo.written))
      return { outcome: 'undone', task: await goOn(undo, found, at, effects) };
    // Somebody else was faster with the same.
    const standing = await effects.getTask(task.taskId);
    if (standing.status === 'open') return { outcome: 'undone', task: standing };
  }
  throw new BillingError('ConcurrentChange', `The visit of task ${task.taskId} kept changing`);
};

type Undoing = { readonly task: Task; readonly kind: VisitTaskKind; readonly by: Actor; readonly at: At };

type Undo = { readonly written: VisitUndo; readonly open: Task; readonly closed: readonly Task[] };

const undoOf = ({ task, kind, by, at }: Undoing, { encounter, made, later }: FoundVisit): Undo => {
  const { now, practice } = at;
  const { taskId } = task;
  const standing = made.filter(({ claim }) => !isTakenBack(claim));
  const after = takeBackVisit(encounter, {
    ...{ taskId, kind, by, at: now.toISOString(), reviewId: reviewIdOf(task) },
    wakes: standing.flatMap(({ claim, queued }) => wakeOf(claim, queued) ?? []),
  });
  // The wait for what was decided first is answered: what is decided next is another one.
  const awaitedAs = `${taskId}/${after.undone?.length}`;
  const open = { ...reopened(task, { by, now, practice }), awaitedAs };
  const note = 'The decision before was taken back, and is asked again.';
  const outcome = { action: 'withdraw', by, at: now.toISOString(), note } as const;
  const ended = later ? [{ before: later, after: revised({ ...later, status: 'done', outcome }) }] : [];
  const written: VisitUndo = {
    encounter: after,
    tasks: [{ before: task, after: open }, ...ended],
    claims: standing.map(({ claim }) => ({ before: claim, change: takenBack(claim, by) })),
    transmissions: standing.map(({ claim }) => ({
      claimId: claim.claimId,
      submissionNumber: claim.submissions.length,
    })),
  };
  return { written, open, closed: ended.map((one) => one.after) };
};

/** What a crash keeps from being done here the sweep does: the waits stand with the undo, a workflow that is gone starts again. */
const goOn = async (undo: Undo, found: FoundVisit, at: At, effects: UndoVisitEffects): Promise<Task> => {
  const { encounter } = undo.written;
  const { now, practice } = at;
  await finishUndo(encounter, effects);
  for (const { before } of undo.written.claims) await withdrawTasksOf(before, now, effects);
  await afterClosing(undo.closed, effects);
  if (!found.later) await startAgain(encounter, effects);
  const letter = { notice: 'assignment', to: undo.open.email, now, timeZone: practice.timeZone } as const;
  return (await sendDueEmail(undo.open, letter, effects)) ?? effects.getTask(undo.open.taskId);
};

/** Lets the lifecycles of withdrawn claims end, and the practice's memory forget; done again it does nothing. */
export const finishUndo = async (
  { practiceId, undone = [] }: Encounter,
  { answerWait, forgetReview }: Pick<UndoVisitEffects, 'answerWait' | 'forgetReview'>,
): Promise<void> => {
  const last = undone.at(-1);
  if (!last) return;
  for (const wait of last.wakes) await wake(wait, answerWait);
  await forgetReview(practiceId, last.reviewId);
};

/** What is asked about a claim that is withdrawn is no question any more. */
const withdrawTasksOf = async (claim: Claim, now: Date, effects: UndoVisitEffects): Promise<void> => {
  for (const kind of claimTaskKinds) {
    const task = await effects.findTask(claimTaskId(claim, kind));
    const note = 'What was decided about the visit was taken back.';
    if (task?.status === 'open') await withdrawTask(task, { now, note }, effects);
  }
};

const startAgain = async (encounter: Encounter, effects: UndoVisitEffects): Promise<void> => {
  const { practiceId, encounterId, undone = [] } = encounter;
  const id = { practiceId, encounterId };
  const name = shortDigest(JSON.stringify([practiceId, encounterId, 'undone', undone.length]));
  const executionArn = await effects.startCoding(name, id);
  await effects.changeEncounter(id, (before) =>
    before.executionArn === executionArn ? undefined : { executionArn },
  );
};
