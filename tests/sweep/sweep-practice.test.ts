import { describe, expect, it } from 'vitest';
import { claimTaskId } from '../../functions/domain/tasks/basis.ts';
import { type Wait, waits } from '../../functions/domain/wait.ts';
import { adjudicated, claim } from '../factories/claims.ts';
import { anEncounter } from '../factories/encounters.ts';
import { anOutcome, aTask, decidedTask } from '../factories/tasks.ts';
import { SweepWorld } from './sweep-world.ts';

const old = '2026-11-02T08:00:00.000Z';
const claimId = 'C0000000000A1';
const driven = claim({ createdAt: old, executionArn: `arn:${claimId}` });
const start = Date.parse('2026-11-02T10:00:00.000Z');

/** Registered by the execution that runs since ten hours, or by one before it. */
const token = (minutesAgo = 60): Wait => ({ token: 't', round: 0, sentAt: start - minutesAgo * 60_000 });
const acknowledgement = waits.acknowledgement(claimId, 1);

/** The claim with its running execution, and what is known of its wait. */
const waiting = (wait: Wait | undefined, change = driven): SweepWorld =>
  new SweepWorld({ claims: [change], waits: wait && { [acknowledgement]: wait } }).execution(claimId, true);

describe('the sweep of claims', () => {
  it.each([
    ['starts one again whose execution is over', driven, false, 1],
    ['leaves one that is driven', driven, true, 0],
    ['leaves one that is over', { ...driven, status: 'closed' as const }, false, 0],
  ])('%s', async (_title, swept, isRunning, starts) => {
    const world = new SweepWorld({ claims: [swept] }).execution(claimId, isRunning);
    expect(await world.sweep()).toMatchObject({ restarted: starts, failed: 0, isRound: true });
  });

  it('starts one that never got an execution, under the name of its first, once it is not young any more', async () => {
    const fresh = claim({ createdAt: '2026-11-02T09:58:00.000Z' });
    const world = new SweepWorld({ claims: [fresh] });
    await world.sweep();
    expect(world.done).toEqual([]);
    await world.after(10).sweep();
    expect(world.done).toEqual([`start ${claimId}`]);
  });

  it('withdraws what the claim has left behind, hands on decisions that did not reach it, and wakes what was taken back', async () => {
    const undone = { taskId: 'one', action: 'undo', by: anOutcome().by } as const;
    const asked = aTask({ claimId, basis: 'of another time', escalatedAt: old });
    const decided = decidedTask('write-off', { claimId, taskId: 'decided' });
    const world = waiting(token(), { ...driven, decisions: [undone] });
    for (const task of [asked, decided]) world.tasks.set(task.taskId, task);
    await world.sweep();
    expect(world.done).toEqual(['answer decided', `wake ${claimId}`, `withdraw of ${claimId}`]);
  });

  it('does not hand a decision on that the claim has taken', async () => {
    const decided = decidedTask('write-off', { claimId });
    const taken = { taskId: decided.taskId, action: 'write-off', by: anOutcome().by } as const;
    const world = waiting(token(), { ...driven, decisions: [taken] });
    world.tasks.set(decided.taskId, decided);
    await world.sweep();
    expect(world.done).toEqual([]);
  });

  it('sends corrections out that wait for other desks, once a first desk is reminded', async () => {
    const of = adjudicated({ createdAt: old, executionArn: `arn:${claimId}` });
    const world = new SweepWorld({ claims: [of] }).execution(claimId, true);
    const [first, second] = (['coder', 'front-desk'] as const).map((desk) =>
      aTask({
        taskId: `of-${desk}`,
        claimId: of.claimId,
        remindAt: '2026-11-05T12:00:00.000Z',
        share: { desk, parts: [], isFirst: desk === 'coder', others: [] },
      }),
    );
    if (!first || !second) throw new TypeError('There are two');
    const kept = { ...first, kept: anOutcome({ action: 'resubmit' }) };
    for (const task of [kept, second]) world.tasks.set(task.taskId, task);
    await world.sweep();
    expect(world.done.filter((one) => one.startsWith('release'))).toEqual([]);
    world.tasks.set(kept.taskId, { ...kept, remindAt: new Date(world.now).toISOString() });
    await world.sweep();
    expect(world.done.filter((one) => one.startsWith('release'))).toEqual([
      'release of of-coder,of-front-desk',
    ]);
  });
});

const answered: Wait = { answer: { outcome: 'accepted' } };

describe('an execution that waits for nothing that can come', () => {
  it.each([
    ['an answered wait whose registration never came', answered],
    ['a wait with no token, for its message died', {}],
    ['a wait of which nobody ever heard', undefined],
    ['a token of an execution before it, for its own message died', token(700)],
    ['an answer that did not wake it', { ...token(), ...answered }],
  ])('is replaced once two looks have found %s', async (_title, wait) => {
    const world = waiting(wait);
    await world.sweep();
    expect(world.done).toEqual([]);
    await world.after(15).sweep();
    expect(world.done).toEqual([`stop ${claimId}`, expect.stringMatching(`start ${claimId}-`)]);
    // The event of the end makes no other one, and the new one is left to come to its wait.
    expect(await world.after(1).hear(driven)).toEqual({ outcome: 'runs' });
    await world.sweep();
    expect(world.done).toHaveLength(2);
  });

  it.each([
    ['it has its own token', token()],
    ['its bell may ring still', { ...token(), ringAt: '2026-12-01T00:00:00.000Z' }],
  ])('is left where %s', async (_title, wait) => {
    const world = waiting(wait);
    for (let sweeps = 0; sweeps < 3; sweeps++) await world.after(15).sweep();
    expect(world.done).toEqual([]);
  });

  it('is left where it waits for a person', async () => {
    const world = waiting(undefined);
    world.waits.set(waits.task(claimTaskId(driven, 'rejection')), token());
    for (let sweeps = 0; sweeps < 3; sweeps++) await world.after(15).sweep();
    expect(world.done).toEqual([]);
  });

  it.each([
    ['the claim has changed', (world: SweepWorld) => world.claims.set(claimId, { ...driven, followUps: 1 })],
    ['its token came', (world: SweepWorld) => world.waits.set(acknowledgement, token())],
    ['the two looks were too close', (world: SweepWorld) => world.after(-10)],
  ])('is left where between two looks %s', async (_title, happen) => {
    const world = waiting({});
    await world.sweep();
    happen(world);
    await world.after(15).sweep();
    expect(world.done).toEqual([]);
  });

  it('is left while it is young', async () => {
    const world = waiting({}).execution(claimId, true, 1);
    await world.sweep();
    expect(world.sweeps.get('maple-street')?.suspects).toEqual([]);
  });
});

describe('the sweep of visits', () => {
  const visit = anEncounter({ status: 'coding', createdAt: old, executionArn: 'arn:gone' });

  it('starts the coding again that is over', async () => {
    const world = new SweepWorld({ encounters: [visit] }).execution('gone', false);
    expect(await world.sweep()).toMatchObject({ restarted: 1 });
    const { executionArn } = world.encounters.get(visit.encounterId) ?? {};
    expect(executionArn).toBe(`arn:${world.runningNames[0]}`);
  });

  it('starts one that was never coded', async () => {
    const world = new SweepWorld({
      encounters: [{ ...visit, status: 'documented', executionArn: undefined }],
    });
    expect(await world.sweep()).toMatchObject({ restarted: 1 });
  });

  it.each([
    ['a part is still to come', { ...visit, document: undefined }],
    ['nobody has to code it', { ...visit, status: 'not-billable' as const }],
  ])('leaves one of which %s', async (_why, encounter) => {
    const world = new SweepWorld({ encounters: [encounter] }).execution('gone', false);
    expect(await world.sweep()).toMatchObject({ restarted: 0 });
  });

  it('hands the codes of a coder again that have not reached it, and ends what an undo left', async () => {
    const { claimId: _claim, ...coded } = decidedTask('confirm-codes', { encounterId: visit.encounterId });
    const asks = { ...visit, asksAgain: { taskId: 'one', kind: 'encounter-edits' as const } };
    const world = new SweepWorld({ encounters: [asks], tasks: [coded] }).execution('gone', true);
    await world.sweep();
    expect(world.done).toEqual([`answer ${coded.taskId}`, `finish undo of ${visit.encounterId}`]);
  });

  it('replaces a coding that waits for nobody, once two looks have found it so', async () => {
    const world = new SweepWorld({ encounters: [visit] }).execution('gone', true);
    await world.sweep();
    await world.after(15).sweep();
    expect(world.done).toEqual(['stop gone', expect.stringMatching(/^start \w+-\d+$/)]);
  });

  it('leaves a coding that waits for a coder', async () => {
    const { claimId: _claim, ...asked } = aTask({ encounterId: visit.encounterId, taskId: 'coding' });
    const world = new SweepWorld({ encounters: [visit], tasks: [asked] }).execution('gone', true);
    world.waits.set(waits.task('coding'), token());
    for (let sweeps = 0; sweeps < 3; sweeps++) await world.after(15).sweep();
    expect(world.done).toEqual([]);
  });

  it('finds a visit that is marked claimed without its claim, and has the claim made', async () => {
    const claimed = { ...visit, status: 'claimed' as const, claimIds: [claimId] };
    const world = new SweepWorld({ encounters: [claimed] }).execution('gone', false);
    expect(await world.sweep()).toMatchObject({ restarted: 1 });
    expect(world.encounters.get(visit.encounterId)).toMatchObject({ status: 'coded' });
  });

  it('leaves one whose claims are there, by their names or by the index', async () => {
    const claimed = { ...visit, status: 'claimed' as const };
    const closed = { ...driven, status: 'closed' as const, encounterId: visit.encounterId };
    for (const claimIds of [[claimId], undefined]) {
      const world = new SweepWorld({ encounters: [{ ...claimed, claimIds }], claims: [closed] });
      expect(await world.sweep()).toMatchObject({ restarted: 0 });
      expect(world.encounters.get(visit.encounterId)?.status).toBe('claimed');
    }
  });
});

describe('a share of the sweep', () => {
  const ids = Array.from({ length: 60 }, (_, at) => `C00000000${String(at).padStart(4, '0')}`);
  const many = () =>
    new SweepWorld({
      claims: ids.map((id) => claim({ claimId: id, createdAt: old, executionArn: `arn:${id}` })),
    });
  const startsOf = ({ done }: SweepWorld) => done.map((one) => one.split(/[ -]/)[1]);

  it('goes on where the one before stopped, until all have been looked at once', async () => {
    const world = many();
    for (const id of ids) world.execution(id, false);
    expect(await world.sweep(40)).toMatchObject({ looked: 40, isRound: false });
    expect(await world.sweep(40)).toMatchObject({ looked: 20, isRound: true });
    expect(startsOf(world)).toEqual(ids);
    expect(world.sweeps.get('maple-street')).toMatchObject({ seen: 0, open: 60 });
  });

  it('goes on behind the last page that it kept when its function dies or runs out of time', async () => {
    const world = many();
    for (const id of ids) world.execution(id, false);
    const { saveSweep } = world.effects;
    let saves = 0;
    const dying = {
      saveSweep: async (...given: Parameters<typeof saveSweep>) => {
        saves += 1;
        if (saves === 2) throw new Error('dies');
        await saveSweep(...given);
      },
    };
    Object.assign(world.effects, dying);
    await expect(world.sweep()).rejects.toThrow('dies');
    expect(await world.sweep()).toMatchObject({ looked: 35, isRound: true });
    expect(startsOf(world)).toEqual(ids);
    const slow = many();
    Object.assign(slow.effects, {
      openPage: (
        (read) =>
        (...given: Parameters<typeof read>) =>
          read(...(slow.after(5) && given))
      )(slow.effects.openPage),
    });
    expect(await slow.sweep()).toMatchObject({ looked: 25, isRound: false });
  });

  it('looks at each execution once, and at no other', async () => {
    const world = many();
    for (const id of ids) world.execution(id, true, 1);
    await world.sweep();
    expect(world.describes).toBe(60);
  });

  it('keeps on where one record fails, and tells which', async () => {
    const decided = decidedTask('write-off', { claimId: ids[0] });
    const world = many();
    for (const id of ids) world.execution(id, false);
    world.tasks.set(decided.taskId, decided);
    world.failing.add('answer');
    expect(await world.sweep()).toMatchObject({ looked: 60, failed: 1, restarted: 59 });
    expect(world.done).toContain(`failed claim/${ids[0]}`);
  });

  it('repeats what was decided and not carried out, but not what was decided just now', async () => {
    const decidedAt = (taskId: string, at: string) =>
      decidedTask('mend-record', {
        taskId,
        kind: 'record-mending',
        outcome: anOutcome({ action: 'mend-record', at }),
      });
    const world = new SweepWorld({});
    const tasks = [decidedAt('late', old), decidedAt('new', new Date(world.now).toISOString())];
    Object.assign(world.effects, { tasksToCarryOut: async () => tasks });
    await world.sweep();
    expect(world.done).toEqual(['carry out late']);
  });
});
