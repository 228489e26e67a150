import type { Claim } from '../../functions/domain/claim.ts';
import type { Page, PageAsked } from '../../functions/domain/paging/page.ts';
import type { ExecutionFound, Restarts } from '../../functions/domain/restarts/restarts.ts';
import type { Sweep, SweepShare } from '../../functions/domain/restarts/sweep.ts';
import type { ToLookAfter } from '../../functions/domain/restarts/to-look-after.ts';
import type { Task } from '../../functions/domain/task.ts';
import { waits } from '../../functions/domain/wait.ts';
import type { DrivingEffects } from '../../functions/sweep/driving.ts';
import { type ExecutionEnded, restartFailed } from '../../functions/sweep/restart-failed.ts';
import { startAgainByTask } from '../../functions/sweep/start-again-by-task.ts';
import { type SweepPracticeEffects, sweepPractice } from '../../functions/sweep/sweep-practice.ts';
import { sweepRecords } from '../../functions/sweep/sweep-records.ts';
import { answerWaiting } from '../../functions/tasks/decide-task.ts';
import { releaseKept } from '../../functions/tasks/desks/kept-correction.ts';
import { type RaiseTaskEffects, raiseTask } from '../../functions/tasks/raise-task.ts';
import { wakeUndone } from '../../functions/tasks/undo/undo-decision.ts';
import { type WithdrawTaskEffects, withdrawTask } from '../../functions/tasks/withdraw-outdated.ts';
import type { Invocation } from './boundary.ts';
import type { Records } from './records.ts';
import type { claimStores, taskStores } from './stores.ts';
import type { Engine, waitStores } from './wait-stores.ts';

/** What the world does for the sweep: its messages, and its engine. */
export type SweepSurroundings = Pick<Engine, 'find'> & {
  readonly shared: (share: SweepShare) => void;
  readonly endedAgain: (ended: ExecutionEnded, at: Date) => void;
};

type Effects = ReturnType<typeof claimStores> &
  ReturnType<typeof taskStores> &
  ReturnType<typeof waitStores> &
  RaiseTaskEffects &
  WithdrawTaskEffects & {
    readonly records: Records;
    readonly invocation: Invocation;
    readonly around: SweepSurroundings;
    readonly withdrawOutdated: (claim: Claim) => Promise<void>;
    readonly findQueued: (of: {
      readonly claimId: string;
      readonly submissionNumber: number;
    }) => Promise<{ readonly queuedAt: string } | undefined>;
    readonly listPractices: SweepRecordsPractices;
  };

type SweepRecordsPractices = () => Promise<readonly { readonly practiceId: string }[]>;

const noVisits = async (): Promise<never> => {
  throw new TypeError('No visit is coded here');
};

const drivingOf = (effects: Effects): DrivingEffects => {
  const { records, around, invocation } = effects;
  const { call } = invocation;
  const find = (name: string): Promise<ExecutionFound | undefined> =>
    call('executions.describe', () => around.find(name));
  return {
    findRestarts: (recordId) => call('restarts.get', () => records.restarts.get(recordId)),
    saveRestarts: (recordId, before: Restarts | undefined, after: Restarts) =>
      call('restarts.put', () => {
        if (records.restarts.get(recordId)?.name !== before?.name) return false;
        records.restarts.set(recordId, after);
        return true;
      }),
    findLifecycle: find,
    findCoding: noVisits,
    startClaimLifecycle: effects.startClaimLifecycle,
    startCoding: noVisits,
    changeEncounter: noVisits,
    raiseTask: (draft, subject) => raiseTask(draft, subject, effects),
    withdrawStopped: async (taskId) => {
      const task = await effects.findTask(taskId);
      if (task?.status === 'open') await withdrawTask(task, { now: new Date(), note: 'It goes on' }, effects);
    },
    now: () => new Date(),
  };
};

/** Small enough that a round takes several pages and several sweeps. */
const share = 12;

const openPageOf =
  ({ records, invocation }: Effects) =>
  (_practiceId: string, { limit, after = '' }: PageAsked): Promise<Page<ToLookAfter>> =>
    invocation.call('claims.open', () => {
      const open = [...records.claims.values()]
        .filter(({ claimId, status }) => status !== 'closed' && claimId > after)
        .toSorted((one, other) => (one.claimId < other.claimId ? -1 : 1));
      const items = open.slice(0, Math.min(limit, 5)).map((claim) => ({ claim }));
      const last = items.at(-1)?.claim.claimId;
      return open.length > items.length ? { items, next: last } : { items };
    });

const practiceOf = (effects: Effects): SweepPracticeEffects => {
  const { records, invocation } = effects;
  const { call } = invocation;
  return {
    ...effects,
    ...drivingOf(effects),
    ...sweepStores(effects),
    openPage: openPageOf(effects),
    findOpen: (recordId) =>
      call('claims.get', () => {
        const claim = records.claims.get(recordId.replace('claim/', ''));
        return claim && claim.status !== 'closed' ? { claim } : undefined;
      }),
    findWait: (waitId) => call('waits.get', () => records.waits.get(waitId) ?? {}),
    transmissionWait: async ({ claimId, submissions }) => {
      const submissionNumber = submissions.length;
      const queued = await effects.findQueued({ claimId, submissionNumber });
      return queued && waits.transmission(claimId, submissionNumber, queued.queuedAt);
    },
    tasksOfEncounter: noVisits,
    claimsOfEncounter: noVisits,
    stopCoding: noVisits,
    finishUndo: noVisits,
    tasksToCarryOut: async (): Promise<readonly Task[]> => [],
    carryOut: noVisits,
    answerTask: (task) => answerWaiting(task, effects),
    wakeUndone: (claim) => wakeUndone(claim, effects),
    releaseKept: (open) => releaseKept(open, new Date(), effects),
    // What fails here comes again with the next round.
    failed: () => undefined,
    swept: () => undefined,
  };
};

const sweepStores = ({ records, invocation }: Effects) => ({
  findSweep: (practiceId: string) => invocation.call('sweeps.get', () => records.sweeps.get(practiceId)),
  saveSweep: (practiceId: string, sweep: Sweep) =>
    invocation.call('sweeps.put', () => void records.sweeps.set(practiceId, sweep)),
});

/** The sweep's functions, as their entry points wire them. */
export const sweepingOf = (effects: Effects) => ({
  sweep: () =>
    sweepRecords({
      ...effects,
      ...sweepStores(effects),
      handShareOn: ({ practiceId }) =>
        effects.invocation.call('shares.send', () => effects.around.shared({ practiceId, share })),
      now: () => new Date(),
      swept: () => undefined,
    }),
  startAgain: (task: Task) =>
    startAgainByTask(task, {
      ...drivingOf(effects),
      findClaim: effects.findClaim,
      findEncounter: noVisits,
    }),
  sweepPractice: (one: SweepShare) => sweepPractice(one, practiceOf(effects)),
  restartFailed: (ended: ExecutionEnded) =>
    restartFailed(ended, {
      ...drivingOf(effects),
      findClaim: effects.findClaim,
      findEncounter: noVisits,
      findVisit: noVisits,
      lookAgain: (again, at) =>
        effects.invocation.call('restarts.send', () => effects.around.endedAgain(again, at)),
    }),
});
