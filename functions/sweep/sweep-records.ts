import { type Claim, ClaimStatus } from '../domain/claim.ts';
import { shortDigest } from '../domain/digest.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import { stemOf } from '../domain/follow-up/open-records.ts';
import type { ClaimStep } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import { isOutdated } from '../domain/tasks/basis.ts';
import { isToGoOut } from '../domain/tasks/shared-tasks.ts';
import { lastUndo } from '../domain/undo/undone.ts';
import {
  besideOthers,
  type Driven,
  restartName,
  strandedBy,
  unappliedTasks,
  untakenTasks,
} from './stranded-records.ts';

/** The ARNs of a workflow's running executions. */
type Running = () => Promise<ReadonlySet<string>>;

export type SweepEffects = {
  readonly listPractices: () => Promise<readonly { readonly practiceId: string }[]>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly claimsByStatus: (practiceId: string, status: Claim['status']) => Promise<Claim[]>;
  readonly encountersByStatus: (practiceId: string, status: Encounter['status']) => Promise<Encounter[]>;
  readonly tasksByStatus: (practiceId: string, status: Task['status']) => Promise<Task[]>;
  readonly tasksOfClaim: (claimId: string) => Promise<readonly Task[]>;
  readonly tasksOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Task[]>;
  readonly runningLifecycles: Running;
  readonly runningCodings: Running;
  readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  /** Ends an execution of the lifecycle; one that has ended stays so. */
  readonly stopLifecycle: (executionArn: string) => Promise<void>;
  readonly startCoding: (name: string, input: EncounterId) => Promise<string>;
  readonly changeEncounter: ChangeEncounter;
  /** Hands the decision of a task to whoever waits for it. */
  readonly answerTask: (task: Task) => Promise<void>;
  /** Lets a lifecycle look again whose claim had a decision taken back, which a crash kept from it. */
  readonly wakeUndone: (claim: Claim) => Promise<void>;
  /** Ends what a crash kept from ending when a decision about a visit was taken back. */
  readonly finishUndo: (encounter: Encounter) => Promise<void>;
  /** Withdraws what a crash kept from being withdrawn when the news came. */
  readonly withdrawOutdated: (claim: Claim) => Promise<void>;
  /** Sends out the corrections that open tasks of one claim have kept for each other. */
  readonly releaseKept: (open: readonly Task[]) => Promise<unknown>;
  readonly now: () => Date;
  readonly swept: (counts: Swept) => void;
};

/** How many records of each kind were started again. */
export type Swept = { readonly claims: number; readonly encounters: number };

const openClaims = ClaimStatus.options.filter((status) => status !== 'closed');

/** Statuses in which the coding workflow drives an encounter. */
const openEncounters = ['documented', 'coding', 'coded'] as const;

/**
 * Starts again whatever is open and has no running execution, or two of them: claims and encounters; and hands decisions
 * again to whoever waits for them. A restarted workflow replays from the records, and the first answer to a wait stands,
 * so doing it once too often does nothing twice.
 */
export const sweepRecords = async (effects: SweepEffects): Promise<Swept> => {
  const swept = { claims: 0, encounters: 0 };
  const open = new Set<string>();
  for (const { practiceId } of await effects.listPractices()) {
    swept.claims += await sweepClaims(practiceId, open, effects);
    swept.encounters += await sweepEncounters(practiceId, effects);
  }
  await endLeftOver(open, effects);
  effects.swept(swept);
  return swept;
};

const all = async <S, R extends Driven>(
  list: (status: S) => Promise<R[]>,
  statuses: readonly S[],
): Promise<R[]> => (await Promise.all(statuses.map(list))).flat();

/** A lifecycle whose claim another one closed waits for what nobody tells any more. */
const endLeftOver = async (open: ReadonlySet<string>, effects: SweepEffects): Promise<void> => {
  for (const executionArn of await effects.runningLifecycles()) {
    const claimId = stemOf(executionArn);
    if (open.has(claimId)) continue;
    const claim = await effects.findClaim(claimId);
    if (claim?.status === 'closed') await effects.stopLifecycle(executionArn);
  }
};

/** Adds the claims that it finds open to `open`. */
const sweepClaims = async (practiceId: string, open: Set<string>, effects: SweepEffects): Promise<number> => {
  const claims = await all((status) => effects.claimsByStatus(practiceId, status), openClaims);
  for (const claim of claims) {
    open.add(claim.claimId);
    const tasks = await effects.tasksOfClaim(claim.claimId);
    await answerAgain(unappliedTasks(claim, tasks), effects);
    if (lastUndo(claim)) await effects.wakeUndone(claim);
    if (tasks.some((task) => task.status === 'open' && isOutdated(task, claim)))
      await effects.withdrawOutdated(claim);
    else await releaseInTime(tasks, effects);
  }
  const now = effects.now();
  const running = await effects.runningLifecycles();
  const beside = new Set(besideOthers(claims, running));
  for (const executionArn of beside) await effects.stopLifecycle(executionArn);
  const alone = new Set([...running].filter((executionArn) => !beside.has(executionArn)));
  const stranded = strandedBy(claims, alone, now);
  for (const { claimId } of stranded) {
    await effects.startClaimLifecycle(restartName(claimId, now), { practiceId, claimId });
  }
  return stranded.length;
};

/** A correction waits for other desks no longer than until a first one is reminded, well before a limit ends. */
const releaseInTime = async (tasks: readonly Task[], { releaseKept, now }: SweepEffects): Promise<void> => {
  const open = tasks.filter(({ status, share }) => status === 'open' && share !== undefined);
  if (isToGoOut(open, now())) await releaseKept(open);
};

const sweepEncounters = async (practiceId: string, effects: SweepEffects): Promise<number> => {
  const encounters = await all((status) => effects.encountersByStatus(practiceId, status), openEncounters);
  const complete = encounters.filter(({ registration, document }) => registration && document);
  for (const encounter of complete) {
    const tasks = await effects.tasksOfEncounter(practiceId, encounter.encounterId);
    await answerAgain(untakenTasks(encounter, tasks), effects);
    if (encounter.asksAgain) await effects.finishUndo(encounter);
  }
  const now = effects.now();
  const stranded = strandedBy(complete, await effects.runningCodings(), now);
  for (const { encounterId } of stranded) {
    const id = { practiceId, encounterId };
    const name = restartName(shortDigest(`${practiceId}/${encounterId}`), now);
    const executionArn = await effects.startCoding(name, id);
    await effects.changeEncounter(id, () => ({ executionArn }));
  }
  return stranded.length;
};

/** A crash between closing a task and answering would leave a workflow waiting for ever. */
const answerAgain = async (tasks: readonly Task[], { answerTask }: SweepEffects): Promise<void> => {
  for (const task of tasks) await answerTask(task);
};
