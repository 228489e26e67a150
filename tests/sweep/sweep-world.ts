import type { Claim } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { Restarts } from '../../functions/domain/restarts/restarts.ts';
import type { Sweep } from '../../functions/domain/restarts/sweep.ts';
import type { ToLookAfter } from '../../functions/domain/restarts/to-look-after.ts';
import type { Task } from '../../functions/domain/task.ts';
import { visitReference } from '../../functions/domain/visit/visit-reference.ts';
import type { Wait } from '../../functions/domain/wait.ts';
import { restartFailed } from '../../functions/sweep/restart-failed.ts';
import { startAgainByTask } from '../../functions/sweep/start-again-by-task.ts';
import { type SweepPracticeEffects, sweepPractice } from '../../functions/sweep/sweep-practice.ts';
import { assignTask } from '../../functions/tasks/assign-task.ts';
import { practice } from '../factories/practices.ts';
import { anOutcome } from '../factories/tasks.ts';

type Start = {
  readonly claims?: readonly Claim[];
  readonly encounters?: readonly Encounter[];
  readonly tasks?: readonly Task[];
  readonly waits?: Readonly<Record<string, Wait>> | undefined;
};

const minute = 60_000;

/** A practice in memory with its engine and its clock, as the sweep and the news of ends find it. */
export class SweepWorld {
  now = Date.parse('2026-11-02T10:00:00.000Z');
  readonly claims: Map<string, Claim>;
  readonly encounters: Map<string, Encounter>;
  readonly tasks: Map<string, Task>;
  readonly waits: Map<string, Wait>;
  /** By name; the engine starts each once. */
  readonly executions = new Map<string, { isRunning: boolean; startedAt: number }>();
  readonly restarts = new Map<string, Restarts>();
  readonly sweeps = new Map<string, Sweep>();
  /** What was done, in its order. */
  readonly done: string[] = [];
  readonly again: Date[] = [];
  describes = 0;
  /** What fails the next time, by the name of the effect. */
  readonly failing = new Set<string>();

  constructor({ claims = [], encounters = [], tasks = [], waits = {} }: Start) {
    this.claims = new Map(claims.map((one) => [one.claimId, one]));
    this.encounters = new Map(encounters.map((one) => [one.encounterId, one]));
    this.tasks = new Map(tasks.map((one) => [one.taskId, one]));
    this.waits = new Map(Object.entries(waits));
  }

  after(minutes: number): this {
    this.now += minutes * minute;
    return this;
  }

  /** An execution that began some minutes ago, and runs or is over. */
  execution(name: string, isRunning: boolean, minutesAgo = 600): this {
    this.executions.set(name, { isRunning, startedAt: this.now - minutesAgo * minute });
    return this;
  }

  /** An execution fails: the claims that it drove go on naming it. */
  fail(name: string): void {
    this.execution(name, false);
  }

  get runningNames(): string[] {
    return [...this.executions].flatMap(([name, { isRunning }]) => (isRunning ? [name] : []));
  }

  private failOnce(name: string): void {
    if (this.failing.delete(name)) throw new Error(`${name} fails`);
  }

  private start(name: string): boolean {
    this.failOnce('start');
    if (this.executions.has(name)) return false;
    this.executions.set(name, { isRunning: true, startedAt: this.now });
    this.done.push(`start ${name}`);
    return true;
  }

  private find = async (name: string) => {
    this.describes += 1;
    return this.executions.get(name);
  };

  private stop = async (name: string): Promise<void> => {
    this.execution(name, false);
    this.done.push(`stop ${name}`);
  };

  readonly effects: SweepPracticeEffects = {
    findRestarts: async (id) => this.restarts.get(id),
    saveRestarts: async (id, before, after) => {
      if (this.restarts.get(id)?.name !== before?.name) return false;
      this.restarts.set(id, after);
      return true;
    },
    now: () => new Date(this.now),
    findLifecycle: this.find,
    findCoding: this.find,
    // The lifecycle records itself as it begins; a claim that is poison fails before or after, as the test says.
    startClaimLifecycle: async (name, { claimId }) => {
      const claim = this.claims.get(claimId);
      if (this.start(name) && claim) this.claims.set(claimId, { ...claim, executionArn: `arn:${name}` });
    },
    startCoding: async (name) => {
      this.start(name);
      return `arn:${name}`;
    },
    changeEncounter: async ({ encounterId }, patch) => {
      const before = this.encounters.get(encounterId);
      if (!before) throw new TypeError('There is no visit');
      const after = { ...before, ...patch(before) };
      this.encounters.set(encounterId, after);
      return after;
    },
    raiseTask: async (draft, subject) => {
      const known = this.tasks.get(subject.taskId);
      if (known) return known;
      const task = assignTask(draft, subject, practice(), new Date(this.now));
      this.tasks.set(task.taskId, task);
      this.done.push(`ask ${task.owner}`);
      return task;
    },
    withdrawStopped: async (taskId) => {
      const task = this.tasks.get(taskId);
      if (task?.status === 'open') this.tasks.set(taskId, { ...task, status: 'done' });
      this.done.push(`withdraw ${taskId}`);
    },
    findWait: async (id) => this.waits.get(id) ?? {},
    tasksOfClaim: async (claimId) => [...this.tasks.values()].filter((one) => one.claimId === claimId),
    tasksOfEncounter: async (_practiceId, encounterId) =>
      [...this.tasks.values()].filter((one) => one.encounterId === encounterId),
    findClaim: async (claimId) => this.claims.get(claimId),
    claimsOfEncounter: async (_practiceId, encounterId) =>
      [...this.claims.values()].filter((one) => one.encounterId === encounterId),
    transmissionWait: async () => undefined,
    stopLifecycle: this.stop,
    stopCoding: this.stop,
    answerTask: async ({ taskId }) => {
      this.failOnce('answer');
      this.done.push(`answer ${taskId}`);
    },
    wakeUndone: async ({ claimId }) => void this.done.push(`wake ${claimId}`),
    withdrawOutdated: async ({ claimId }) => void this.done.push(`withdraw of ${claimId}`),
    releaseKept: async (open) => void this.done.push(`release of ${open.map(({ taskId }) => taskId).join()}`),
    finishUndo: async ({ encounterId }) => void this.done.push(`finish undo of ${encounterId}`),
    findSweep: async (id) => this.sweeps.get(id),
    saveSweep: async (id, sweep) => {
      this.failOnce('save');
      this.sweeps.set(id, sweep);
    },
    openPage: async (_practiceId, { limit, after = '' }) => {
      const all: [string, ToLookAfter][] = [
        ...[...this.claims.values()]
          .filter(({ status }) => status !== 'closed')
          .map((claim): [string, ToLookAfter] => [`c${claim.claimId}`, { claim }]),
        ...[...this.encounters.values()].map((encounter): [string, ToLookAfter] => [
          `e${encounter.encounterId}`,
          { encounter },
        ]),
      ];
      const open = all.filter(([key]) => key > after).toSorted(([a], [b]) => (a < b ? -1 : 1));
      const items = open.slice(0, limit).map(([, record]) => record);
      return open.length > limit ? { items, next: open[limit - 1]?.[0] } : { items };
    },
    findOpen: async (id) => {
      const claim = this.claims.get(id.split('/').at(-1) ?? '');
      const encounter = this.encounters.get(id.split('/').at(-1) ?? '');
      return claim && claim.status !== 'closed' ? { claim } : encounter && { encounter };
    },
    tasksToCarryOut: async () => [],
    carryOut: async ({ taskId }) => void this.done.push(`carry out ${taskId}`),
    failed: (id) => void this.done.push(`failed ${id}`),
    swept: () => undefined,
  };

  readonly sweep = (share = 1000) => sweepPractice({ practiceId: 'maple-street', share }, this.effects);

  /** EventBridge tells that an execution of a claim, or of a visit, has failed or was ended. */
  readonly hear = (record: Claim | Encounter) => {
    const { practiceId } = record;
    const input =
      'claimId' in record
        ? { practiceId, claimId: record.claimId }
        : { practiceId, visit: visitReference(record) };
    return restartFailed(
      { detail: { input: JSON.stringify(input) } },
      {
        ...this.effects,
        findEncounter: async ({ encounterId }) => this.encounters.get(encounterId),
        findVisit: async ({ visit }) =>
          [...this.encounters.values()].find((one) => visitReference(one) === visit),
        lookAgain: async (_ended, at) => void this.again.push(at),
      },
    );
  };

  /** A person decides to start again what stopped. */
  readonly decide = async (task: Task): Promise<void> => {
    const outcome = anOutcome({ action: 'start-again', at: new Date(this.now).toISOString() });
    this.tasks.set(task.taskId, { ...task, status: 'done', outcome });
  };

  readonly carryOut = (taskId: string): Promise<void> => {
    const task = this.tasks.get(taskId);
    if (!task) throw new TypeError(`There is no task ${taskId}`);
    return startAgainByTask(task, {
      ...this.effects,
      findEncounter: async ({ encounterId }) => this.encounters.get(encounterId),
    });
  };

  get openTask(): Task {
    const task = [...this.tasks.values()].find(
      ({ kind, status }) => kind === 'work-stopped' && status === 'open',
    );
    if (!task) throw new TypeError('Nobody is asked');
    return task;
  }
}
