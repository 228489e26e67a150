import { isDeepStrictEqual } from 'node:util';
import type { Claim, ClaimContext } from '../../domain/claim.ts';
import type { DeskParts, HeldParts } from '../../domain/denials/desks-of-claim.ts';
import type { ClaimAction, Task, TaskOutcome } from '../../domain/task.ts';
import type { TaskDraft } from '../../domain/task-draft.ts';
import { basisOf, claimTaskId } from '../../domain/tasks/basis.ts';
import { type DecidedPart, partKey } from '../../domain/tasks/decided-part.ts';
import { openParts } from '../../domain/tasks/open-parts.ts';
import { revised } from '../../domain/tasks/revision.ts';
import type { TaskShare } from '../../domain/tasks/share.ts';
import { findSharedTasks } from '../../domain/tasks/shared-tasks.ts';
import { isApplied } from '../../domain/undo/decided.ts';
import { BillingError } from '../../runtime/errors.ts';
import { assignTask, remindAtFor, type TaskSubject } from '../assign-task.ts';
import { answerWaiting } from '../decide-task.ts';
import { dollars } from '../formats.ts';
import { type RaiseTaskEffects, raiseTask } from '../raise-task.ts';
import { deskNames } from '../wording.ts';
import { afterClosing, closeOthers } from './close-others.ts';
import { type ReleaseEffects, releaseKept, waitingAgain } from './kept-correction.ts';

export type RaiseDenialEffects = RaiseTaskEffects &
  ReleaseEffects & {
    readonly findTask: (taskId: string) => Promise<Task | undefined>;
    /** Reads what decides how the denial is worked: once, so that all its tasks go by the same tables. */
    readonly workOf: (context: ClaimContext) => Promise<DenialWork>;
  };

/** How a denied claim is worked, by the tables and records as they were read. */
export type DenialWork = {
  /** The parts of the claim by desk; none where it is worked as a whole only. */
  readonly desksOf: (held: HeldParts) => readonly DeskParts[];
  /** The work that the claim needs, or that parts of it need while other desks have the rest. */
  readonly describe: (own?: readonly DecidedPart[]) => TaskDraft<ClaimAction>;
};

type RoundEffects = RaiseDenialEffects & DenialWork;

/** Whoever else writes the same tasks needs moments. */
const attempts = 5;

/**
 * Raises what a denied claim needs decided, and returns what its decision is awaited as. Where all parts belong to one
 * desk, this is one task. Where several have parts, each has a task of its own; a task that is open already stays, with
 * what it says brought up to now. The lifecycle waits once for whichever is decided first, and comes back for the rest.
 * Doing it again raises nothing twice.
 */
export const raiseDenial = async (context: ClaimContext, effects: RaiseDenialEffects): Promise<string> =>
  raiseRound(context, { ...effects, ...(await effects.workOf(context)) }, attempts);

const raiseRound = async (context: ClaimContext, effects: RoundEffects, left: number): Promise<string> => {
  const { claim } = context;
  const round = claimTaskId(claim, 'denial');
  if (left === 0)
    throw new BillingError('ConcurrentChange', `Tasks of claim ${claim.claimId} kept changing meanwhile`);
  const known = mayBeShared(claim) ? await findSharedTasks(claim, effects.findTask) : [];
  if (await handOn(known, round, claim, effects)) return round;
  const open = known.filter(({ status }) => status === 'open');
  const groups = effects.desksOf(heldBy(open));
  const isOneTask = open.length === 0 && (groups.length < 2 || (await effects.findTask(round)));
  if (isOneTask) return raiseOne(context, round, effects);
  const placed = placesFor(claim, groups, open);
  const desks = placed.map(({ desk }) => desk);
  const waiting = await waitingAgain(claim, desks, effects.findTask);
  const places = placed.map((one): Place => ({ ...one, kept: waiting.get(one.desk) }));
  const gone = open.filter(({ taskId }) => !places.some((one) => one.taskId === taskId));
  const note = 'Nothing of its parts is left to decide.';
  await afterClosing((await closeOthers(gone, { note, now: new Date() }, effects)).closed, effects);
  for (const place of places)
    if (!(await raisePlace(place, places, context, effects))) return raiseRound(context, effects, left - 1);
  return settleRound(places, context, effects, left);
};

const mayBeShared = (claim: Claim): boolean =>
  openParts(claim).length > 1 || claim.decisions.some(({ taskId }) => taskId.includes('-denial-'));

const heldBy = (open: readonly Task[]): HeldParts =>
  new Map(
    open.flatMap(({ share }) =>
      share ? share.parts.map((part) => [partKey(part), share.desk] as const) : [],
    ),
  );

/** The first decision on a task that the lifecycle has not carried out, for whatever it waits for now. */
const handOn = async (
  tasks: readonly Task[],
  round: string,
  claim: Claim,
  effects: RaiseDenialEffects,
): Promise<boolean> => {
  const unapplied = tasks.filter(
    ({ outcome, taskId, awaitedAs }) =>
      outcome !== undefined &&
      !isApplied(claim, taskId) &&
      // What was withdrawn in an earlier round was asked again since.
      (outcome.action !== 'withdraw' || awaitedAs === round),
  );
  const [decided] = unapplied.toSorted((one, other) => (isBefore(one, other) ? -1 : 1));
  if (decided) await answerWaiting({ ...decided, awaitedAs: round }, effects);
  return decided !== undefined;
};

const isBefore = ({ outcome: one }: Task, { outcome: other }: Task): boolean =>
  (one?.at ?? '') < (other?.at ?? '');

const subjectOf = ({ claim }: ClaimContext, taskId: string): TaskSubject => {
  const { practiceId, encounterId, claimId } = claim;
  return { practiceId, encounterId, claimId, taskId };
};

const raiseOne = async (context: ClaimContext, round: string, effects: RoundEffects): Promise<string> => {
  const draft = { ...effects.describe(), basis: basisOf(context.claim) };
  const { taskId } = await raiseTask(draft, subjectOf(context, round), effects);
  return taskId;
};

/** A desk's parts with the id of its task, open already or not, and a correction that waits again. */
type Place = DeskParts & {
  readonly taskId: string;
  readonly task?: Task | undefined;
  readonly kept?: TaskOutcome | undefined;
};

/** What can be worked as a whole only is the first open task's. */
const placesFor = (claim: Claim, groups: readonly DeskParts[], open: readonly Task[]): readonly Place[] => {
  const desk = open[0]?.share?.desk;
  const all = groups.length > 0 || !desk ? groups : [{ desk, parts: openParts(claim) }];
  return all.map((group) => {
    const task = open.find(({ share }) => share?.desk === group.desk);
    return { ...group, task, taskId: task?.taskId ?? claimTaskId(claim, 'denial', group.desk) };
  });
};

const raisePlace = async (
  place: Place,
  places: readonly Place[],
  context: ClaimContext,
  effects: RoundEffects,
): Promise<boolean> => {
  const { claim } = context;
  const others = places.filter((one) => one !== place);
  const share: TaskShare = {
    desk: place.desk,
    parts: partsOnly(place.parts),
    isFirst: place === places[0],
    others: others.map(({ taskId, desk, parts }) => ({ taskId, desk, parts: partsOnly(parts) })),
  };
  const said = effects.describe(others.length > 0 ? place.parts : undefined);
  const draft: TaskDraft<ClaimAction> = {
    ...said,
    reasons: [...said.reasons, ...share.others.map(besideReason)],
    basis: basisOf(claim, share),
    share,
    awaitedAs: claimTaskId(claim, 'denial'),
  };
  if (place.task) return bringUp(place.task, draft, context, effects);
  const { desk: owner, kept, taskId } = place;
  await raiseTask({ ...draft, owner, ...(kept && { kept }) }, subjectOf(context, taskId), effects);
  return true;
};

const partsOnly = (parts: readonly DecidedPart[]): DecidedPart[] =>
  parts.map(({ line, group, reason, amount }) => ({
    ...(line !== undefined && { line }),
    ...{ group, reason, amount },
  }));

/** What another desk has of the claim: "Also with Coding: line 1, CO-97, $80.00". */
const besideReason = ({ desk, parts }: TaskShare['others'][number]): Task['reasons'][number] => ({
  code: 'Beside',
  text: `Also with ${deskNames[desk]}: ${parts
    .map(
      ({ line, group, reason, amount }) =>
        `${line === undefined ? 'the claim' : `line ${line}`}, ${group}-${reason}, ${dollars(amount)}`,
    )
    .join('; ')}`,
});

/** An open task says what is so now; who has it stays, and so does its deadline unless a limit ends sooner. */
const bringUp = async (
  task: Task,
  draft: TaskDraft<ClaimAction>,
  context: ClaimContext,
  effects: RoundEffects,
): Promise<boolean> => {
  const now = new Date();
  const { owner, email, linkNonce, createdAt, status, history, remindAt, due, ...fresh } = assignTask(
    { ...draft, owner: task.owner },
    subjectOf(context, task.taskId),
    context.practice,
    now,
  );
  const isSooner = due < task.due;
  const timed = isSooner ? { due, remindAt: remindAtFor(due, now) } : {};
  const after: Task = { ...task, ...fresh, ...timed };
  if (isDeepStrictEqual(after, task)) return true;
  return effects.saveOpenTask(revised(after));
};

/** A desk may have decided while the round was set up; and what one has kept goes out once nobody else is left. */
const settleRound = async (
  places: readonly Place[],
  context: ClaimContext,
  effects: RoundEffects,
  left: number,
): Promise<string> => {
  const round = claimTaskId(context.claim, 'denial');
  const found = await Promise.all(places.map(({ taskId }) => effects.findTask(taskId)));
  const tasks = found.filter((task) => task !== undefined);
  if (await handOn(tasks, round, context.claim, effects)) return round;
  if (!tasks.every(({ kept }) => kept !== undefined)) return round;
  const sent = await releaseKept(tasks, new Date(), effects);
  return sent ? round : raiseRound(context, effects, left - 1);
};
