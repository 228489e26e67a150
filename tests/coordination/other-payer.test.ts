import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { isGivenOver } from '../../functions/domain/coordination/given-over.ts';
import { encounterPosition } from '../../functions/domain/ledger/encounter-position.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { OtherPayer } from '../../functions/domain/tasks/other-payer.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjustment, settledAdjudication } from '../factories/adjudications.ts';
import { readSentClaim } from './balance-checker.ts';
import { PayerBooks } from './payer-books.ts';
import { VisitWorld } from './visit-world.ts';

const paysAll = { lowers: 100, pays: 1000, denies: false };

const taskOf = (world: VisitWorld): Task => {
  const [task] = world.openTasks;
  if (!task) throw new Error('Nobody is asked');
  return task;
};

const say = (world: VisitWorld, otherPayer: OtherPayer): Promise<void> =>
  world.work(taskOf(world), 'bill-other-payer', { otherPayer });

const firstOf = (world: VisitWorld): Claim => {
  const [first] = world.claims.values();
  if (!first) throw new Error('No claim');
  return first;
};

const lastOf = (world: VisitWorld): Claim => [...world.claims.values()].at(-1) ?? firstOf(world);

/** A claim that its payer denied: of two payers where `payers` says so. */
const denied = async (payers: number, change: Partial<Claim['adjudications'][number]> = {}) => {
  const world = new VisitWorld(payers, []);
  await world.begin();
  const { claimId } = firstOf(world);
  const decision = {
    ...{ paid: cents(0), lines: [], adjustments: [adjustment('OA', '109', 23_000)] },
    ...change,
  };
  await world.post(claimId, [settledAdjudication(decision)]);
  return { world, claimId };
};

/** The same whose payer paid all but what it denied of a line. */
const partlyPaid = (payers = 1) =>
  denied(payers, { paid: cents(15_000), adjustments: [adjustment('CO', '197', 8_000)] });

const granite = { payerId: 'granite', place: 'instead', memberId: 'GM77' } as const;

describe('a claim that belongs to another payer', () => {
  it('ends, and a claim of its own goes to that payer as the first', async () => {
    const { world, claimId } = await denied(1);
    await say(world, granite);
    const made = lastOf(world);
    expect(made).toMatchObject({
      ...{ payerId: 'granite', responsibility: 'P', insteadOf: claimId, cause: `instead-of-${claimId}` },
      coverage: { payerId: 'granite', memberId: 'GM77', relationship: 'self' },
    });
    expect(world.get(claimId)).toMatchObject({
      ...{ status: 'closed', end: 'billed-to-next-payer', insteadClaimId: made.claimId },
    });
    expect(world.sent.has(`${made.claimId}-1`)).toBe(true);
    expect(world.openTasks).toEqual([]);
  });

  it('keeps both in its history, with before and after', async () => {
    const { world, claimId } = await denied(1);
    await say(world, granite);
    const types = world.events.filter((one) => one.claimId === claimId).map(({ type }) => type);
    expect(types.slice(-2)).toEqual(['bill-other-payer', 'billed-to-other-payer']);
    expect(world.details.get(`${claimId} bill-other-payer`)).toMatchObject({
      changed: expect.stringMatching(/^payers: Payer northwind .* → Payer granite GM77 self$/),
    });
  });

  it('asks that payer for the coverage', async () => {
    const { world } = await denied(1);
    await say(world, granite);
    expect(world.asked).toContain(lastOf(world).claimId);
  });

  it('sends neither the authorization nor the attachments of the former payer', async () => {
    const { world, claimId } = await denied(1);
    const before = world.get(claimId);
    const attachments = [{ reportType: 'OZ', transmission: 'FX', controlNumber: '4711' }] as const;
    world.claims.set(claimId, { ...before, visit: { referralNumber: 'R1', attachments: [...attachments] } });
    await say(world, granite);
    const made = lastOf(world);
    expect(made.priorAuthorization).toBeUndefined();
    expect(made.visit).toEqual({});
    expect(world.sent.get(`${made.claimId}-1`)).not.toMatch(/PWK|AUTH-OF-FIRST/);
  });

  it('says where the limit of that payer has passed', async () => {
    const { world, claimId } = await denied(1);
    world.now = new Date('2029-01-02T10:00:00.000Z');
    await say(world, granite);
    expect(world.details.get(`${claimId} bill-other-payer`)).toHaveProperty('filedLate');
  });

  it('is made once however often its step is tried', async () => {
    const { world, claimId } = await denied(1);
    const task = taskOf(world);
    await say(world, granite);
    const { size } = world.claims;
    await world.runner.start('again', world.get(claimId));
    await world.billNext(claimId, task.taskId);
    expect(world.claims.size).toBe(size);
  });

  it('goes back and forth without meeting itself', async () => {
    const { world, claimId } = await denied(1);
    await say(world, granite);
    const second = lastOf(world);
    const decision = {
      adjudicationId: 'b',
      paid: cents(0),
      lines: [],
      adjustments: [adjustment('OA', '109', 23_000)],
    };
    await world.post(second.claimId, [settledAdjudication(decision)]);
    await say(world, { payerId: 'northwind', place: 'instead', memberId: 'N2' });
    expect(lastOf(world)).toMatchObject({ payerId: 'northwind', insteadOf: second.claimId });
    expect(lastOf(world).claimId).not.toBe(claimId);
    expect(world.claims.size).toBe(3);
  });
});

describe('what the former payer paid', () => {
  it('is its own again by a void, where the contract has it so', async () => {
    const { world, claimId } = await partlyPaid();
    world.misdirected = ['void'];
    await say(world, granite);
    expect(world.get(claimId).submissions.at(-1)).toMatchObject({
      frequency: '8',
      originalReference: 'ICN900100',
    });
    expect(readSentClaim(world.sent.get(`${claimId}-2`) ?? '')).toMatchObject({ frequency: '8' });
    expect(world.get(claimId).status).not.toBe('closed');
    const [decision] = world.get(claimId).adjudications;
    if (!decision) throw new Error('Nothing was decided');
    await world.post(claimId, [reversalOf(decision)]);
    expect(world.get(claimId)).toMatchObject({ status: 'closed', end: 'billed-to-next-payer' });
    expect(world.openTasks).toEqual([]);
  });

  it.each([undefined, 'refund'] as const)('is asked about where the contract says %s', async (method) => {
    const { world, claimId } = await partlyPaid();
    world.misdirected = [method];
    await say(world, granite);
    expect(world.openTasks).toMatchObject([
      { kind: 'correction', claimId, title: 'Payer northwind paid $150.00 that another payer owes' },
    ]);
    expect(taskOf(world).actions[0]).toBe(method === 'refund' ? 'keep-waiting' : 'void');
  });

  it('is asked about again when a person waited and nothing came', async () => {
    const { world, claimId } = await partlyPaid();
    await say(world, granite);
    await world.work(taskOf(world), 'keep-waiting');
    expect(world.openTasks).toEqual([]);
    const waiting = world.runner.waiting.find((one) => one.claimId === claimId);
    if (!waiting) throw new Error('Nobody waits');
    await world.runner.ring(waiting);
    expect(world.openTasks).toMatchObject([{ kind: 'correction', claimId }]);
    await world.work(taskOf(world), 'void');
    expect(world.sent.has(`${claimId}-2`)).toBe(true);
  });

  it('stays in the ledger, and the charge is counted once', async () => {
    const { world, claimId } = await partlyPaid();
    const { charge } = claimPosition(world.get(claimId));
    await say(world, granite);
    expect(claimPosition(world.get(claimId))).toMatchObject({
      charge: 0,
      insurancePaid: 15_000,
      open: -15_000,
    });
    expect(encounterPosition([...world.claims.values()])).toMatchObject({
      ...{ charge, insurancePaid: 15_000, open: charge - 15_000, patientBalance: 0 },
    });
  });

  it('does not come back to life with a late word of that payer', async () => {
    const { world, claimId } = await denied(1);
    await say(world, granite);
    const late = {
      adjudicationId: 'late',
      paid: cents(0),
      lines: [],
      adjustments: [adjustment('OA', '109', 23_000)],
    };
    await world.post(claimId, [settledAdjudication(late)]);
    expect(world.get(claimId).status).toBe('closed');
    expect(world.openTasks).toEqual([]);
  });
});

const reversalOf = (decision: Claim['adjudications'][number]): Claim['adjudications'][number] => ({
  ...decision,
  ...{ adjudicationId: 'reversal', claimStatusCode: '22' },
  ...{ charge: cents(-decision.charge), paid: cents(-decision.paid) },
  adjustments: decision.adjustments.map((one) => ({ ...one, amount: cents(-one.amount) })),
  lines: decision.lines.map((line) => ({
    ...line,
    charge: cents(-line.charge),
    paid: cents(-line.paid),
    adjustments: line.adjustments.map((one) => ({ ...one, amount: cents(-one.amount) })),
  })),
});

describe('another order of the payers', () => {
  it('bills a known later payer first, and this one after it', async () => {
    const { world, claimId } = await denied(2);
    await say(world, { payerId: 'cascade', place: 'first' });
    const first = lastOf(world);
    expect(first).toMatchObject({
      payerId: 'cascade',
      responsibility: 'P',
      priorPayers: [],
      insteadOf: claimId,
    });
    expect(first.nextPayers).toMatchObject([{ coverage: { payerId: 'northwind', responsibility: 'S' } }]);
    const text = world.sent.get(`${first.claimId}-1`) ?? '';
    await world.post(first.claimId, new PayerBooks('cascade').decide(text, { ...paysAll, pays: 500 }));
    expect(lastOf(world)).toMatchObject({
      ...{ payerId: 'northwind', responsibility: 'S', priorPayers: [{ claimId: first.claimId }] },
    });
  });

  it('puts a payer first that nobody knew of', async () => {
    const { world } = await denied(2);
    await say(world, { payerId: 'granite', place: 'first', memberId: 'GM77' });
    expect(lastOf(world).nextPayers).toMatchObject([
      { coverage: { payerId: 'northwind', responsibility: 'S' } },
      { coverage: { payerId: 'cascade', responsibility: 'T' } },
    ]);
  });

  it('takes the first payer’s money back when the second says that it is the first', async () => {
    const world = new VisitWorld(2, []);
    world.misdirected = ['void'];
    await world.begin();
    const { claimId } = firstOf(world);
    const books = new PayerBooks('northwind');
    await world.post(claimId, books.decide(world.sent.get(`${claimId}-1`) ?? '', { ...paysAll, pays: 800 }));
    const second = lastOf(world);
    const refusal = { paid: cents(0), lines: [], adjustments: [adjustment('OA', '22', 23_000)] };
    await world.post(second.claimId, [settledAdjudication(refusal)]);
    await say(world, { payerId: 'cascade', place: 'first' });
    const made = [...world.claims.values()].find(({ cause }) => cause === `instead-of-${second.claimId}`);
    expect(made).toMatchObject({ payerId: 'cascade', responsibility: 'P', priorPayers: [] });
    expect(world.get(second.claimId)).toMatchObject({ status: 'closed', insteadClaimId: made?.claimId });
    expect(isGivenOver(world.get(claimId))).toBe(true);
    expect(world.sent.has(`${claimId}-2`)).toBe(true);
    await world.post(claimId, books.decide(world.sent.get(`${claimId}-2`) ?? '', paysAll));
    expect(world.get(claimId).status).toBe('closed');
    const text = world.sent.get(`${made?.claimId}-1`) ?? '';
    await world.post(made?.claimId ?? '', new PayerBooks('cascade').decide(text, { ...paysAll, pays: 500 }));
    const later = lastOf(world);
    expect(later).toMatchObject({ payerId: 'northwind', responsibility: 'S' });
    expect(later.claimId).not.toBe(claimId);
  });

  it('notes a payer that comes after this one, and offers to bill it', async () => {
    const { world, claimId } = await denied(1, {
      paid: cents(0),
      adjustments: [adjustment('PR', '204', 23_000)],
    });
    await say(world, { payerId: 'granite', place: 'next', memberId: 'GM77' });
    expect(world.get(claimId).nextPayers).toMatchObject([
      { coverage: { payerId: 'granite', responsibility: 'S' }, payerName: 'Payer granite' },
    ]);
    expect(taskOf(world)).toMatchObject({ claimId, kind: 'denial' });
    expect(taskOf(world).actions).toContain('bill-next-payer');
    expect(taskOf(world).actions).not.toContain('bill-patient');
  });

  it('is asked anew where the claim does not allow it any more', async () => {
    const { world, claimId } = await denied(2);
    const task = taskOf(world);
    await say(world, { payerId: 'northwind', place: 'instead', memberId: 'N1' });
    expect(world.claims.size).toBe(1);
    expect(world.get(claimId).nextPayers).toMatchObject([{ coverage: { payerId: 'cascade' } }]);
    expect(taskOf(world)).toMatchObject({ claimId, kind: 'denial' });
    expect(taskOf(world).taskId).not.toBe(task.taskId);
  });

  it('bills no patient meanwhile', async () => {
    const { world, claimId } = await denied(1, {
      paid: cents(0),
      adjustments: [adjustment('PR', '204', 23_000)],
    });
    await say(world, granite);
    expect(claimPosition(world.get(claimId)).patientBalance).toBe(0);
    expect(encounterPosition([...world.claims.values()]).patientBalance).toBe(0);
  });
});

describe('a claim that was never decided', () => {
  it('goes to another payer from its coverage task', async () => {
    const { world, claimId } = await denied(1);
    world.claims.set('C2345678923', {
      ...world.get(claimId),
      ...{ claimId: 'C2345678923', part: 2, status: 'not-covered', adjudications: [], decisions: [] },
      submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
    });
    await world.runner.start('C2345678923', { practiceId: 'maple-street', claimId: 'C2345678923' });
    await world.rest();
    const task = world.openTasks.find(({ kind }) => kind === 'coverage');
    if (!task) throw new Error('Nobody is asked');
    await world.work(task, 'bill-other-payer', { otherPayer: granite });
    expect(world.get('C2345678923')).toMatchObject({ status: 'closed', end: 'billed-to-next-payer' });
    expect(lastOf(world)).toMatchObject({ payerId: 'granite', part: 2, insteadOf: 'C2345678923' });
    expect(world.sent.has('C2345678923-1')).toBe(false);
  });

  it('goes to another payer from its rejection task', async () => {
    const world = new VisitWorld(1, []);
    const { claimId } = firstOf(world);
    world.claims.set(claimId, { ...firstOf(world), diagnoses: ['not a code at all, and too long'] });
    await world.begin();
    expect(taskOf(world).kind).toBe('rejection');
    world.claims.set(claimId, { ...firstOf(world), diagnoses: ['M17.11', 'I10'] });
    await say(world, granite);
    expect(world.get(claimId)).toMatchObject({ status: 'closed', insteadClaimId: lastOf(world).claimId });
    expect(world.sent.has(`${lastOf(world).claimId}-1`)).toBe(true);
  });

  it('is not sent any more when it waits for its file as the claim of a later payer', async () => {
    const { world, claimId } = await denied(2, {
      paid: cents(20_000),
      adjustments: [adjustment('PR', '2', 3_000)],
    });
    const second = lastOf(world);
    expect(second.payerId).toBe('cascade');
    const refusal = {
      adjudicationId: 'c',
      paid: cents(0),
      lines: [],
      adjustments: [adjustment('OA', '109', 23_000)],
    };
    await world.post(claimId, [reversalOf(world.get(claimId).adjudications[0] ?? settledAdjudication())]);
    await world.post(claimId, [settledAdjudication(refusal)]);
    await say(world, granite);
    expect(world.get(second.claimId)).toMatchObject({ insteadClaimId: lastOf(world).claimId });
  });
});

describe('taking it back', () => {
  it('is possible until the new claim is sent', async () => {
    const { world, claimId } = await denied(1);
    world.holdsFiles = true;
    const task = taskOf(world);
    await say(world, granite);
    const made = lastOf(world);
    expect(await world.undo(task)).toMatchObject({ outcome: 'undone' });
    expect(world.get(made.claimId)).toMatchObject({ status: 'closed', end: 'taken-back' });
    expect(world.get(claimId)).toMatchObject({ status: 'adjudicated' });
    expect(world.get(claimId).insteadClaimId).toBeUndefined();
    expect(world.openTasks).toMatchObject([{ kind: 'denial', claimId }]);
    world.now = new Date('2026-11-02T11:00:00.000Z');
    await say(world, granite);
    expect(lastOf(world).claimId).toBe(made.claimId);
    expect(world.get(made.claimId).status).toBe('covered');
  });

  it('is possible while a person is asked about the money', async () => {
    const { world, claimId } = await partlyPaid();
    world.holdsFiles = true;
    const task = taskOf(world);
    await say(world, granite);
    expect(await world.undo(task)).toMatchObject({ outcome: 'undone' });
    expect(world.openTasks).toMatchObject([{ kind: 'denial', claimId }]);
  });

  it('is refused once the claim is with its payer', async () => {
    const { world } = await denied(1);
    const task = taskOf(world);
    await say(world, granite);
    expect(await world.undo(task)).toMatchObject({ outcome: 'refused', state: { why: 'next-payer' } });
  });

  describe('whose payer is told by a void', () => {
    const voided = async () => {
      const { world, claimId } = await partlyPaid();
      world.misdirected = ['void'];
      world.holdsFiles = true;
      const task = taskOf(world);
      await say(world, granite);
      expect(world.queue.map((one) => one.claimId).toSorted()).toEqual(
        [claimId, lastOf(world).claimId].toSorted(),
      );
      return { world, claimId, task };
    };

    it('takes the void back with the new claim, and both go out after another decision', async () => {
      const { world, claimId, task } = await voided();
      const before = world.get(claimId);
      expect(await world.undo(task)).toMatchObject({ outcome: 'undone' });
      expect(world.queue).toEqual([]);
      const after = world.get(claimId);
      expect(after).toMatchObject({ status: 'adjudicated', submissions: before.submissions.slice(0, -1) });
      expect(after.insteadClaimId).toBeUndefined();
      expect(world.openTasks).toMatchObject([{ kind: 'denial', claimId }]);
      await world.sendFiles();
      expect([...world.sent.keys()]).toEqual([`${claimId}-1`]);
      world.now = new Date('2026-11-02T11:00:00.000Z');
      await say(world, granite);
      await world.sendFiles();
      expect([...world.sent.keys()].toSorted()).toEqual(
        [`${claimId}-1`, `${claimId}-2`, `${lastOf(world).claimId}-1`].toSorted(),
      );
      expect(readSentClaim(world.sent.get(`${claimId}-2`) ?? '')).toMatchObject({ frequency: '8' });
    });

    it.each(['void', 'next-payer'] as const)('is refused once the file of one has it: %s', async (why) => {
      const { world, claimId, task } = await voided();
      const isVoid = (one: { readonly claimId: string }): boolean => one.claimId === claimId;
      const held = world.queue.splice(0);
      world.queue.push(...held.filter((one) => isVoid(one) === (why === 'void')));
      await world.sendFiles();
      world.queue.push(...held.filter((one) => isVoid(one) !== (why === 'void')));
      expect(await world.undo(task)).toMatchObject({ outcome: 'refused', state: { why } });
      expect(world.queue).toHaveLength(1);
    });

    it.each([true, false])(
      'is refused while one of the two is written into a file: the void %s',
      async (is) => {
        const { world, claimId, task } = await voided();
        const at = world.queue.findIndex((one) => (one.claimId === claimId) === is);
        const queued = world.queue[at];
        if (!queued) throw new Error('Nothing waits');
        world.queue[at] = { ...queued, taken: true } as typeof queued;
        expect(await world.undo(task)).toMatchObject({
          ...{ outcome: 'refused', state: { why: is ? 'void' : 'next-payer' } },
        });
        expect(world.queue).toHaveLength(2);
      },
    );
  });

  it('of a void and of waiting is about the former payer alone, and comes before that of the order', async () => {
    const { world, claimId } = await partlyPaid();
    world.holdsFiles = true;
    const task = taskOf(world);
    await say(world, granite);
    for (const action of ['void', 'keep-waiting'] as const) {
      const asked = taskOf(world);
      world.now = new Date(world.now.getTime() + 60_000);
      await world.work(asked, action);
      expect(world.openTasks).toEqual([]);
      expect(await world.undo(task)).toMatchObject({ outcome: 'refused', state: { why: 'decided-since' } });
      expect(await world.undo(asked)).toMatchObject({ outcome: 'undone' });
      expect(world.openTasks).toMatchObject([{ kind: 'correction', claimId }]);
      expect(world.queue.map((one) => one.claimId)).toEqual([lastOf(world).claimId]);
    }
    expect(await world.undo(task)).toMatchObject({ outcome: 'undone' });
    expect(world.queue).toEqual([]);
    expect(world.openTasks).toMatchObject([{ kind: 'denial', claimId }]);
  });
});
