import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { OpenRecords } from '../../functions/domain/follow-up/open-records.ts';
import type { Task } from '../../functions/domain/task.ts';
import { type LooseOf, reportOpen } from '../../functions/follow-up/check-open.ts';
import { claim } from '../factories/claims.ts';
import { aTask } from '../factories/tasks.ts';

const now = new Date('2026-11-02T10:00:00.000Z');

const open = (
  claims: readonly Claim[],
  lifecycles: readonly string[] = [],
  tasks: readonly Task[] = [],
): OpenRecords => ({
  claims,
  encounters: [],
  tasks,
  tasksWithBell: new Set(),
  waits: new Map(
    claims.map(({ claimId }) => [`${claimId}/acknowledgement/1`, { token: `token of ${claimId}`, round: 0 }]),
  ),
  outboxes: [],
  queued: [],
  held: [],
  payments: [],
  running: {
    lifecycles: new Set(lifecycles),
    codings: new Set(),
  },
});

/** The daily check, with what each look at the records finds. */
const checking = async (...looks: readonly OpenRecords[]) => {
  const told: LooseOf[] = [];
  const again: string[] = [];
  const counts: number[] = [];
  let look = 0;
  let pauses = 0;
  await reportOpen({
    listPractices: async () => [{ practiceId: 'maple-street' }],
    openRecords: async () => looks[look++] ?? open([]),
    pause: async () => void pauses++,
    now: () => now,
    setWaitBell: async (waitId) => void again.push(waitId),
    setTaskBell: async (taskId) => void again.push(taskId),
    told: (loose) => void told.push(loose),
    counted: (count) => void counts.push(count),
  });
  return { told, again, counts, pauses };
};

describe('the daily check', () => {
  it('says zero after one look where everything has a next step', async () => {
    expect(await checking(open([]))).toEqual({ told: [], again: [], counts: [0], pauses: 0 });
  });

  it('does not count what was between two steps at the first look', async () => {
    const moving = claim({ executionArn: 'arn:gone' });
    expect((await checking(open([moving]), open([]))).counts).toEqual([0]);
    const other = claim({ claimId: 'C0000000000B1', executionArn: 'arn:gone' });
    expect((await checking(open([moving]), open([other]))).counts).toEqual([0]);
  });

  it('counts and names what is found twice, and sets a bell again that is missing', async () => {
    const stuck = claim({ executionArn: 'arn:1' });
    const look = open([stuck], ['arn:1']);
    const { told, again, counts } = await checking(look, look);
    expect(counts).toEqual([1]);
    expect(told).toMatchObject([{ practiceId: 'maple-street', kind: 'claim', id: 'C0000000000A1' }]);
    expect(again).toEqual(['C0000000000A1/acknowledgement/1']);
  });

  it('sets the bell of a task again that was written before there were any', async () => {
    const look = open([], [], [aTask({ createdAt: '2026-11-01T10:00:00.000Z' })]);
    const { told, again } = await checking(look, look);
    expect(told.map(({ kind }) => kind)).toEqual(['task']);
    expect(again).toEqual([aTask().taskId]);
  });
});
