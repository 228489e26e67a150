import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Encounter } from '../../functions/domain/encounter.ts';
import { restartOf } from '../../functions/domain/restarts/restarts.ts';
import { newSweep } from '../../functions/domain/restarts/sweep.ts';
import type { ToLookAfter } from '../../functions/domain/restarts/to-look-after.ts';
import type { Task } from '../../functions/domain/task.ts';
import { claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { decidedTask, undecidedTask } from '../factories/tasks.ts';
import { fakeTable } from './fake-table.ts';

vi.hoisted(() => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'us-east-1');
});

const { findOpen, openPage } = await import('../../functions/adapters/sweep/open-pages.ts');
const { findRestarts, saveRestarts } = await import('../../functions/adapters/sweep/restarts-store.ts');
const { findSweep, saveSweep } = await import('../../functions/adapters/sweep/sweep-store.ts');
const { ClaimEntity, EncounterEntity, TaskEntity } = await import('../../functions/adapters/table.ts');
const { encounterKeys } = await import('../../functions/adapters/encounter-store.ts');
const { noteCarriedOut, taskKeys, tasksByStatus, tasksToCarryOut } = await import(
  '../../functions/adapters/task-store.ts'
);

const practiceId = 'maple-street';
const now = new Date('2026-11-02T10:00:00.000Z');

beforeEach(() => void fakeTable());

const enterClaim = async (change: Parameters<typeof claim>[0]): Promise<void> => {
  const one = claim(change);
  const { claimId, encounterId, patientId, status, dateOfService, version } = one;
  const keys = { practiceId, claimId, encounterId, patientId, status, dateOfService, version };
  await ClaimEntity.put({ ...keys, record: one }).go();
};

const enterVisit = async (change: Partial<Encounter>): Promise<void> => {
  const visit = anEncounter(change);
  await EncounterEntity.put({ ...encounterKeys(visit), record: visit }).go();
};

const idOf = (record: ToLookAfter): string =>
  'claim' in record ? record.claim.claimId : record.encounter.encounterId;

describe('what is open of a practice', () => {
  it('is each record that is not over, once, page by page, and visits that were billed lately', async () => {
    const statuses = ['ready', 'accepted', 'accepted', 'accepted', 'appealed', 'closed'] as const;
    for (const [at, status] of statuses.entries()) await enterClaim({ claimId: `C0000000000A${at}`, status });
    const visits = ['registered', 'documented', 'coding', 'coded', 'claimed', 'self-pay'] as const;
    for (const [at, status] of visits.entries())
      await enterVisit({ encounterId: `E${at}`, status, createdAt: '2026-10-20T10:00:00.000Z' });
    await enterVisit({ encounterId: 'long-ago', status: 'claimed', createdAt: '2026-09-20T10:00:00.000Z' });
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = await openPage(practiceId, { limit: 3, after }, now);
      expect(page.items.length).toBeLessThanOrEqual(3);
      found.push(...page.items.map(idOf));
      after = page.next;
    } while (after !== undefined);
    const open = ['0', '1', '2', '3', '4'].map((at) => `C0000000000A${at}`);
    expect(found.toSorted()).toEqual([...open, 'E1', 'E2', 'E3', 'E4']);
  });

  it('is found by what its restarts are named by, as long as it is open', async () => {
    await enterClaim({ claimId: 'C0000000000A1' });
    await enterClaim({ claimId: 'C0000000000A2', status: 'closed' });
    await enterVisit({ status: 'coding' });
    expect(await findOpen('claim/C0000000000A1')).toHaveProperty('claim.claimId', 'C0000000000A1');
    expect(await findOpen('claim/C0000000000A2')).toBeUndefined();
    expect(await findOpen('encounter/maple-street/E1014')).toHaveProperty('encounter.encounterId', 'E1014');
    expect(await findOpen('encounter/maple-street/E2')).toBeUndefined();
  });
});

it('the restarts of a record, and the place of a sweep, are read as they were written', async () => {
  const driven = { recordId: 'claim/C1', stem: 'C1', mark: 'm', execution: 'C1', createdAt: '' };
  const restarts = restartOf(driven, 1, now);
  expect(await findRestarts('claim/C1')).toBeUndefined();
  expect(await saveRestarts('claim/C1', undefined, restarts)).toBe(true);
  expect(await findRestarts('claim/C1')).toEqual(restarts);
  const suspects = [{ recordId: 'claim/C1', execution: 'C1', mark: 'm', at: now.toISOString() }];
  const sweep = { ...newSweep(now), place: 'x', seen: 3, suspects };
  await saveSweep(practiceId, sweep);
  expect(await findSweep(practiceId)).toEqual(sweep);
});

describe('a decision that no workflow waits for', () => {
  const enter = async (task: Task): Promise<void> => {
    await TaskEntity.put({ ...taskKeys(task), record: task }).go();
  };
  const mending = decidedTask('mend-record', { taskId: 'mending', kind: 'record-mending' });

  it.each([
    ['a mending of a record', mending],
    ['a coverage that became known', decidedTask('bill-other-payer', { kind: 'known-coverage' })],
    ['work that is started again', decidedTask('start-again', { kind: 'work-stopped' })],
  ])('is listed until it is carried out: %s', async (_title, task) => {
    await enter(task);
    expect((await tasksToCarryOut(practiceId)).map(({ taskId }) => taskId)).toEqual([task.taskId]);
    await noteCarriedOut(task.taskId, now);
    expect(await tasksToCarryOut(practiceId)).toEqual([]);
    const [done] = await tasksByStatus(practiceId, 'done');
    expect(done).toEqual({ ...task, carriedOutAt: now.toISOString() });
  });

  it('is told from one that changes nothing, and from one that a workflow takes', async () => {
    await enter(undecidedTask);
    await enter(decidedTask('dismiss', { taskId: 'a', kind: 'known-coverage' }));
    await enter(decidedTask('keep-record', { taskId: 'b', kind: 'record-mending' }));
    await enter(decidedTask('bill-other-payer', { taskId: 'c', kind: 'denial' }));
    expect(await tasksToCarryOut(practiceId)).toEqual([]);
  });
});
