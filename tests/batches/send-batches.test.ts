import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BatchEffects } from '../../functions/batches/batch-effects.ts';
import { sendBatch } from '../../functions/batches/send-batch.ts';
import { type SendBatchesEffects, sendBatches } from '../../functions/batches/send-batches.ts';
import { sendFullBatch } from '../../functions/batches/send-full-batch.ts';
import { whenDue } from '../../functions/batches/when-due.ts';
import { submitClaim } from '../../functions/claims/submit-claim.ts';
import {
  type BatchWorld,
  batchWorld,
  currentOf,
  later,
  now,
  numbersIn,
  sendAll,
  submitAll,
} from '../factories/batches/batch-world.ts';
import { type Batching, practiceThatBatches } from '../factories/batches/batching.ts';
import { openClaim, openClaims } from '../factories/batches/queued-claims.ts';
import { payers } from '../factories/payers.ts';

const worldOf = (count: number, batching: Batching = {}): BatchWorld =>
  batchWorld(openClaims(count), { practice: practiceThatBatches(batching), payers });

/** Every claim is in one file, once, and everybody knows. */
const expectAllSentOnce = ({ objects, records, queued, outboxes, files }: BatchWorld): void => {
  const sent = [...objects.values()].flatMap(numbersIn);
  expect(sent.toSorted()).toEqual(currentOf(records).toSorted());
  expect(queued.size).toBe(0);
  expect([...outboxes.values()].filter(({ openFile }) => openFile)).toEqual([]);
  for (const { claimId, status, submissions } of records.claims.values()) {
    expect(status).toBe('submitted');
    const [{ fileName = '', sentAt } = {}] = submissions;
    expect(sentAt).toBe(now.toISOString());
    expect(numbersIn(objects.get(fileName) ?? '')).toContain(`${claimId}-1`);
    expect(records.answers.get(`${claimId}/transmission/1/${now.toISOString()}`)).toEqual({
      outcome: 'sent',
    });
  }
  expect([...files.values()].map(({ key }) => key).filter((key) => !objects.has(key))).toEqual([]);
};

describe('sending what waits', () => {
  it('makes one file of it, which its partner reads without a finding', async () => {
    const world = worldOf(12);
    const [text = '', ...more] = await sendAll(world);
    expect(more).toEqual([]);
    expect(numbersIn(text)).toEqual(currentOf(world.records));
    expect(text.match(/^ST\*/gm)).toHaveLength(1);
    expect(text.match(/^HL\*\d+\*\*20\*1~/gm)).toHaveLength(1);
    expectAllSentOnce(world);
  });

  it('waits until the oldest has waited long enough', async () => {
    const world = worldOf(2, { batchMinutes: 30 });
    await submitAll(world);
    const at = (minutes: number): Date => new Date(now.getTime() + minutes * 60_000);
    await sendBatches({ now, dueBy: at(29) }, world.sending);
    expect(world.objects.size).toBe(0);
    await sendBatches({ now, dueBy: at(30) }, world.sending);
    expectAllSentOnce(world);
  });

  it('does not wait for more than a file holds', async () => {
    const world = worldOf(7, { batchClaims: 3 });
    await submitAll(world);
    await sendBatches({ now, dueBy: now }, world.sending);
    expect([...world.objects.values()].map((text) => numbersIn(text).length)).toEqual([3, 3]);
    expect(world.queued.size).toBe(1);
  });

  it('puts a hundred claims into a set', async () => {
    const world = worldOf(201, { batchClaims: 500 });
    const [text = ''] = await sendAll(world);
    expect([...text.matchAll(/^ST\*837\*(\d+)\*/gm)].map(([, number]) => number)).toEqual([
      '000004711',
      '000004712',
      '000004713',
    ]);
    expect([...text.matchAll(/^BHT\*0019\*00\*(\d+)\*/gm)].map(([, number]) => number)).toEqual([
      '000004711',
      '000004712',
      '000004713',
    ]);
    expect(text).toMatch(/^GE\*3\*4711~\nIEA\*1\*000004711~/m);
    expectAllSentOnce(world);
  });

  it.each([
    ['sends one claim a file where the partner takes no more', 1, 3],
    ['sends a file as soon as a claim fills it', 2, 2],
  ])('%s', async (_title, batchClaims, expected) => {
    const world = worldOf(4, { batchClaims });
    const outcomes: string[] = [];
    for (const [index, claimId] of [...world.records.claims.keys()].slice(0, 3).entries()) {
      const { outcome } = await submitClaim(claimId, new Date(now.getTime() + index), world.submitting);
      outcomes.push(outcome);
      // The index does not show yet what was put there a moment ago.
      world.lag.current = { hides: (one) => one.claimId === claimId };
      if (outcome === 'full') await sendFullBatch({ claimId, submissionNumber: 1 }, now, world.sending);
    }
    expect(outcomes.filter((outcome) => outcome === 'full')).toHaveLength(batchClaims === 1 ? 3 : 1);
    expect([...world.objects.values()].flatMap(numbersIn)).toHaveLength(expected);
  });

  it('leaves out a claim that was closed while it waited, and lets it go on', async () => {
    const world = worldOf(3);
    await submitAll(world);
    const [first = ''] = world.records.claims.keys();
    await world.sending.changeClaim(first, (claim) => ({
      claim: { ...claim, status: 'closed' },
      event: { type: 'closed', actor: { kind: 'step', subject: 'close-claim' }, detail: {} },
    }));
    await sendBatches({ now, dueBy: later }, world.sending);
    expect([...world.objects.values()].flatMap(numbersIn)).toHaveLength(2);
    expect(world.records.answers.get(`${first}/transmission/1/${now.toISOString()}`)).toEqual({
      outcome: 'withdrawn',
    });
    expect(world.queued.size).toBe(0);
  });

  it.each([
    ['as soon as they are gone', {}],
    ['while the index still shows them', { shows: () => true }],
  ])('sends what waits behind claims that were all withdrawn, %s', async (_title, lag) => {
    const world = worldOf(5, { batchClaims: 3 });
    await submitAll(world);
    for (const claimId of [...world.records.claims.keys()].slice(0, 3))
      await world.sending.changeClaim(claimId, (claim) => ({
        claim: { ...claim, status: 'closed' },
        event: { type: 'closed', actor: { kind: 'step', subject: 'close-claim' }, detail: {} },
      }));
    world.lag.current = lag;
    await sendBatches({ now, dueBy: later }, world.sending);
    expect([...world.objects.values()].map((text) => numbersIn(text).length)).toEqual([2]);
    expect(world.queued.size).toBe(0);
  });

  it('is not held back by what cannot be read: that becomes a desk’s', async () => {
    const world = worldOf(3);
    await submitAll(world);
    const [first] = world.queued.values();
    if (!first) throw new Error('Something waits');
    world.queued.set(`${first.claimId}-1`, { ...first, text: 'no X12' });
    await sendBatches({ now, dueBy: later }, world.sending);
    expect([...world.objects.values()].flatMap(numbersIn)).toHaveLength(2);
    expect(world.records.claims.get(first.claimId)).toMatchObject({
      status: 'rejected',
      submissions: [{ acknowledgement: { source: 'edits' } }],
    });
    expect(world.records.answers.get(`${first.claimId}/transmission/1/${now.toISOString()}`)).toEqual({
      outcome: 'withdrawn',
    });
  });

  it('goes on with the other outboxes when one fails, and fails in the end', async () => {
    const claims = [openClaim(1), openClaim(2, { payerId: 'cascade' })];
    const world = batchWorld(claims);
    await submitAll(world);
    expect(world.outboxes.size).toBe(2);
    const [down = ''] = world.outboxes.keys();
    const failing: SendBatchesEffects = {
      ...world.sending,
      waitingIn: (outboxId, limit) =>
        outboxId === down ? Promise.reject(new Error('down')) : world.sending.waitingIn(outboxId, limit),
    };
    await expect(sendBatches({ now, dueBy: later }, failing)).rejects.toThrow('down');
    expect(world.objects.size).toBe(1);
    await sendBatches({ now, dueBy: later }, world.sending);
    expectAllSentOnce(world);
  });
});

const writes = [
  'changeClaim',
  'takeQueued',
  'removeQueued',
  'answerWait',
  'leaseNumbers',
  'beginFile',
  'writeOnce',
  'endFile',
] as const satisfies (keyof BatchEffects)[];

/** The effects of a process that dies right after so many writes; whatever it calls then fails, too. */
const dyingAfter = (effects: SendBatchesEffects, lives: number) => {
  let left = lives;
  const mortal =
    (write: (...given: never[]) => Promise<unknown>) =>
    async (...given: never[]) => {
      if (left === 0) throw new Error('died');
      const done = await write(...given);
      left -= 1;
      if (left === 0) throw new Error('died');
      return done;
    };
  const dying = Object.fromEntries(writes.map((name) => [name, mortal(effects[name])]));
  return { ...effects, ...dying } as SendBatchesEffects; // the same effects, each with its own type
};

describe('a process that dies', () => {
  it.each(Array.from({ length: 30 }, (_, index) => index + 1))(
    'after %i writes has sent nothing twice and lost nothing',
    async (lives) => {
      const world = worldOf(6, { batchClaims: 3 });
      await submitAll(world);
      const call = { now, dueBy: later };
      await sendBatches(call, dyingAfter(world.sending, lives)).catch(() => undefined);
      // The lifecycles may be started again meanwhile, and others die as well.
      await submitAll(world);
      await sendBatches(call, dyingAfter(world.sending, 2)).catch(() => undefined);
      await submitAll(world);
      await sendBatches(call, world.sending);
      expectAllSentOnce(world);
      const numbers = [...world.files.values()].map(({ fileId }) => fileId);
      expect(new Set(numbers).size).toBe(numbers.length);
    },
  );
});

/** The effects with every step between two others’ steps, in an order that the scheduler chooses. */
const interleaved = (effects: SendBatchesEffects, scheduler: fc.Scheduler): SendBatchesEffects =>
  Object.fromEntries(
    Object.entries(effects).map(([name, effect]) => [
      name,
      name === 'sent'
        ? effect
        : scheduler.scheduleFunction(effect as (...given: never[]) => Promise<unknown>),
    ]),
  ) as SendBatchesEffects; // the same effects, each with its own type

it('several that send at once send each claim once, however their steps fall, and with an index that lags', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.record({ claims: fc.integer({ min: 1, max: 6 }), batchClaims: fc.integer({ min: 1, max: 3 }) }),
      fc.func(fc.boolean()),
      async (scheduler, { claims, batchClaims }, isShown) => {
        const world = worldOf(claims, { batchClaims });
        world.lag.current = { shows: ({ claimId }) => isShown(claimId) };
        await submitAll(world);
        const [outboxId = ''] = world.outboxes.keys();
        const senders = [1, 2, 3].map(() =>
          sendBatch(outboxId, now, whenDue(later), interleaved(world.sending, scheduler)),
        );
        await scheduler.waitFor(Promise.all(senders));
        world.lag.current = {}; // the index has caught up by the next round
        await sendBatches({ now, dueBy: later }, world.sending);
        expectAllSentOnce(world);
      },
    ),
    { numRuns: 60 },
  );
});
