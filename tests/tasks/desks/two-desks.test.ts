import { describe, expect, it } from 'vitest';
import { claimPosition } from '../../../functions/domain/position.ts';
import type { Task, TaskOutcome } from '../../../functions/domain/task.ts';
import { isOutdated } from '../../../functions/domain/tasks/basis.ts';
import { revised } from '../../../functions/domain/tasks/revision.ts';
import { isToGoOut } from '../../../functions/domain/tasks/shared-tasks.ts';
import { cents } from '../../../functions/edi/money.ts';
import { releaseKept } from '../../../functions/tasks/desks/kept-correction.ts';
import { taskPage } from '../../../functions/tasks/page/task-page.ts';
import { proposeNoMore } from '../../../functions/tasks/undo/undo-task.ts';
import { withdrawOutdated } from '../../../functions/tasks/withdraw-outdated.ts';
import { oneDesk, VisitWorld } from '../../coordination/visit-world.ts';
import { adjustment, reversalOf } from '../../factories/adjudications.ts';
import { anOutcome, biller } from '../../factories/tasks.ts';
import { claimIdOf, coverageAndBundling, decidedVisit, decisionWith, openOf } from './two-desks.ts';

const bundled = { line: 2, group: 'CO', reason: '97' } as const;
const uncovered = { line: 1, group: 'PR', reason: '27' } as const;

const writeOff = (amount: number): Partial<TaskOutcome> => ({
  action: 'decide-parts',
  writeOffReason: 'bundled',
  parts: [{ ...bundled, amount: cents(amount), action: 'write-off' }],
});

const toPatient = (amount: number): Partial<TaskOutcome> => ({
  action: 'decide-parts',
  parts: [{ ...uncovered, amount: cents(amount), action: 'bill-patient' }],
});

const corrected = (correction: object) => ({ action: 'resubmit', correction }) as const;

const claimOf = (world: VisitWorld) => world.get(claimIdOf(world));

const idsOf = (world: VisitWorld) => world.openTasks.map(({ taskId }) => taskId).toSorted();

describe('parts of one claim that belong to two desks', () => {
  it('are open beside each other, each with its own reasons, amount and owner, and each names the other', async () => {
    const world = await decidedVisit();
    expect(idsOf(world)).toEqual(['C0000000000A1-0-denial-coder', 'C0000000000A1-0-denial-front-desk']);
    const [coder, front] = [openOf(world, 'coder'), openOf(world, 'front-desk')];
    expect([coder.title, front.title]).toEqual([
      expect.stringMatching(/: \$80\.00 open$/),
      expect.stringMatching(/: \$50\.00 open$/),
    ]);
    expect(coder.reasons.map(({ code }) => code)).toEqual(['CO-97', 'Beside']);
    expect(front.reasons.map(({ code }) => code)).toEqual(['PR-27', 'Beside']);
    expect(coder.reasons.at(-1)?.text).toBe('Also with Front desk: line 1, PR-27, $50.00');
    expect(front.reasons.at(-1)?.text).toBe('Also with Coding: line 2, CO-97, $80.00');
    expect(coder.email).not.toBe(front.email);
    expect(coder.advice).not.toBe(front.advice);
    for (const { actions } of [coder, front]) {
      expect(actions).toContain('decide-parts');
      expect(actions).not.toContain('write-off');
      expect(actions).not.toContain('bill-patient');
    }
    expect(world.mails).toEqual([coder.email, front.email]);
    expect(world.runner.waiting).toMatchObject([{ waiting: { waitId: 'task/C0000000000A1-0-denial' } }]);
  });

  it('read the practice’s table once for all of them', async () => {
    const world = await decidedVisit();
    expect([world.openTasks.length, world.tablesRead]).toEqual([2, 1]);
  });

  it('are one task as ever where all belong to one desk', async () => {
    const world = new VisitWorld(1, []);
    world.routing = oneDesk;
    await world.begin();
    await world.post(claimIdOf(world), [coverageAndBundling()]);
    expect(idsOf(world)).toEqual(['C0000000000A1-0-denial']);
    expect(world.openTasks[0]).not.toHaveProperty('share');
    expect(world.openTasks[0]).not.toHaveProperty('awaitedAs');
    expect(world.mails).toHaveLength(1);
  });

  it('are raised again without a second task or mail', async () => {
    const world = await decidedVisit();
    await world.runner.start('again', claimOf(world));
    await world.rest();
    expect(idsOf(world)).toHaveLength(2);
    expect(world.mails).toHaveLength(2);
    // Whichever table is in force by then.
    world.routing = oneDesk;
    await world.runner.start('once more', claimOf(world));
    await world.rest();
    expect(idsOf(world)).toEqual(['C0000000000A1-0-denial-coder', 'C0000000000A1-0-denial-front-desk']);
  });
});

describe('a decision by amount', () => {
  it('books and leaves the other desk’s task open and true', async () => {
    const world = await decidedVisit();
    const front = openOf(world, 'front-desk');
    expect(await world.decide(openOf(world, 'coder'), writeOff(8_000))).toMatchObject({ success: true });
    expect(claimPosition(claimOf(world))).toMatchObject({ writtenOff: 8_000, open: 5_000 });
    expect(idsOf(world)).toEqual([front.taskId]);
    const now = openOf(world, 'front-desk');
    expect(isOutdated(now, claimOf(world))).toBe(false);
    expect(now.reasons.map(({ code }) => code)).not.toContain('Beside');
    expect(now.actions).toContain('write-off'); // it has all that is left
    expect(await world.decide(now, toPatient(5_000))).toMatchObject({ success: true });
    expect(claimOf(world)).toMatchObject({ status: 'closed' });
    expect(claimPosition(claimOf(world))).toMatchObject({
      writtenOff: 8_000,
      patientBalance: 5_000,
      open: 0,
    });
    expect(world.mails).toHaveLength(2);
  });

  it('is about the desk’s own parts only', async () => {
    const world = await decidedVisit();
    expect(await world.decide(openOf(world, 'front-desk'), writeOff(8_000))).toMatchObject({
      success: false,
      findings: [{ code: 'part-unfit' }],
    });
    expect(claimPosition(claimOf(world)).writtenOff).toBe(0);
  });

  it('counts though the other desk decided in the same moment', async () => {
    const world = await decidedVisit();
    const [coder, front] = [openOf(world, 'coder'), openOf(world, 'front-desk')];
    const rest = world.rest;
    world.rest = async () => undefined;
    await world.decide(coder, writeOff(8_000));
    await world.decide(front, toPatient(5_000));
    world.rest = rest;
    await world.rest();
    expect(claimOf(world)).toMatchObject({ status: 'closed' });
    expect(claimPosition(claimOf(world))).toMatchObject({ writtenOff: 8_000, patientBalance: 5_000 });
  });

  it('in part comes back to the same desk as a new task', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), writeOff(3_000));
    expect(idsOf(world)).toEqual(['C0000000000A1-0-denial-front-desk', 'C0000000000A1-1-denial-coder']);
    expect(openOf(world, 'front-desk').reasons.at(-1)?.text).toBe('Also with Coding: line 2, CO-97, $50.00');
  });

  it('is taken back, and the other desk’s task stays as it is', async () => {
    const world = await decidedVisit();
    const coder = openOf(world, 'coder');
    const front = openOf(world, 'front-desk').taskId;
    await world.decide(coder, writeOff(8_000));
    expect(await world.undo(coder)).toMatchObject({ outcome: 'undone' });
    expect(claimPosition(claimOf(world))).toMatchObject({ writtenOff: 0, open: 13_000 });
    expect(idsOf(world)).toEqual([front, 'C0000000000A1-2-denial-coder'].toSorted());
    expect(openOf(world, 'front-desk').reasons.at(-1)?.code).toBe('Beside');
    await world.decide(openOf(world, 'front-desk'), toPatient(5_000));
    await world.decide(openOf(world, 'coder'), writeOff(8_000));
    expect(claimOf(world)).toMatchObject({ status: 'closed' });
  });
});

describe('a correction', () => {
  it('waits for the other desk, and goes out once with its own', async () => {
    const world = await decidedVisit();
    const kept = await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    expect(kept).toMatchObject({ success: true, data: { isKept: true } });
    expect(claimOf(world).submissions).toHaveLength(1);
    expect(idsOf(world)).toHaveLength(2);
    await world.decide(openOf(world, 'front-desk'), corrected({ priorAuthorization: 'AUTH-77' }));
    expect(claimOf(world)).toMatchObject({
      status: 'covered',
      visit: { referralNumber: 'REF-5' },
      priorAuthorization: 'AUTH-77',
    });
    expect(claimOf(world).submissions).toHaveLength(2);
    expect(world.openTasks).toEqual([]);
    await world.sendFiles();
    expect([...world.sent.keys()]).toEqual(['C0000000000A1-1', 'C0000000000A1-2']);
  });

  it('goes out when the other desk has decided amounts', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    await world.decide(openOf(world, 'front-desk'), toPatient(2_000));
    // The front desk has 30.00 left to decide.
    expect(claimOf(world).submissions).toHaveLength(1);
    await world.decide(openOf(world, 'front-desk'), toPatient(3_000));
    expect(claimOf(world)).toMatchObject({ status: 'covered', visit: { referralNumber: 'REF-5' } });
    expect(claimOf(world).decisions.map(({ action }) => action)).toEqual([
      'decide-parts',
      'decide-parts',
      'resubmit',
    ]);
    expect(world.openTasks).toEqual([]);
  });

  it('goes out without the other desk once its own task is reminded of', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    const { remindAt } = openOf(world, 'coder');
    const before = new Date(Date.parse(remindAt) - 1);
    expect([isToGoOut(world.openTasks, before), isToGoOut(world.openTasks, new Date(remindAt))]).toEqual([
      false,
      true,
    ]);
    await releaseKept(world.openTasks, new Date(remindAt), world.desks());
    await world.rest();
    expect(claimOf(world)).toMatchObject({ status: 'covered', visit: { referralNumber: 'REF-5' } });
    expect(world.openTasks).toEqual([]);
    expect(world.mails).toHaveLength(3); // the front desk is told
  });

  it('is sent now, with all that is corrected; the other desk is told by which task its own has ended', async () => {
    const world = await decidedVisit();
    const front = openOf(world, 'front-desk');
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    const coder = openOf(world, 'coder');
    expect(await world.sendNow(front)).toMatchObject({ findings: [{ code: 'nothing-waits' }] });
    expect(await world.sendNow({ ...coder, kept: anOutcome({ at: 'another' }) })).toMatchObject({
      success: false,
    });
    const sent = await world.sendNow(coder);
    expect(sent).toMatchObject({
      data: {
        outcome: { action: 'resubmit', by: coder.kept?.by, sentNow: { by: biller, kept: coder.kept } },
      },
    });
    expect(claimOf(world)).toMatchObject({ status: 'covered', visit: { referralNumber: 'REF-5' } });
    expect(world.openTasks).toEqual([]);
    const { outcome } = world.tasks.get(front.taskId) ?? {};
    expect(outcome).toMatchObject({ action: 'withdraw', by: biller, endedBy: coder.taskId });
    expect(outcome?.note).toMatch(/^Coding has sent a corrected claim, without waiting for the other parts/);
    expect(world.mails).toEqual([coder.email, front.email, front.email]);
    // Once the claim stands in a file, nothing brings it back.
    await world.sendFiles();
    expect(await world.undo(coder)).toMatchObject({ outcome: 'refused', state: { why: 'sent' } });
  });

  it('sent now and taken back waits again beside the other desk, which is asked again', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    const coder = openOf(world, 'coder');
    await world.sendNow(coder);
    expect(await world.undo(coder)).toMatchObject({ outcome: 'undone' });
    expect(openOf(world, 'coder').kept).toEqual(coder.kept);
    expect(openOf(world, 'front-desk')).toMatchObject({ status: 'open' });
    expect(openOf(world, 'front-desk')).not.toHaveProperty('kept');
    expect(world.mails).toHaveLength(5); // both desks have a task and a mail anew
    world.now = new Date(world.now.getTime() + 60_000);
    await world.decide(openOf(world, 'front-desk'), toPatient(5_000));
    expect(claimOf(world)).toMatchObject({ status: 'covered', visit: { referralNumber: 'REF-5' } });
  });

  it('is not sent now over what another desk does in the same moment', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    const coder = openOf(world, 'coder');
    const desks = world.desks;
    world.desks = () => ({
      ...desks(),
      // The front desk notes something between reading its task and ending it.
      closeTask: async (task, outcome) => {
        const front = openOf(world, 'front-desk');
        if (task.taskId !== front.taskId || front.history.length > 0) return desks().closeTask(task, outcome);
        const at = world.now.toISOString();
        const entry = { handling: 'add-note', by: biller, at, note: 'They call back at noon' } as const;
        world.tasks.set(front.taskId, revised({ ...front, history: [entry] }));
        return desks().closeTask(task, outcome);
      },
    });
    expect(await world.sendNow(coder)).toMatchObject({ success: false, findings: [{ code: 'task-newer' }] });
    expect(idsOf(world)).toHaveLength(2);
    expect(claimOf(world).submissions).toHaveLength(1);
    expect(openOf(world, 'coder').kept).toEqual(coder.kept);
  });

  it('that contradicts the one that waits is refused with what the first did', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), corrected({ priorAuthorization: 'AUTH-1' }));
    const second = await world.decide(
      openOf(world, 'front-desk'),
      corrected({ priorAuthorization: 'AUTH-2' }),
    );
    expect(second).toMatchObject({
      success: false,
      findings: [{ code: 'corrected-otherwise', path: 'correction.priorAuthorization' }],
    });
    expect(JSON.stringify(second)).toContain('Coding has corrected this already');
    expect(JSON.stringify(second)).toContain('AUTH-1');
    expect(claimOf(world).submissions).toHaveLength(1);
    await world.decide(openOf(world, 'front-desk'), corrected({ priorAuthorization: 'AUTH-1' }));
    expect(claimOf(world)).toMatchObject({ priorAuthorization: 'AUTH-1', status: 'covered' });
  });

  it('keeps an appeal of the other desk back', async () => {
    const world = await decidedVisit(
      decisionWith([adjustment('CO', '197', 5_000)], [adjustment('CO', '97', 8_000)]),
    );
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    const sent = { way: 'fax', on: '2026-11-02', confirmation: 'F1' } as const;
    const appeal = { action: 'appeal', note: 'We ask you to look again.', sent } as const;
    expect(await world.decide(openOf(world, 'authorizations'), appeal)).toMatchObject({
      success: false,
      findings: [{ code: 'correction-waits' }],
    });
  });

  it('of nobody else waits beside an appeal: it ends the other desk’s task, which is told', async () => {
    const world = await decidedVisit(
      decisionWith([adjustment('CO', '197', 5_000)], [adjustment('CO', '97', 8_000)]),
    );
    const sent = { way: 'fax', on: '2026-11-02', confirmation: 'F1' } as const;
    const appeal = { action: 'appeal', note: 'We ask you to look again.', sent } as const;
    const coder = openOf(world, 'coder');
    await world.decide(openOf(world, 'authorizations'), appeal);
    expect(claimOf(world)).toMatchObject({ status: 'appealed' });
    expect(world.openTasks).toEqual([]);
    expect(world.tasks.get(coder.taskId)?.outcome).toMatchObject({ action: 'withdraw' });
    expect(world.mails.at(-1)).toBe(coder.email);
  });
});

describe('news of the claim', () => {
  it('withdraws what it touches, and asks the desks anew', async () => {
    const world = await decidedVisit();
    const front = openOf(world, 'front-desk').taskId;
    const now = { adjudicationId: 'payment-2/1', traceNumber: '9000124' };
    const decision = decisionWith([adjustment('PR', '27', 5_000)], [adjustment('CO', '97', 2_000)], now);
    await world.post(claimIdOf(world), [reversalOf(coverageAndBundling()), decision]);
    await withdrawOutdated(claimOf(world), world.now, world.desks());
    await world.rest();
    // The front desk's parts are as they were.
    expect(idsOf(world)).toEqual([front, 'C0000000000A1-1-denial-coder']);
    expect(openOf(world, 'coder').title).toMatch(/\$20\.00 open$/);
  });
});

describe('the page of a desk', () => {
  it('names the other desk, asks about its own parts alone, and says until when a correction waits', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    const pageOf = (task: Task) =>
      taskPage({
        task,
        taskCase: {
          ...{ practiceName: 'Maple Street', timeZone: 'America/Chicago' },
          ...{ claim: claimOf(world), share: task.share },
        },
        now: world.now,
      }).markup;
    const [coder, front] = [pageOf(openOf(world, 'coder')), pageOf(openOf(world, 'front-desk'))];
    expect(front).toContain('Also with Coding: line 2, CO-97, $80.00');
    expect(front).toContain('part.bill-patient.1/PR-27');
    expect(front).not.toContain('part.write-off.2/CO-97');
    expect(front).not.toContain('A correction that waits');
    expect(coder).toContain('A correction that waits');
    expect(coder).toContain('name="send-now"');
    expect(front).not.toContain('name="send-now"');
    expect(coder).toContain('It goes out once, with what Front desk decides');
    expect(coder).toContain('part.write-off.2/CO-97');
  });

  it('takes the correction back, and nothing goes out', async () => {
    const world = await decidedVisit();
    await world.decide(openOf(world, 'coder'), corrected({ referralNumber: 'REF-5' }));
    const { by } = openOf(world, 'coder').kept ?? {};
    if (!by) throw new TypeError('The correction is kept');
    await proposeNoMore(openOf(world, 'coder'), by, world.now, world.desks());
    await world.decide(openOf(world, 'front-desk'), toPatient(5_000));
    expect(claimOf(world).submissions).toHaveLength(1);
    expect(openOf(world, 'coder').kept).toBeUndefined();
  });
});
