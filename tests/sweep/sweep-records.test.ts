import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { Encounter } from '../../functions/domain/encounter.ts';
import type { Task } from '../../functions/domain/task.ts';
import { basisOf } from '../../functions/domain/tasks/basis.ts';
import { type SweepEffects, sweepRecords } from '../../functions/sweep/sweep-records.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { anOutcome, aTask, decidedTask } from '../factories/tasks.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const minute = Math.floor(now.getTime() / 60_000);
const old = '2026-11-02T09:00:00.000Z';

type Records = {
  readonly claims?: readonly Claim[];
  readonly encounters?: readonly Encounter[];
  readonly tasks?: readonly Task[];
  readonly running?: readonly string[];
};

/** The records of one practice, and what a sweep does about them in its order. */
const recordsOf = ({ claims = [], encounters = [], tasks = [], running = [] }: Records) => {
  const done: string[] = [];
  const changed: Partial<Encounter>[] = [];
  const runningArns = async () => new Set(running);
  const effects: SweepEffects = {
    listPractices: async () => [{ practiceId: 'maple-street' }],
    findClaim: async (claimId) => claims.find((one) => one.claimId === claimId),
    claimsByStatus: async (_practiceId, status) => claims.filter((one) => one.status === status),
    encountersByStatus: async (_practiceId, status) => encounters.filter((one) => one.status === status),
    tasksByStatus: async (_practiceId, status) => tasks.filter((one) => one.status === status),
    tasksOfClaim: async (claimId) => tasks.filter((one) => one.claimId === claimId),
    tasksOfEncounter: async (_practiceId, encounterId) =>
      tasks.filter((one) => one.encounterId === encounterId),
    runningLifecycles: runningArns,
    runningCodings: runningArns,
    startClaimLifecycle: async (name, { claimId }) => void done.push(`lifecycle of ${claimId} as ${name}`),
    startCoding: async (name, { encounterId }) => {
      done.push(`coding of ${encounterId}`);
      return `arn:${name}`;
    },
    stopLifecycle: async (executionArn) => void done.push(`stop ${executionArn}`),
    changeEncounter: async (_id, patch) => {
      const before = anEncounter();
      changed.push(patch(before) ?? {});
      return before;
    },
    answerTask: async ({ taskId }) => void done.push(`answer ${taskId}`),
    wakeUndone: async ({ claimId }) => void done.push(`wake ${claimId}`),
    finishUndo: async ({ encounterId }) => void done.push(`finish undo of ${encounterId}`),
    withdrawOutdated: async ({ claimId }) => void done.push(`withdraw of ${claimId}`),
    now: () => now,
    releaseKept: async (open) => void done.push(`release of ${open.map(({ taskId }) => taskId).join()}`),
    swept: (counts) => void done.push(JSON.stringify(counts)),
  };
  return { done, changed, sweep: () => sweepRecords(effects) };
};

const nothing = { claims: 0, encounters: 0 };

describe('the sweep of corrections that wait for other desks', () => {
  const [coder, front] = (['coder', 'front-desk'] as const).map((desk) =>
    aTask({
      taskId: `of-${desk}`,
      claimId: adjudicated().claimId,
      remindAt: '2026-11-05T12:00:00.000Z',
      share: { desk, parts: [], isFirst: desk === 'coder', others: [] },
    }),
  );
  const kept = anOutcome({ action: 'resubmit' });
  const swept = async (tasks: readonly (Task | undefined)[]): Promise<string[]> => {
    const { done, sweep } = recordsOf({
      claims: [adjudicated({ executionArn: 'arn:1' })],
      tasks: tasks.flatMap((task) => task ?? []),
      running: ['arn:1'],
    });
    await sweep();
    return done.filter((one) => one.startsWith('release'));
  };

  it('leaves them until the first is reminded of, and sends them out then, or once all have corrected', async () => {
    if (!coder || !front) throw new TypeError('There are two tasks');
    expect(await swept([{ ...coder, kept }, front])).toEqual([]);
    const reminded = { ...coder, kept, remindAt: now.toISOString() };
    expect(await swept([reminded, front])).toEqual(['release of of-coder,of-front-desk']);
    expect(
      await swept([
        { ...coder, kept },
        { ...front, kept },
      ]),
    ).toHaveLength(1);
    expect(await swept([{ ...reminded, status: 'done' }, front])).toEqual([]);
  });
});

describe('the sweep of tasks about claims', () => {
  const asked = claim({ createdAt: old, executionArn: 'arn:running' });
  const taskOn = (basis: string) => aTask({ claimId: asked.claimId, basis, escalatedAt: old });
  const swept = async (basis: string) => {
    const { done, sweep } = recordsOf({ claims: [asked], tasks: [taskOn(basis)], running: ['arn:running'] });
    await sweep();
    return done.filter((one) => one.startsWith('withdraw'));
  };

  it('withdraws what the claim has left behind, and nothing else', async () => {
    expect(await swept('of another time')).toEqual([`withdraw of ${asked.claimId}`]);
    expect(await swept(basisOf(asked))).toEqual([]);
  });
});

describe('the sweep of claims', () => {
  const stranded = claim({ createdAt: old, executionArn: 'arn:gone' });
  const driven = claim({ claimId: 'C0000000000B1', createdAt: old, executionArn: 'arn:running' });

  it('starts again only those that no execution drives', async () => {
    const { done, sweep } = recordsOf({ claims: [stranded, driven], running: ['arn:running'] });
    expect(await sweep()).toEqual({ ...nothing, claims: 1 });
    expect(done).toEqual([
      `lifecycle of C0000000000A1 as C0000000000A1-${minute}`,
      JSON.stringify({ ...nothing, claims: 1 }),
    ]);
  });

  it('leaves closed ones alone', async () => {
    const { sweep } = recordsOf({ claims: [{ ...stranded, status: 'closed' }] });
    expect(await sweep()).toEqual(nothing);
  });

  it('hands a decision again to its lifecycle, before it looks whether that runs', async () => {
    const decided = decidedTask('write-off', { claimId: 'C0000000000A1', encounterId: undefined });
    const { done, sweep } = recordsOf({ claims: [stranded], tasks: [decided] });
    await sweep();
    expect(done.slice(0, 2)).toEqual([
      `answer ${decided.taskId}`,
      `lifecycle of C0000000000A1 as C0000000000A1-${minute}`,
    ]);
  });

  it('does not hand one again that the claim has taken', async () => {
    const decided = decidedTask('write-off', { claimId: 'C0000000000A1', encounterId: undefined });
    const { outcome } = decided;
    if (!outcome) throw new Error('The task is decided');
    const taken = { taskId: decided.taskId, action: outcome.action, by: outcome.by };
    const { done, sweep } = recordsOf({ claims: [{ ...driven, decisions: [taken] }], tasks: [decided] });
    await sweep();
    expect(done.filter((one) => one.startsWith('answer'))).toEqual([]);
  });
});

describe('the sweep of encounters', () => {
  const stranded = anEncounter({ status: 'coding', createdAt: old, executionArn: 'arn:gone' });

  it('starts the coding again and keeps which execution drives it', async () => {
    const { done, changed, sweep } = recordsOf({ encounters: [stranded] });
    expect(await sweep()).toEqual({ ...nothing, encounters: 1 });
    expect(done[0]).toBe(`coding of ${stranded.encounterId}`);
    expect(changed).toEqual([{ executionArn: expect.stringMatching(new RegExp(`^arn:\\w+-${minute}$`)) }]);
  });

  it.each([
    ['a part is still to come', { ...stranded, document: undefined }],
    ['nobody has to code it', { ...stranded, status: 'claimed' as const }],
  ])('leaves an encounter of which %s', async (_why, encounter) => {
    expect(await recordsOf({ encounters: [encounter] }).sweep()).toEqual(nothing);
  });

  it('hands the codes of a coder again that have not reached it', async () => {
    const { claimId: _claim, ...coded } = decidedTask('confirm-codes', {
      encounterId: stranded.encounterId,
    });
    const { done, sweep } = recordsOf({ encounters: [stranded], tasks: [coded] });
    await sweep();
    expect(done.slice(0, 2)).toEqual([`answer ${coded.taskId}`, `coding of ${stranded.encounterId}`]);
  });
});

describe('the sweep of lifecycles that run beside one another', () => {
  const own = claim({ executionArn: 'arn:C0000000000A1' });

  it('ends both and starts the claim again, for nobody can tell which of them is told what comes', async () => {
    // The claim's own is ended first: after a crash the claim is seen to be stranded.
    const running = ['arn:C0000000000A1-7', 'arn:C0000000000A1', 'arn:C0000000000B1'];
    const { done, sweep } = recordsOf({ claims: [own], running });
    await sweep();
    expect(done).toEqual([
      'stop arn:C0000000000A1',
      'stop arn:C0000000000A1-7',
      `lifecycle of C0000000000A1 as C0000000000A1-${minute}`,
      JSON.stringify({ ...nothing, claims: 1 }),
    ]);
  });

  it('leaves the only one of an open claim', async () => {
    const { done, sweep } = recordsOf({ claims: [own], running: ['arn:C0000000000A1'] });
    await sweep();
    expect(done).toEqual([JSON.stringify(nothing)]);
  });

  it('ends the one whose claim another one closed', async () => {
    const closed = claim({ ...own, status: 'closed' });
    const { done, sweep } = recordsOf({ claims: [closed], running: ['arn:C0000000000A1-7'] });
    await sweep();
    expect(done).toEqual(['stop arn:C0000000000A1-7', JSON.stringify(nothing)]);
  });
});
