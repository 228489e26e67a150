import { describe, expect, it } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjustment, settledAdjudication } from '../factories/adjudications.ts';
import { readSentClaim } from './balance-checker.ts';
import { PayerBooks } from './payer-books.ts';
import { VisitWorld } from './visit-world.ts';

const view = { lowers: 200, pays: 800, denies: false };
const paysAll = { lowers: 0, pays: 1000, denies: false };

/** A visit whose first payer decided, saying what is given of forwarding. */
const decided = async (said: Parameters<PayerBooks['decide']>[2], change = {}) => {
  const world = new VisitWorld(2, []);
  await world.begin();
  const [[number, text] = ['', '']] = world.sent;
  const claimId = number.split('-')[0] ?? '';
  const first = new PayerBooks('northwind');
  const answer = first.decide(text, view, said).map((one) => ({ ...one, ...change }));
  await world.post(claimId, answer);
  const later = (): Claim | undefined => [...world.claims.values()].find((one) => one.payerId === 'cascade');
  const waiting = () => world.runner.waiting.find((one) => one.claimId === later()?.claimId);
  return { world, first, claimId, text, later, waiting };
};

describe('a claim that its payer forwarded', () => {
  it.each([
    ['CLP02 19', { clp02: '19' }, {}],
    ['NM1*TT', {}, { forwardedTo: { name: 'CASCADE MUTUAL' } }],
    ['MA18', { remarks: ['MA18'] }, {}],
    ['N89', { remarks: ['N89'] }, {}],
  ])('by %s waits for the later payer, and we send nothing', async (_how, said, change) => {
    const { world, later, waiting } = await decided(said, change);
    expect(later()).toMatchObject({
      status: 'accepted',
      submissions: [{ forwarded: { by: expect.any(String) } }],
    });
    expect(world.sent.size).toBe(1);
    // 30 calendar days after the payment of 2 November 2026, to the end of the day in the practice.
    expect(waiting()?.waiting?.ringAt).toMatch(/^2026-12-0[23]T/);
  });

  it('is billed by ourselves, with what the first decided, when nothing came in its time', async () => {
    const { world, later, waiting } = await decided({ clp02: '19' });
    const execution = waiting();
    if (execution) await world.runner.ring(execution);
    await world.rest();
    const number = `${later()?.claimId}-2`;
    const sent = readSentClaim(world.sent.get(number) ?? '');
    expect(sent.frequency).toBe('1');
    expect(sent.payers).toMatchObject([{ payerId: 'northwind', paid: expect.any(Number) }]);
  });

  it('is billed at once where the payer says that it could not be forwarded (MA19)', async () => {
    const { world, later } = await decided({ clp02: '19', remarks: ['MA19'] });
    expect(world.sent.has(`${later()?.claimId}-1`)).toBe(true);
  });

  it('is billed at once when MA19 comes later', async () => {
    const { world, first, claimId, text, later } = await decided({ clp02: '19' });
    await world.post(claimId, first.decide(text, view, { remarks: ['MA19'] }));
    expect(world.sent.has(`${later()?.claimId}-2`)).toBe(true);
    expect(world.get(claimId).status).toBe('closed');
  });

  it('goes on by the late answer, though we billed as well and were refused as a duplicate first', async () => {
    const { world, later, waiting } = await decided({ clp02: '19' });
    const execution = waiting();
    if (execution) await world.runner.ring(execution);
    await world.rest();
    const before = later();
    if (!before) throw new Error('No later claim');
    const whole = { charge: cents(23_000), lines: [], remarks: [] };
    const refused = settledAdjudication({
      ...whole,
      ...{
        adjudicationId: 'dup',
        submissionNumber: 2,
        paid: cents(0),
        adjustments: [adjustment('OA', '18', 23_000)],
      },
    });
    await world.post(before.claimId, [refused]);
    expect(world.openTasks).toEqual([]);
    expect(waiting()?.waiting?.ringAt).toEqual(expect.any(String));
    const left = claimPosition(before).open;
    const answer = settledAdjudication({
      ...whole,
      ...{ adjudicationId: 'late', submissionNumber: 1, claimStatusCode: '2', paid: cents(left) },
      adjustments: [adjustment('OA', '23', 23_000 - left)],
    });
    await world.post(before.claimId, [answer]);
    expect(later()).toMatchObject({ status: 'closed', end: 'paid' });
  });

  it('waits anew for a correction that is forwarded, too', async () => {
    const { world, first, claimId, text, later, waiting } = await decided({ clp02: '19' });
    await world.post(claimId, first.decide(text, paysAll, { clp02: '19' }).slice(0, 1));
    await world.post(claimId, first.decide(text, { ...view, pays: 100 }, { clp02: '19' }));
    expect(later()?.submissions).toMatchObject([{ number: 1 }, { number: 2, forwarded: {} }]);
    expect(waiting()?.waiting?.waitId).toContain('/remittance/2.');
    expect(world.sent.size).toBe(1);
  });
});

describe('a payer that names another one before it (NM1*PR)', () => {
  const denied = (name: Partial<Claim['adjudications'][number]>) =>
    settledAdjudication({
      ...{ paid: cents(0), lines: [], adjustments: [adjustment('OA', '22', 23_000)] },
      ...name,
    });

  const deny = async (said: { name?: string; id?: string }) => {
    const world = new VisitWorld(2, []);
    await world.begin();
    const claimId = [...world.claims.keys()][0] ?? '';
    await world.post(claimId, [denied({ priorityPayer: said })]);
    return { world, claimId };
  };

  it.each([{ name: 'PAYER CASCADE' }, { name: 'Other words', id: 'CASCADE' }])(
    'has that one billed first, and is billed after it: %o',
    async (said) => {
      const { world, claimId } = await deny(said);
      const [, first] = [...world.claims.values()];
      expect(first).toMatchObject({
        payerId: 'cascade',
        responsibility: 'P',
        priorPayers: [],
        insteadOf: claimId,
      });
      expect(world.get(claimId)).toMatchObject({ status: 'closed', insteadClaimId: first?.claimId });
      const text = world.sent.get(`${first?.claimId}-1`) ?? '';
      await world.post(first?.claimId ?? '', new PayerBooks('cascade').decide(text, view));
      const second = [...world.claims.values()].at(-1);
      expect(second).toMatchObject({
        payerId: 'northwind',
        responsibility: 'S',
        priorPayers: [{ claimId: first?.claimId }],
      });
      expect(second?.claimId).not.toBe(claimId);
    },
  );

  it('has the front desk ask where the patient’s coverage by it is not known', async () => {
    const { world } = await deny({ name: 'Granite Mutual', id: 'GM01' });
    expect(world.openTasks).toMatchObject([{ kind: 'denial', owner: 'front-desk' }]);
    expect(world.openTasks[0]?.reasons[0]).toEqual({
      code: 'NM1*PR',
      text: 'Is to be billed first: Granite Mutual, number GM01',
    });
  });

  it('is asked about by a person where the two send the claim to one another', async () => {
    const { world } = await deny({ name: 'PAYER CASCADE' });
    const [, first] = [...world.claims.values()];
    await world.post(first?.claimId ?? '', [
      denied({ adjudicationId: 'b', priorityPayer: { name: 'Payer northwind' } }),
    ]);
    expect(world.claims.size).toBe(2);
    expect(world.openTasks).toMatchObject([{ kind: 'denial', owner: 'front-desk', claimId: first?.claimId }]);
  });
});
