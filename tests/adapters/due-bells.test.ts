import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bellIndex } from '../../functions/adapters/table.env.ts';
import { bellShardOf } from '../../functions/domain/follow-up/bell.ts';
import type { Task } from '../../functions/domain/task.ts';
import { anOutcome, aTask } from '../factories/tasks.ts';
import { fakeTable, type Item } from './fake-table.ts';

let table: ReturnType<typeof fakeTable>;

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  table = fakeTable();
});

/** What the index has of an item, as DynamoDB projects it. */
const projected = (item: Item): Item => {
  const kept: readonly string[] = [
    'pk',
    'sk',
    `${bellIndex.name}pk`,
    `${bellIndex.name}sk`,
    ...bellIndex.attributes,
  ];
  return Object.fromEntries(Object.entries(item).filter(([name]) => kept.includes(name)));
};

/** The bells of a kind in the part of the index that an id is in, until an instant, page by page. */
const bellsOf = async (kind: 'wait' | 'task', id: string, until: string): Promise<unknown[]> => {
  const { dueBells } = await import('../../functions/adapters/follow-up/due-bells.ts');
  for (const [name, item] of table.items) table.items.set(name, projected(item));
  const found: unknown[] = [];
  for (let after: string | undefined, first = true; first || after !== undefined; first = false) {
    const page = await dueBells(kind, { shard: bellShardOf(id), until, after });
    found.push(...page.items);
    after = page.next;
  }
  return found;
};

const task = aTask({ remindAt: '2026-11-05T12:00:00.000Z', due: '2026-11-07T12:00:00.000Z' });
const always = '9999';

const written = async (one: Task): Promise<unknown[]> => {
  const { addTask } = await import('../../functions/adapters/task-store.ts');
  await addTask(one);
  return bellsOf('task', one.taskId, always);
};

describe('the index of bells', () => {
  it.each<[string, Partial<Task>, string | undefined]>([
    ['its reminder', {}, task.remindAt],
    ['its deadline once its owner was reminded', { remindedAt: task.remindAt }, task.due],
    [
      'a mail that was held back until another day',
      { remindAt: '2026-12-01T00:00:00.000Z' },
      '2026-12-01T00:00:00.000Z',
    ],
    ['nothing once both were told', { remindedAt: task.remindAt, escalatedAt: task.due }, undefined],
    ['nothing once it is decided', { status: 'done', outcome: anOutcome() }, undefined],
  ])('has of a task %s, written with the task', async (_, change, at) => {
    const bells = at === undefined ? [] : [{ kind: 'task', taskId: task.taskId, at }];
    expect(await written({ ...task, ...change })).toEqual(bells);
  });

  it('gives what is due until an instant, that one counted in, the earliest first and page after page', async () => {
    const { addTask } = await import('../../functions/adapters/task-store.ts');
    const shard = bellShardOf('T0');
    const ids = Array.from({ length: 200 }, (_, n) => `T${n}`).filter((id) => bellShardOf(id) === shard);
    expect(ids.length).toBeGreaterThan(5);
    for (const [n, taskId] of ids.entries())
      await addTask(aTask({ ...task, taskId, remindAt: `2026-11-0${9 - (n % 9)}T12:00:00.000Z` }));
    const until = '2026-11-05T12:00:00.000Z';
    const found = (await bellsOf('task', 'T0', until)) as { at: string }[];
    expect(found).toHaveLength(ids.filter((_, n) => 9 - (n % 9) <= 5).length);
    expect(found.map(({ at }) => at)).toEqual(found.map(({ at }) => at).toSorted());
    expect(found.at(-1)?.at).toBe(until);
  });

  it('gives of a wait its round and instant, and nothing of tasks beside it', async () => {
    const { WaitEntity } = await import('../../functions/adapters/follow-up/wait-table.ts');
    const waitId = 'C0000000000A1/remittance/1.0';
    const bell = bellShardOf(waitId);
    const ringAt = '2026-11-16T10:00:00.000Z';
    await WaitEntity.put({ waitId, token: 'a', round: 2, bell, ringAt, expiresAt: 1 }).go();
    expect(await bellsOf('wait', waitId, always)).toEqual([{ kind: 'wait', waitId, round: 2, at: ringAt }]);
    expect(await bellsOf('task', waitId, always)).toEqual([]);
    expect(await bellsOf('wait', waitId, '2026-11-16T09:59:59.999Z')).toEqual([]);
  });
});
