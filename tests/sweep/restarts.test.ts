import { describe, expect, it } from 'vitest';
import { claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { SweepWorld } from './sweep-world.ts';

const old = '2026-11-02T08:00:00.000Z';
const claimId = 'C0000000000A1';
const driven = claim({ createdAt: old, executionArn: `arn:${claimId}` });

const failed = (): SweepWorld => new SweepWorld({ claims: [driven] }).execution(claimId, false);

/** The claim's running execution fails at the same place; its event comes. */
const failAgain = async (world: SweepWorld) => {
  for (const name of world.runningNames) world.fail(name);
  return world.hear(driven);
};

const pauses = [0, 15, 60] as const;

/** Fails as often as it is started again. */
const failThroughout = async (world: SweepWorld): Promise<void> => {
  for (const pause of pauses) {
    expect(await failAgain(world.after(pause))).toEqual({ outcome: 'restarted' });
  }
};

describe('an execution that failed', () => {
  it('is replaced at once by its event, and an event that comes twice makes no second one', async () => {
    const world = failed();
    expect(await world.hear(driven)).toEqual({ outcome: 'restarted' });
    expect(await world.hear(driven)).toEqual({ outcome: 'runs' });
    expect(await world.after(100).hear(driven)).toEqual({ outcome: 'runs' });
    expect(world.runningNames).toHaveLength(1);
  });

  it('is replaced once by its event and the sweep together, in either order', async () => {
    const [first, second] = [failed(), failed()];
    await first.hear(driven);
    await first.sweep();
    await second.sweep();
    await second.hear(driven);
    for (const world of [first, second]) expect(world.done).toHaveLength(1);
  });

  it('is replaced once by two that look at the same moment', async () => {
    const world = failed();
    await Promise.all([world.hear(driven), world.hear(driven), world.sweep()]);
    expect(world.runningNames).toHaveLength(1);
  });

  it('is left where its claim is over, gone or driven by another execution', async () => {
    const closed = new SweepWorld({ claims: [{ ...driven, status: 'closed' }] }).execution(claimId, false);
    expect(await closed.hear(driven)).toEqual({ outcome: 'over' });
    expect(await new SweepWorld({}).hear(driven)).toEqual({ outcome: 'over' });
    const other = failed().execution('other', true);
    other.claims.set(claimId, { ...driven, executionArn: 'arn:other' });
    expect(await other.hear(driven)).toEqual({ outcome: 'runs' });
    expect([closed, other].flatMap(({ done }) => done)).toEqual([]);
  });

  it('is replaced by what was written down, where a crash came before the start', async () => {
    const world = failed();
    world.failing.add('start');
    await expect(world.hear(driven)).rejects.toThrow('start fails');
    const [written] = [...world.restarts.values()];
    expect(await world.after(3).hear(driven)).toEqual({ outcome: 'started' });
    expect(world.runningNames).toEqual([written?.name]);
    expect(written?.count).toBe(1);
  });

  it('counts, too, where it failed before the claim named it', async () => {
    const world = failed();
    await world.hear(driven);
    // It never came to name itself.
    world.claims.set(claimId, driven);
    expect(await failAgain(world.after(15))).toEqual({ outcome: 'restarted' });
    expect(world.restarts.get(`claim/${claimId}`)).toMatchObject({ count: 2, replaced: claimId });
  });

  it('of a visit is replaced, and the visit names the new one', async () => {
    const visit = anEncounter({ status: 'coding', createdAt: old, executionArn: 'arn:gone' });
    const world = new SweepWorld({ encounters: [visit] }).execution('gone', false);
    expect(await world.hear(visit)).toEqual({ outcome: 'restarted' });
    expect(await world.hear(visit)).toEqual({ outcome: 'runs' });
    const [name] = world.runningNames;
    expect(world.encounters.get(visit.encounterId)?.executionArn).toBe(`arn:${name}`);
    // A clinic's own number of a visit stands in no name.
    expect(name).not.toContain(visit.encounterId);
  });
});

describe('poison work', () => {
  it('is started again at once, after a quarter of an hour and after an hour, and then a person is asked, once', async () => {
    const world = failed();
    await failThroughout(world);
    expect(await failAgain(world)).toEqual({ outcome: 'asked' });
    expect(await world.after(600).hear(driven)).toEqual({ outcome: 'asked' });
    await world.after(600).sweep();
    expect(world.done.filter((one) => one.startsWith('start'))).toHaveLength(3);
    expect(world.done.filter((one) => one.startsWith('ask'))).toEqual(['ask biller']);
    expect(world.openTask).toMatchObject({ claimId, actions: ['start-again'], owner: 'biller' });
  });

  it('that fails again too soon is looked at again in its time', async () => {
    const world = failed();
    await world.hear(driven);
    expect(await failAgain(world.after(1))).toEqual({ outcome: 'later' });
    expect(world.again).toEqual([new Date('2026-11-02T10:15:00.000Z')]);
    expect(world.runningNames).toEqual([]);
  });

  it('counts anew once the claim has gone on', async () => {
    const world = failed();
    await failThroughout(world);
    const [name = ''] = world.runningNames;
    world.claims.set(claimId, { ...driven, executionArn: `arn:${name}`, version: 9, eligibilityChecks: 1 });
    expect(await failAgain(world)).toEqual({ outcome: 'restarted' });
    expect(world.restarts.get(`claim/${claimId}`)?.count).toBe(1);
  });

  it('that goes on while a person is asked is started again, and the question is withdrawn', async () => {
    const world = failed();
    await failThroughout(world);
    await failAgain(world);
    const { openTask: task } = world;
    world.claims.set(claimId, { ...driven, ...world.claims.get(claimId), remittances: 1 });
    expect(await world.after(1).hear(driven)).toEqual({ outcome: 'restarted' });
    expect(world.tasks.get(task.taskId)?.status).toBe('done');
    expect(world.done.at(-2)).toBe(`withdraw ${task.taskId}`);
  });

  it('does not count as gone on by who drives it', async () => {
    const world = failed();
    await failThroughout(world);
    const standing = world.claims.get(claimId);
    world.claims.set(claimId, { ...driven, ...standing, version: 12 });
    expect(await failAgain(world)).toEqual({ outcome: 'asked' });
  });

  it('is started again by whoever is asked, once, and may fail three times more', async () => {
    const world = failed();
    await failThroughout(world);
    await failAgain(world);
    const { openTask: task } = world;
    await world.after(5).decide(task);
    await world.carryOut(task.taskId);
    await world.carryOut(task.taskId);
    expect(world.runningNames).toHaveLength(1);
    expect(world.restarts.get(`claim/${claimId}`)?.count).toBe(0);
    await failThroughout(world);
    expect(await failAgain(world)).toEqual({ outcome: 'asked' });
    expect(world.openTask.taskId).not.toBe(task.taskId);
  });

  it('whose decision a crash kept from being carried out is started again by the next look', async () => {
    const world = failed();
    await failThroughout(world);
    await failAgain(world);
    await world.decide(world.openTask);
    expect(await world.after(20).hear(driven)).toEqual({ outcome: 'restarted' });
    expect(world.restarts.get(`claim/${claimId}`)?.count).toBe(0);
  });

  it('of a visit is asked of the coder, however often it is read and suggested again', async () => {
    const visit = anEncounter({ status: 'coding', createdAt: old, executionArn: 'arn:gone' });
    const world = new SweepWorld({ encounters: [visit] }).execution('gone', false);
    for (const pause of pauses) {
      await world.after(pause).hear(visit);
      for (const name of world.runningNames) world.fail(name);
      const standing = world.encounters.get(visit.encounterId) ?? visit;
      world.encounters.set(visit.encounterId, {
        ...standing,
        version: standing.version + 3,
        questions: [`${pause}`],
      });
    }
    expect(await world.hear(visit)).toEqual({ outcome: 'asked' });
    expect(world.openTask).toMatchObject({ owner: 'coder', encounterId: visit.encounterId });
  });
});
