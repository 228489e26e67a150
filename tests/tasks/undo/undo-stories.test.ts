import { describe, expect, it } from 'vitest';
import type { Adjudication, Claim } from '../../../functions/domain/claim.ts';
import { moneyOf } from '../../../functions/domain/ledger/entry.ts';
import { claimPosition } from '../../../functions/domain/position.ts';
import type { ClaimAction, Task, TaskOutcome } from '../../../functions/domain/task.ts';
import { basisOf } from '../../../functions/domain/tasks/basis.ts';
import { cents } from '../../../functions/edi/money.ts';
import { oneDesk, VisitWorld } from '../../coordination/visit-world.ts';
import { adjudication, adjustment, reversalOf } from '../../factories/adjudications.ts';

/** 80.00 of the second line is denied: disputed in part (50.00) and the patient’s by a reason to look at (30.00). */
const denial = (change: Partial<Adjudication> = {}): Adjudication =>
  adjudication(change, [adjustment('CO', '197', 5_000), adjustment('PR', '96', 3_000)]);

/** A visit whose first payer has denied a line, with the task about it. */
const deniedVisit = async (payers = 1, decision = denial()): Promise<{ world: VisitWorld; task: Task }> => {
  const world = new VisitWorld(payers, []);
  world.routing = oneDesk;
  await world.begin();
  const [first] = world.claims.keys();
  await world.post(first ?? '', [decision]);
  world.holdsFiles = true;
  return { world, task: onlyTask(world) };
};

const onlyTask = ({ openTasks }: VisitWorld): Task => {
  const [task, ...more] = openTasks;
  if (!task || more.length > 0) throw new Error(`${openTasks.length} tasks are open`);
  return task;
};

/**
 * What of a claim is the same before a decision and after it was taken back. The patient's share of a settled claim is
 * billed by itself and stays billed.
 */
const standing = (claim: Claim) => {
  const { decisions, version, beforeDecision, executionArn, writeOffs, eligibilityChecks, ...rest } = claim;
  const { followUps, followUpsForgiven, followedUpAt, patientBilled, patientBilledAbout, ...same } = rest;
  return {
    ...same,
    position: claimPosition(claim),
    basis: basisOf(claim),
    asked: followUps - followUpsForgiven,
  };
};

/** What payers got, but for the time of each file. */
const contentsOf = ({ sent }: VisitWorld): string[] =>
  [...sent].map(([number, text]) => `${number} ${text.replace(/^(ISA|GS|BHT).*$/gm, '')}`);

const claimOf = (world: VisitWorld, task: Task): Claim => world.get(task.claimId ?? '');

/** That the claim's money is what its entries say, as they were written. */
const expectFolded = (world: VisitWorld, claim: Claim): void => {
  const entries = world.events
    .filter(({ claimId }) => claimId === claim.claimId)
    .flatMap((one) => one.entries);
  const { writeOffs, patientBilled, patientBilledAbout, patientBilledParts } = claim;
  expect(moneyOf(entries)).toMatchObject({
    ...{ writeOffs, patientBilled },
    ...(patientBilled > 0 && { patientBilledAbout, ...(patientBilledParts && { patientBilledParts }) }),
  });
};

const part = (action: 'write-off' | 'bill-patient', amount: number) =>
  action === 'write-off'
    ? ({ line: 2, group: 'CO', reason: '197', amount: cents(amount), action } as const)
    : ({ line: 2, group: 'PR', reason: '96', amount: cents(amount), action } as const);

const decisions: readonly [string, ClaimAction, number, Partial<TaskOutcome>][] = [
  ['a resubmission', 'resubmit', 1, { correction: { priorAuthorization: 'AUTH-1' } }],
  [
    'a corrected member id, whose coverage is asked first',
    'resubmit',
    1,
    { correction: { memberId: 'NW9' } },
  ],
  ['corrected charges', 'resubmit', 1, { correction: { charges: [{ line: 2, charge: cents(9_000) }] } }],
  ['a write-off that closed the claim', 'write-off', 1, {}],
  ['a bill to the patient', 'bill-patient', 1, {}],
  ['a bill to the next payer', 'bill-next-payer', 2, {}],
  ['amounts written off in part', 'decide-parts', 1, { parts: [part('write-off', 2_000)] }],
  ['amounts billed in part', 'decide-parts', 1, { parts: [part('bill-patient', 1_000)] }],
  [
    'all amounts, which closed the claim',
    'decide-parts',
    1,
    { parts: [part('write-off', 5_000), part('bill-patient', 3_000)] },
  ],
];

describe('a decision that has not left', () => {
  it.each(decisions)('%s is taken back, and asked again', async (_title, action, payers, said) => {
    const { world, task } = await deniedVisit(payers);
    const before = claimOf(world, task);
    await world.work(task, action, said);
    expect(standing(claimOf(world, task))).not.toEqual(standing(before));
    const answer = await world.undo(task);
    expect(answer.outcome).toBe('undone');
    const after = claimOf(world, task);
    expect(standing(after)).toEqual(standing(before));
    expect(world.events.filter(({ type }) => type === 'decision-undone')).toHaveLength(1);
    expectFolded(world, after);
    const again = onlyTask(world);
    expect(again).toMatchObject({ kind: task.kind, claimId: task.claimId, reasons: task.reasons });
    expect(again.taskId).not.toBe(task.taskId);
    expect(world.queue.filter(({ claimId }) => world.get(claimId).status !== 'closed')).toEqual([]);
    world.holdsFiles = false;
    await world.rest();
    expect([...world.sent.keys()]).toEqual([`${task.claimId}-1`]);
  });

  it.each(decisions)('%s can be decided again afterwards', async (_title, action, payers, said) => {
    const [once, twice] = [await deniedVisit(payers), await deniedVisit(payers)];
    for (const { world, task } of [once, twice]) await world.work(task, action, said);
    await twice.world.undo(twice.task);
    for (const { world } of [once, twice]) world.now = new Date(world.now.getTime() + 60_000);
    await twice.world.work(onlyTask(twice.world), action, said);
    for (const { world } of [once, twice]) {
      world.holdsFiles = false;
      await world.rest();
    }
    const [first, second] = [once, twice].map(({ world }) =>
      [...world.claims.values()].map((claim) => ({ status: claim.status, position: claimPosition(claim) })),
    );
    expect(second).toEqual(first);
    expect(contentsOf(twice.world)).toEqual(contentsOf(once.world));
  });

  it('is taken back once, however often', async () => {
    const { world, task } = await deniedVisit();
    await world.work(task, 'write-off');
    await world.undo(task);
    const after = claimOf(world, task);
    expect((await world.undo(task)).outcome).toBe('undone');
    expect(claimOf(world, task)).toEqual(after);
    expect(world.openTasks).toHaveLength(1);
  });

  it('of a payer’s silence asks a person again, and not the payer', async () => {
    const world = new VisitWorld(1, []);
    world.routing = oneDesk;
    await world.begin();
    const ring = async (): Promise<void> => {
      const [waiting] = world.runner.waiting;
      if (waiting?.waiting?.ringAt) await world.runner.ring(waiting);
    };
    for (let bell = 0; bell < 12 && world.openTasks.length === 0; bell++) await ring();
    const task = onlyTask(world);
    expect(task.kind).toBe('no-answer');
    const before = standing(claimOf(world, task));
    await world.work(task, 'keep-waiting');
    expect(world.openTasks).toEqual([]);
    await world.undo(task);
    expect(standing(claimOf(world, task))).toEqual(before);
    const again = onlyTask(world);
    expect(again.kind).toBe('no-answer');
    await world.work(again, 'keep-waiting');
    expect(world.openTasks).toEqual([]);
    expect(world.runner.waiting.map(({ state }) => state)).toEqual(['Await remittance']);
  });
});

describe('a decision that has left', () => {
  it.each([
    ['stands in a file to the payer', 'resubmit', 1, 'sent'],
    ['is with the next payer', 'bill-next-payer', 2, 'next-payer'],
    ['is a letter to the payer', 'appeal', 1, 'appeal-sent'],
  ] as const)('stays where it %s', async (_title, action, payers, why) => {
    const { world, task } = await deniedVisit(payers);
    world.holdsFiles = false;
    await world.work(task, action);
    const before = claimOf(world, task);
    expect(await world.undo(task)).toEqual({ outcome: 'refused', state: { kind: 'left', why } });
    expect(claimOf(world, task)).toEqual(before);
  });

  it('stays where another decision came after it', async () => {
    const { world, task } = await deniedVisit();
    await world.work(task, 'decide-parts', { parts: [part('write-off', 2_000)] });
    await world.work(onlyTask(world), 'decide-parts', { parts: [part('write-off', 1_000)] });
    expect(await world.undo(task)).toEqual({
      outcome: 'refused',
      state: { kind: 'left', why: 'decided-since' },
    });
  });

  it.each([
    ['a bill, which is given out with its day', 'bill-patient', '2026-11-03T12:00:00.000Z', 'patient'],
    ['a write-off of last month', 'write-off', '2026-12-05T12:00:00.000Z', 'time'],
  ] as const)('stays where it is %s', async (_title, action, at, why) => {
    const { world, task } = await deniedVisit();
    await world.work(task, action);
    world.now = new Date(at);
    expect(await world.undo(task)).toEqual({ outcome: 'refused', state: { kind: 'left', why } });
  });

  it('stays where the payer has decided anew since', async () => {
    const { world, task } = await deniedVisit();
    await world.work(task, 'write-off');
    const other = [adjustment('CO', '197', 4_000), adjustment('PR', '96', 4_000)];
    const later = { paymentDate: '2026-11-20', traceNumber: '9000777' };
    const anew = adjudication({ adjudicationId: 'payment-2/1', ...later }, other);
    await world.post(task.claimId ?? '', [{ ...reversalOf(denial()), ...later }, anew]);
    expect(await world.undo(task)).toEqual({
      outcome: 'refused',
      state: { kind: 'left', why: 'payer-decided' },
    });
  });
});

describe('waiting on although the payer denied', () => {
  const duplicate = () => adjudication({}, [adjustment('CO', '18', 8_000)]);

  it('asks nobody before the payer’s time is over, and then anew', async () => {
    const { world, task } = await deniedVisit(1, duplicate());
    await world.work(task, 'keep-waiting');
    expect(world.openTasks).toEqual([]);
    const [waiting, ...more] = world.runner.waiting;
    expect(more).toEqual([]);
    if (!waiting?.waiting?.ringAt) throw new Error('Nobody waits by a bell');
    expect(waiting.waiting.ringAt > world.now.toISOString()).toBe(true);
    world.now = new Date(waiting.waiting.ringAt);
    await world.runner.ring(waiting);
    const again = onlyTask(world);
    expect(again.taskId).not.toBe(task.taskId);
    expect(again.reasons).toEqual(task.reasons);
  });

  it('is taken back, however often, and asks at once each time', async () => {
    const { world, task } = await deniedVisit(1, duplicate());
    let asked = task;
    for (let times = 0; times < 3; times++) {
      await world.work(asked, 'keep-waiting');
      expect(world.openTasks).toEqual([]);
      expect(await world.undo(asked)).toMatchObject({ outcome: 'undone' });
      asked = onlyTask(world);
    }
  });

  it('ends with what the payer decides anew', async () => {
    const { world, task } = await deniedVisit(1, duplicate());
    await world.work(task, 'keep-waiting');
    const later = { paymentDate: '2026-11-20', traceNumber: '902' };
    const ids = { ...later, adjudicationId: 'payment-2/1' };
    const anew = adjudication(ids, [adjustment('CO', '197', 8_000)]);
    await world.post(task.claimId ?? '', [{ ...reversalOf(duplicate()), ...later }, anew]);
    expect(onlyTask(world).reasons.map(({ code }) => code)).toContain('CO-197');
  });
});
