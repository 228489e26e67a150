import { describe, expect, it } from 'vitest';
import { type TransactionResult, writeTransaction } from '../../functions/adapters/transaction.ts';

const written: TransactionResult = { canceled: false, data: [{}, {}] };

const cancelledBy = (...codes: string[]): TransactionResult => ({
  canceled: true,
  data: codes.map((code) => ({ code })),
});

/** A table that answers one after the other, and counts how often it was asked. */
const tableThatSays = (...answers: TransactionResult[]) => {
  let asked = 0;
  const write = async () => answers[asked++] ?? written;
  return { write, asked: () => asked };
};

const soon = [1, 1];

describe('a transaction', () => {
  it('is written', async () => {
    expect(await writeTransaction(tableThatSays(written).write, soon)).toBe(true);
  });

  it('that a condition of its own refuses is not written, and not tried again', async () => {
    const table = tableThatSays(cancelledBy('None', 'ConditionalCheckFailed'));
    expect(await writeTransaction(table.write, soon)).toBe(false);
    expect(table.asked()).toBe(1);
  });

  it.each(['ThrottlingError', 'TransactionConflict', 'ProvisionedThroughputExceeded'])(
    'that meets a %s is tried again, and is never taken for one that is there already',
    async (code) => {
      const table = tableThatSays(cancelledBy(code, 'None'), cancelledBy('None', code));
      expect(await writeTransaction(table.write, soon)).toBe(true);
      expect(table.asked()).toBe(3);
    },
  );

  it('that never goes through fails loudly, and names why', async () => {
    const busy = cancelledBy('ThrottlingError', 'None');
    const table = tableThatSays(busy, busy, busy, busy);
    await expect(writeTransaction(table.write, soon)).rejects.toMatchObject({
      name: 'ConcurrentChange',
      message: 'A transaction was cancelled: ThrottlingError',
    });
    expect(table.asked()).toBe(3);
  });
});
