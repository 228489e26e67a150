import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeOffClaim } from '../../../functions/claims/parts/write-off-claim.ts';
import { personActor, stepActor } from '../../../functions/domain/actor.ts';
import type { Task } from '../../../functions/domain/task.ts';
import { dueNotice } from '../../../functions/domain/tasks/due-notice.ts';
import { completeTask } from '../../../functions/tasks/complete-task.ts';
import { handleTask } from '../../../functions/tasks/handling/handle-task.ts';
import { decidedPage } from '../../../functions/tasks/page/decided-page.ts';
import { proposeNoMore, undoStateOfTask, undoTask } from '../../../functions/tasks/undo/undo-task.ts';
import { adjudicated } from '../../factories/claims.ts';
import { anOutcome, aTask, biller, decidedTask, now } from '../../factories/tasks.ts';
import { undoWorld } from './undo-world.ts';

const zone = { timeZone: 'America/Chicago' } as const;

const pageOf = async (task: Task, world: ReturnType<typeof undoWorld>, undoRefused?: boolean) =>
  decidedPage({
    ...{ task, practiceName: 'Maple Street', timeZone: zone.timeZone, moment: 'before', undoRefused },
    undo: await undoStateOfTask(task, zone, now, world.effects),
  });

const writtenOff = () => {
  const task = decidedTask('write-off');
  const change = writeOffClaim(adjudicated(), task);
  if (!change) throw new Error('Nothing was written off');
  return { task, claim: change.claim };
};

describe('the page of a decision', () => {
  it('offers the way back and says until when', async () => {
    const { task, claim } = writtenOff();
    const world = undoWorld(task, { ...claim, status: 'closed', end: 'written-off' });
    const { status, markup } = await pageOf(task, world);
    expect(status).toBe(200);
    expect(markup).toContain('It can be undone until Dec 2, 2026, 04:00.');
    expect(markup).toContain('name="undo"');
  });

  it('says who took it back, and offers nothing more', async () => {
    const { task, claim } = writtenOff();
    const world = undoWorld(task, { ...claim, status: 'closed', end: 'written-off' });
    expect(await undoTask(task, biller, now, world.effects)).toMatchObject({ outcome: 'undone' });
    expect(world.state.claim).toMatchObject({ status: 'adjudicated' });
    // Ids and nothing else: what a state machine is given stays in its history.
    const { claimId, practiceId, version } = claim;
    const started = { name: `${claimId}-${version + 1}`, input: { practiceId, claimId } };
    expect(world.state.lifecycles).toEqual([started]);
    const { markup } = await pageOf(task, world);
    expect(markup).toContain('This decision was undone');
    expect(markup).toContain('billing@maplestreet.example (biller) took it back on Nov 2, 2026');
    expect(markup).not.toContain('name="undo"');
  });

  it('says why there is no way back, as an alert where it was asked for', async () => {
    const task = decidedTask('resubmit');
    const sent = adjudicated({
      decisions: [{ taskId: task.taskId, action: 'resubmit', by: biller }],
      beforeDecision: { taskId: task.taskId, about: [], was: {} },
    });
    const world = undoWorld(task, sent);
    expect((await pageOf(task, world)).markup).toContain('stands in a file to the payer');
    const refused = await pageOf(task, world, true);
    expect(refused.status).toBe(409);
    expect(refused.markup).toContain('role="alert"');
  });

  it('of news that withdrew a task offers nothing', async () => {
    const task = decidedTask('withdraw');
    expect(await undoStateOfTask(task, zone, now, undoWorld(task, adjudicated()).effects)).toBeUndefined();
  });
});

describe('a task that was dismissed', () => {
  it('opens again as it was, with a bell and a mail of its own', async () => {
    const task = decidedTask('dismiss', { notifiedAt: now.toISOString(), revision: 3 });
    const world = undoWorld(task);
    await undoTask(task, biller, now, world.effects);
    expect(world.state.task).toMatchObject({ status: 'open', title: task.title });
    expect(world.state.task.outcome).toBeUndefined();
    expect(world.state.task.history).toMatchObject([{ handling: 'reopen', by: biller }]);
    expect(world.state.mails).toHaveLength(1);
    expect(dueNotice(world.state.task)?.notice).toBe('reminder');
    await undoTask(task, biller, now, world.effects);
    expect(world.state.task.history).toHaveLength(1);
  });

  it('by a step of ours stays closed: what it was about is over', async () => {
    const task = decidedTask('dismiss', { outcome: anOutcome({ action: 'dismiss', by: stepActor('x') }) });
    expect(await undoStateOfTask(task, zone, now, undoWorld(task).effects)).toBeUndefined();
  });
});

describe('a proposal that waits for a second person', () => {
  const lead = personActor({ mailbox: 'lead@x.example', practiceId: 'maple-street', role: 'biller' });
  const proposed = aTask({ proposal: anOutcome({ action: 'write-off' }), secondAskedAt: now.toISOString() });

  it('is taken back by who proposed it, and the task stays open', async () => {
    const world = undoWorld(proposed);
    await proposeNoMore(proposed, biller, now, world.effects);
    expect(world.state.task).toMatchObject({ status: 'open', history: [{ handling: 'propose-no-more' }] });
    expect(world.state.task.proposal).toBeUndefined();
  });

  it('stays where somebody else asks', async () => {
    const world = undoWorld(proposed);
    const taken = await proposeNoMore(proposed, lead, now, world.effects);
    expect(taken).toMatchObject({ success: false, findings: [{ code: 'not-proposer' }] });
    expect(world.state.task).toBe(proposed);
  });
});

const wishes = ['note', 'hold', 'over', 'dismiss'] as const;

it('of two who write one open task at once, none is lost, and the second hears of the first', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.tuple(fc.constantFrom(...wishes), fc.constantFrom(...wishes)),
      async (scheduler, both) => {
        const read = aTask({ due: '2026-11-30T12:00:00.000Z' });
        const { state, effects } = undoWorld(read);
        const later = {
          ...effects,
          saveOpenTask: scheduler.scheduleFunction(effects.saveOpenTask),
          closeTask: scheduler.scheduleFunction(effects.closeTask),
          getTask: scheduler.scheduleFunction(effects.getTask),
          sendMail: async () => undefined,
        };
        const asked = {
          note: { handling: 'add-note', to: '', note: 'Called the payer', by: biller },
          hold: { handling: 'hold', to: '2026-11-20', note: 'Records are asked for', by: biller },
          over: { handling: 'hand-over', to: 'coder', note: 'Which side is it?', by: biller },
        } as const;
        const run = async (wish: (typeof wishes)[number], at: number): Promise<readonly string[]> => {
          const outcome = anOutcome({
            action: 'dismiss',
            note: `No. ${at}`,
            by: { ...biller, subject: `${at}` },
          });
          const done =
            wish === 'dismiss'
              ? await completeTask(read, outcome, {
                  ...later,
                  listPayers: async () => [],
                  carryOut: async () => undefined,
                })
              : await handleTask(read, { ...asked[wish], note: `${asked[wish].note} ${at}` }, now, later);
          if (!done.success) return done.findings.map(({ code }) => code);
          return 'taken' in done.data && !done.data.taken ? ['lost'] : [];
        };
        const all = Promise.all(both.map(run));
        await scheduler.waitFor(all);
        const codes = await all;
        // Each was carried out and stands there, or was refused because of the other.
        const { history, outcome } = state.task;
        const stands = [...history.map(({ note }) => note), outcome?.note ?? ''].filter(Boolean);
        expect(stands).toHaveLength(codes.filter((found) => found.length === 0).length);
        expect(stands.length).toBeGreaterThan(0);
        for (const found of codes.flat()) expect(['task-newer', 'task-decided', 'lost']).toContain(found);
      },
    ),
    { numRuns: 200 },
  );
});
