import { beforeEach, expect, it, vi } from 'vitest';

/** What the table was asked to do, in order; the entry of a claim is refused or lost as a test says. */
const table = vi.hoisted(() => ({ writes: [] as string[], create: async (): Promise<void> => undefined }));

vi.mock('../../functions/adapters/outbox/outbox-table.ts', () => {
  const count = async () => {
    table.writes.push('outbox');
    return { data: { waiting: table.writes.length } };
  };
  return { OutboxEntity: { upsert: () => ({ add: () => ({ go: count }) }) } };
});
vi.mock('../../functions/adapters/table.ts', () => {
  const enter = async () => {
    await table.create();
    table.writes.push('entry');
  };
  return { QueuedClaimEntity: { create: () => ({ go: enter }) } };
});
vi.mock('../../functions/adapters/transaction.ts', () => ({
  writeTransaction: vi.fn(),
  isConditionFailure: (error: unknown) => error instanceof Error && error.message === 'condition',
}));

const { queueClaim } = await import('../../functions/adapters/outbox/outbox-store.ts');

const outbox = {
  ...{ outboxId: 'maple-street/payer/1', practiceId: 'maple-street', partnerId: 'payer', receiverId: 'NW' },
  ...{ timeZone: 'America/New_York' as const, batchClaims: 100, batchMinutes: 30 },
};
const queued = {
  ...{ claimId: 'C0000000000A1', submissionNumber: 1, outboxId: outbox.outboxId },
  ...{ queuedAt: '2026-11-30T12:00:00.000Z', text: 'ISA' },
};

const failing = (message: string) => async (): Promise<void> => {
  throw new Error(message);
};

beforeEach(() => {
  table.writes = [];
  table.create = async () => undefined;
});

it('a claim that waits stands in an outbox that is there, and is told how many wait', async () => {
  expect(await queueClaim(queued, outbox)).toBe(1);
  expect(table.writes).toEqual(['outbox', 'entry']);
});

it('a crash between the two leaves an outbox without the claim, never a claim that nobody looks after', async () => {
  table.create = failing('died');
  await expect(queueClaim(queued, outbox)).rejects.toThrow('died');
  expect(table.writes).toEqual(['outbox']);
});

it('a claim that waits already is no news', async () => {
  table.create = failing('condition');
  expect(await queueClaim(queued, outbox)).toBeUndefined();
});
