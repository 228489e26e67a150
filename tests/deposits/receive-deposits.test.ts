import { describe, expect, it } from 'vitest';
import {
  practiceOfStatement,
  type ReceiveDepositsEffects,
  receiveDeposits,
} from '../../functions/deposits/receive-deposits.ts';
import type { Deposit } from '../../functions/domain/ledger/deposit.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { bai2File } from './bai2-files.ts';

const now = new Date('2026-10-14T12:00:00Z');
const key = 'practices/maple-street/deposits/2026-10-13.bai';

/** The world about the receiver: what it wrote and asked. */
const world = (content: string) => {
  const deposits = new Map<string, Deposit>();
  const tasks = new Map<string, TaskDraft>();
  let leftAlone = 0;
  const effects: ReceiveDepositsEffects = {
    findPractice: async (id) => (id === 'maple-street' ? {} : undefined),
    readObject: async () => Buffer.from(content),
    addDeposit: async (deposit) => {
      const isNew = !deposits.has(deposit.depositId);
      if (isNew) deposits.set(deposit.depositId, deposit);
      return isNew;
    },
    raiseTask: async (draft, { taskId }) => tasks.set(taskId, draft),
    leftAlone: () => {
      leftAlone += 1;
    },
    received: () => undefined,
  };
  return { effects, deposits, tasks, leftAlone: () => leftAlone };
};

const statement = bai2File([
  { lines: ['16,142,5000,Z,A,,ONE/', '16,142,5000,Z,A,,ONE/', '16,165,7000,Z,B,,OTHER/'], total: 17_000 },
]);

describe('a statement in the folder of a practice', () => {
  it('becomes deposits, equal credits of it one each', async () => {
    const { effects, deposits, tasks } = world(statement);
    expect(await receiveDeposits(key, now, effects)).toMatchObject({ added: 3, known: 0, findings: 0 });
    expect([...deposits.values()].map(({ amount }) => amount)).toEqual([5000, 5000, 7000]);
    expect([...deposits.values()][0]).toMatchObject({
      practiceId: 'maple-street',
      source: { kind: 'bai2', name: key },
      at: now.toISOString(),
    });
    expect(tasks.size).toBe(0);
  });

  it('adds nothing when it comes again, under another name and later', async () => {
    const { effects, deposits } = world(statement);
    await receiveDeposits(key, now, effects);
    const again = await receiveDeposits(`${key}.copy`, new Date('2026-11-01T00:00:00Z'), effects);
    expect(again).toMatchObject({ added: 0, known: 3 });
    expect(deposits.size).toBe(3);
  });

  it('of which a part was written before a crash is taken in to its end', async () => {
    const { effects, deposits } = world(statement);
    let writes = 0;
    const dying = {
      ...effects,
      addDeposit: async (deposit: Deposit) => {
        writes += 1;
        if (writes === 2) throw new Error('the function dies');
        return effects.addDeposit(deposit);
      },
    };
    await expect(receiveDeposits(key, now, dying)).rejects.toThrow();
    await receiveDeposits(key, now, effects);
    expect(deposits.size).toBe(3);
  });

  it('that is not fully read is a biller’s task, once, and what could be read is taken', async () => {
    const { effects, deposits, tasks } = world(
      'Date,Description,Amount\n10/13/2026,OKAFOR,5.00\n10/13/2026,OKAFOR,x',
    );
    await receiveDeposits(key, now, effects);
    await receiveDeposits(key, now, effects);
    expect(deposits.size).toBe(1);
    expect([...tasks.values()]).toMatchObject([
      { kind: 'deposit', owner: 'biller', reasons: [{ code: 'amount line 3' }], actions: ['dismiss'] },
    ]);
    expect(JSON.stringify([...tasks])).not.toContain('OKAFOR');
  });

  it('that is broken everywhere still fits on one page', async () => {
    const { effects, tasks } = world(`Date,Amount\n${'10/13/2026,x\n'.repeat(400)}`);
    await receiveDeposits(key, now, effects);
    const reasons = [...tasks.values()][0]?.reasons ?? [];
    expect([reasons.length, reasons.at(-1)?.text]).toEqual([51, '350 further lines are not read']);
  });

  it.each(['practices/oak-street/deposits/f.csv', 'practices/maple-street/encounters/E1/note.txt'])(
    'is left alone where it is none: %s',
    async (other) => {
      const { effects, deposits, leftAlone } = world(statement);
      expect(await receiveDeposits(other, now, effects)).toBeUndefined();
      expect([deposits.size, leftAlone()]).toEqual([0, 1]);
    },
  );
});

it.each([
  'practices/maple-street/deposits/',
  'practices/maple-street/deposits/2026/f.csv',
  'practices/Maple Street/deposits/f.csv',
  'practices/maple-street/encounters/deposits/f.csv',
])('%s is no key of a statement', (other) => {
  expect(practiceOfStatement(other)).toBeUndefined();
});

it('a statement that is too large is kept unread, and a biller hears of it once', async () => {
  const { effects, deposits, tasks } = world('');
  const large = {
    ...effects,
    readObject: async (_: string, most: number) => ({ bytes: most + 1, beginning: new Uint8Array() }),
  };
  for (const _ of [1, 2]) await receiveDeposits(key, now, large);
  expect([deposits.size, tasks.size]).toEqual([0, 1]);
  const [told] = tasks.values();
  expect(told).toMatchObject({ owner: 'biller', reasons: [{ text: expect.stringContaining('11 MB') }] });
  expect(told?.reasons[0]?.text).toContain('up to 10 MB');
});
