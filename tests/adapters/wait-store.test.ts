import { SFNClient } from '@aws-sdk/client-sfn';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { settleWait, type Wait } from '../../functions/domain/wait.ts';
import { withAnswer, withoutBell, withRing, withRoundOver, withToken } from '../waits/wait-rules.ts';
import { conditionalTable } from './conditional-table.ts';

const waitId = 'C0000000000A1/remittance/1.0';

const instants = ['2026-11-16T10:00:00.000Z', '2026-11-20T10:00:00.000Z'];

type Happening =
  | { kind: 'token'; token: string; sentAt: number; round: number; ringAt: string | null }
  | { kind: 'answer'; outcome: string }
  | { kind: 'bell'; round: number; at: string }
  | { kind: 'end'; round: number }
  | { kind: 'again' };

const round = fc.nat({ max: 2 });
const happening: fc.Arbitrary<Happening> = fc.oneof(
  fc.record({
    kind: fc.constant('token' as const),
    token: fc.constantFrom('a', 'b', 'c'),
    sentAt: fc.nat({ max: 5 }),
    round,
    ringAt: fc.constantFrom(null, ...instants),
  }),
  fc.record({ kind: fc.constant('answer' as const), outcome: fc.constantFrom('settled', 'denied') }),
  fc.record({ kind: fc.constant('bell' as const), round, at: fc.constantFrom(...instants) }),
  fc.record({ kind: fc.constant('end' as const), round }),
  fc.record({ kind: fc.constant('again' as const) }),
);

/** What the rules of the domain make of it, and what whoever waits is told. */
const told = (
  wait: Wait,
  one: Happening,
): { readonly wait: Wait; readonly settled?: ReturnType<typeof settleWait> } => {
  if (one.kind === 'again') return { wait };
  if (one.kind === 'bell') {
    const rung = withRing(wait, one);
    return rung ? { wait: withoutBell(rung, one.round), settled: settleWait(rung) } : { wait };
  }
  if (one.kind === 'end') {
    const over = withRoundOver(wait, one.round);
    return { wait: withoutBell(over, one.round), settled: settleWait(over) };
  }
  const after =
    one.kind === 'token' ? withToken(wait, { ...one, waitId }) : withAnswer(wait, { outcome: one.outcome });
  return { wait: after, settled: settleWait(after) };
};

let table: ReturnType<typeof conditionalTable>;
const resumed: unknown[] = [];

beforeEach(() => {
  vi.stubEnv('TABLE_NAME', 'records');
  vi.stubEnv('AWS_REGION', 'us-east-1');
  table = conditionalTable();
  vi.spyOn(SFNClient.prototype, 'send').mockImplementation((async ({ input }: { input: object }) => {
    resumed.push(input);
    return {};
  }) as never); // the client's overloads cannot be written out
});

const carryOut = async (one: Happening): Promise<void> => {
  const store = await import('../../functions/adapters/wait-store.ts');
  if (one.kind === 'token') await store.awaitAnswer({ ...one, waitId });
  if (one.kind === 'answer') await store.answerWait(waitId, { outcome: one.outcome });
  if (one.kind === 'bell') await store.ringBell({ ...one, waitId });
  if (one.kind === 'end') await store.endRound(waitId, one.round);
  if (one.kind === 'again') await store.setWaitBell(waitId);
};

const shown = ({ token, sentAt, round: ofRound, rungRound, answer, ...wait }: Wait) => ({
  ...{ token, sentAt, round: ofRound, rungRound, answer },
  ringAt: wait.ringAt || undefined,
});

describe('the store of waits', () => {
  it('writes what the rules of waits say, tells whoever waits the same, and has a bell in the index alone where one stands', async () => {
    const { findWait } = await import('../../functions/adapters/wait-store.ts');
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 15 }), async (story) => {
        table.items.clear();
        let wait: Wait = {};
        for (const one of story) {
          resumed.length = 0;
          const after = told(wait, one);
          wait = after.wait;
          await carryOut(one);
          const stored = await findWait(waitId);
          expect(shown(stored)).toEqual(shown(wait));
          const { settled } = after;
          expect(resumed).toEqual(
            settled ? [{ taskToken: settled.token, output: JSON.stringify(settled.answer) }] : [],
          );
          const [item] = table.items.values();
          expect(item?.gsi5pk).toBe(wait.bell ? `$claimwright#bell_${wait.bell}` : undefined);
          expect(item?.gsi5sk).toBe(wait.bell ? `$wait_1#ringAt_${wait.ringAt}` : undefined);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes a bell out of the index only after whoever waits went on, so that who dies between rings again', async () => {
    const { awaitAnswer, ringBell } = await import('../../functions/adapters/wait-store.ts');
    const [at = ''] = instants;
    await awaitAnswer({ waitId, token: 'a', round: 0, ringAt: at, sentAt: 1 });
    vi.spyOn(SFNClient.prototype, 'send').mockRejectedValueOnce(new Error('throttled') as never); // the client's overloads cannot be written out
    await expect(ringBell({ waitId, round: 0, at })).rejects.toThrow('throttled');
    expect([...table.items.values()][0]?.gsi5pk).toBeDefined();
    resumed.length = 0;
    await ringBell({ waitId, round: 0, at });
    expect(resumed).toHaveLength(1);
    expect([...table.items.values()][0]?.gsi5pk).toBeUndefined();
  });

  it('sets the bell of a wait again that was written before there was an index', async () => {
    const { setWaitBell } = await import('../../functions/adapters/wait-store.ts');
    const pk = `$claimwright#waitId_${waitId}`;
    const old = { pk, sk: '$wait_1', waitId, token: 'a', sentAt: 1, round: 0, ringAt: instants[0] };
    const edb = { __edb_e__: 'wait', __edb_v__: '1' };
    table.items.set(pk, { ...old, ...edb });
    await setWaitBell(waitId);
    expect(table.items.get(pk)?.gsi5sk).toBe(`$wait_1#ringAt_${instants[0]}`);
  });
});
