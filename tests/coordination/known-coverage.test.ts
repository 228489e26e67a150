import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { billKnownPayer } from '../../functions/coordination/bill-known-payer.ts';
import { followCoverages } from '../../functions/coordination/follow-coverages.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import { checkOtherPayer } from '../../functions/domain/coordination/payer-order.ts';
import type { PatientFile } from '../../functions/domain/patients/patient-record.ts';
import { claimPosition } from '../../functions/domain/position.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { TaskDraft } from '../../functions/domain/task-draft.ts';
import { cents } from '../../functions/edi/money.ts';
import { adjudication, adjustment } from '../factories/adjudications.ts';
import { claim } from '../factories/claims.ts';
import { coverageRecord, patientFile } from '../factories/patients/coverage-records.ts';
import { anOutcome, aTask, now } from '../factories/tasks.ts';
import { nextPayerAt, payerIds, VisitWorld } from './visit-world.ts';

const places = ['P', 'S', 'T'] as const;
type Place = (typeof places)[number];

/** Payers of one visit as somebody has them on paper: whom the record has, whom the claims have, and how it went. */
type Chain = {
  /** Which payers the claims have, in order; the first is billed. */
  readonly billed: number;
  readonly state: 'open' | 'denied' | 'patients' | 'paid' | 'given-over';
  /** Where the record has the payer that was billed first by now, if it does. */
  readonly firstPlace: Place | undefined;
  readonly newPlace: Place;
  readonly isKnownPayer: boolean;
  readonly isLate: boolean;
};

const chains: fc.Arbitrary<Chain> = fc
  .record({
    billed: fc.constantFrom(1, 2),
    state: fc.constantFrom('open', 'denied', 'patients', 'paid', 'given-over' as const),
    firstPlace: fc.constantFrom('P' as const, 'S' as const, undefined),
    newPlace: fc.constantFrom(...places),
    isKnownPayer: fc.boolean(),
    isLate: fc.boolean(),
  })
  // Two second payers on one day are nobody’s order.
  .filter(({ firstPlace, newPlace }) => firstPlace !== 'S' || newPlace !== 'S');

/**
 * What a biller with the card on the desk would do, written without the product: a first payer takes the place of one that
 * is over or does not cover the patient, and comes before one that became the second; whoever is later comes after.
 */
const onPaper = ({ state, firstPlace, newPlace }: Chain): 'instead' | 'first' | 'next' | undefined => {
  if (state === 'paid' || state === 'given-over') return undefined;
  if (newPlace !== 'P') return 'next';
  return firstPlace === 'S' && state !== 'denied' ? 'first' : 'instead';
};

const claimOf = ({ billed, state }: Chain): Claim => {
  const base = claim({ nextPayers: billed > 1 ? [nextPayerAt(1)] : [] });
  const paid = adjudication({}, [adjustment('PR', '2', 8_000)]);
  if (state === 'denied')
    return {
      ...base,
      status: 'adjudicated',
      adjudications: [adjudication({}, [adjustment('CO', '27', 8_000)])],
    };
  if (state === 'patients')
    return {
      ...base,
      ...{ status: 'closed', end: 'billed-to-patient', adjudications: [paid], patientBilled: cents(8_000) },
    };
  if (state === 'paid') return { ...base, status: 'closed', end: 'paid', adjudications: [paid] };
  return state === 'given-over' ? { ...base, insteadClaimId: 'C0000000000B2' } : base;
};

const payers = new VisitWorld(1, []);
const contracts = payerIds.map((one) => payers.payer(one));

const recordOf = (chain: Chain, withNew: boolean): PatientFile =>
  patientFile([
    ...(chain.firstPlace ? [coverageRecord({ payerId: 'northwind', responsibility: chain.firstPlace })] : []),
    ...(chain.billed > 1
      ? [coverageRecord({ payerId: 'cascade', responsibility: chain.firstPlace === 'S' ? 'T' : 'S' })]
      : []),
    ...(withNew
      ? [
          coverageRecord(
            { payerId: chain.isKnownPayer ? 'prairie' : 'nobody', responsibility: chain.newPlace },
            { from: '2026-10-01' },
          ),
        ]
      : []),
  ]);

const follow = async (chain: Chain, known = claimOf(chain)) => {
  const raised: { readonly draft: TaskDraft; readonly taskId: string }[] = [];
  const day = chain.isLate ? new Date('2029-01-01T12:00:00Z') : now;
  await followCoverages(recordOf(chain, false), recordOf(chain, true), day, {
    claimsOfPatient: async () => [known],
    listPayers: async () => contracts,
    zoneOf: async () => 'America/Chicago',
    raiseTask: async (draft, { taskId }) => void raised.push({ draft, taskId }),
  });
  return raised;
};

it('a coverage that becomes known asks for the step that a biller takes with the card on the desk', async () => {
  const steps = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(chains, async (chain) => {
      const known = claimOf(chain);
      const [task, ...more] = await follow(chain, known);
      expect(more).toEqual([]);
      const wanted = onPaper(chain);
      steps.set(wanted ?? 'none', (steps.get(wanted ?? 'none') ?? 0) + 1);
      expect([task !== undefined, chain]).toEqual([wanted !== undefined, chain]);
      if (!task) return;
      const { draft } = task;
      const said = draft.suggestedPayer;
      expect(draft.owner).toBe('biller');
      if (!chain.isKnownPayer) {
        expect([said, draft.actions]).toEqual([undefined, ['dismiss']]);
        return;
      }
      expect([said?.payerId, said?.place, chain]).toEqual(['prairie', wanted, chain]);
      expect(said && checkOtherPayer(known, said, contracts)).toEqual([]);
      // Whoever bills late loses the claim: it is said, and not recommended.
      const [recommended] = draft.actions;
      expect(recommended).toBe(chain.isLate ? 'dismiss' : 'bill-other-payer');
      expect(draft.reasons.some(({ code }) => code === 'limit')).toBe(chain.isLate);
      expect(JSON.stringify([draft.title, draft.reasons, draft.advice])).not.toContain('M-PRAIRIE');
    }),
    { numRuns: 300, seed: 7 },
  );
  // None of the answers is an accident of what was drawn.
  for (const step of ['instead', 'first', 'next', 'none']) expect(steps.get(step) ?? 0).toBeGreaterThan(10);
});

const plain: Chain = {
  ...{ billed: 1, state: 'open', firstPlace: 'P', newPlace: 'S', isKnownPayer: true, isLate: false },
};

it('is asked once for a claim and a policy, and not of what the claim or the record had before', async () => {
  const [one] = await follow(plain);
  const [again] = await follow(plain);
  expect(again?.taskId).toBe(one?.taskId);
  const billed = { ...claimOf(plain), nextPayers: [nextPayerAt(2)] };
  expect(await follow(plain, billed)).toEqual([]);
  const same = recordOf(plain, true);
  let raised = 0;
  await followCoverages(same, same, now, {
    claimsOfPatient: async () => [claimOf(plain)],
    listPayers: async () => contracts,
    zoneOf: async () => 'America/Chicago',
    raiseTask: async () => raised++,
  });
  expect(raised).toBe(0);
});

/** A visit that waits for its payer, or that its patient was billed, with a decision that no lifecycle waits for. */
const decided = async (place: 'instead' | 'first' | 'next', isPatients: boolean) => {
  const world = new VisitWorld(1, []);
  await world.begin();
  const [own] = world.claims.values();
  if (!own) throw new Error('There is a claim');
  if (isPatients) await world.post(own.claimId, [paidButShare()]);
  const before = world.get(own.claimId);
  const task = aTask({
    ...{ taskId: `${own.claimId}-x-known-coverage`, kind: 'known-coverage', claimId: own.claimId },
    status: 'done',
    outcome: anOutcome({
      action: 'bill-other-payer',
      otherPayer: { payerId: 'cascade', place, memberId: 'CM-1', relationship: 'self' },
    }),
  });
  const carryOut = async () => {
    await billKnownPayer(task, world.now, world.knownPayer());
    await world.rest();
  };
  await carryOut();
  return { world, before, own, carryOut };
};

const paidButShare = () => {
  const base = adjudication({}, []);
  const lines = base.lines.map((line, at) => ({
    ...line,
    paid: cents(line.charge - (at === 1 ? 3_000 : 0)),
    adjustments: at === 1 ? [adjustment('PR', '2', 3_000)] : [],
  }));
  return { ...base, lines, paid: cents(20_000) };
};

describe('a payer that is billed by such a decision', () => {
  it.each(['instead', 'first'] as const)('%s: gets a claim, and the former one is over', async (place) => {
    const { world, own, carryOut } = await decided(place, false);
    const made = [...world.claims.values()].filter(({ payerId }) => payerId === 'cascade');
    expect(made).toMatchObject([{ insteadOf: own.claimId, responsibility: 'P' }]);
    expect(world.get(own.claimId).insteadClaimId).toBe(made[0]?.claimId);
    expect([...world.sent.keys()]).toContain(`${made[0]?.claimId}-1`);
    const { size } = world.claims;
    await carryOut();
    expect(world.claims.size).toBe(size);
  });

  it.each(['instead', 'first'] as const)('%s: the patient’s bill counts no more', async (place) => {
    const { world, before, own } = await decided(place, true);
    expect([before.end, before.patientBilled]).toEqual(['billed-to-patient', 3_000]);
    const { patientBalance } = claimPosition(world.get(own.claimId));
    expect(patientBalance).toBe(0);
    expect([...world.claims.values()].some(({ payerId }) => payerId === 'cascade')).toBe(true);
  });

  it('next: gets the patient’s share once the claim is decided, and the patient’s bill is held', async () => {
    const { world, before, own, carryOut } = await decided('next', true);
    expect([before.status, before.patientBilled]).toEqual(['closed', 3_000]);
    const after = world.get(own.claimId);
    expect([after.end, after.patientBilled]).toEqual(['billed-to-next-payer', 0]);
    const next = after.nextClaimId ? world.get(after.nextClaimId) : undefined;
    expect(next).toMatchObject({ payerId: 'cascade', responsibility: 'S' });
    const { size } = world.claims;
    await carryOut();
    expect([world.claims.size, world.get(own.claimId)]).toEqual([size, after]);
  });

  it('next: waits for the payer before it where that has not decided', async () => {
    const { world, own } = await decided('next', false);
    expect(world.claims.size).toBe(1);
    expect(world.get(own.claimId).nextPayers).toMatchObject([{ coverage: { payerId: 'cascade' } }]);
    await world.post(own.claimId, [paidButShare()]);
    expect(world.get(own.claimId)).toMatchObject({ end: 'billed-to-next-payer', patientBilled: 0 });
  });

  it('ends what was asked about the claim before', async () => {
    const world = new VisitWorld(1, []);
    await world.begin();
    const [own] = world.claims.values();
    await world.post(own?.claimId ?? '', [adjudication({}, [adjustment('CO', '197', 8_000)])]);
    const [asked] = world.openTasks;
    const task: Task = aTask({
      ...{ taskId: 'x-known-coverage', kind: 'known-coverage', claimId: own?.claimId, status: 'done' },
      outcome: anOutcome({
        action: 'bill-other-payer',
        otherPayer: { payerId: 'cascade', place: 'instead', memberId: 'CM-1', relationship: 'self' },
      }),
    });
    await billKnownPayer(task, world.now, world.knownPayer());
    await world.rest();
    expect(world.tasks.get(asked?.taskId ?? '')).toMatchObject({ outcome: { action: 'withdraw' } });
  });
});
