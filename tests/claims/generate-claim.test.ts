import { describe, expect, it } from 'vitest';
import { generateClaim } from '../../functions/claims/generate-claim.ts';
import type { Claim } from '../../functions/domain/claim.ts';
import type { DecideClaim } from '../../functions/domain/claim-change.ts';
import type { Encounter, EncounterId, PatchEncounter } from '../../functions/domain/encounter.ts';
import { claimIdFor, earlierClaimIdFor } from '../../functions/domain/ids.ts';
import type { Coverage } from '../../functions/domain/party.ts';
import { fee } from '../contracts/contract-records.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payer, secondCoverage } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';

const now = new Date('2026-11-02T10:00:00.000Z');
const id = { practiceId: 'maple-street', encounterId: 'E1001' };

const [provider] = practice().providers;
const { registration } = anEncounter();
const [first] = registration?.coverages ?? [];
if (!registration || !provider || !first) throw new Error('The visit of the tests is registered');

const coded = (coverages: Coverage[]): Encounter =>
  anEncounter({
    registration: { ...registration, coverages, renderingProviderNpi: provider.npi },
    status: 'coded',
    codes: {
      diagnoses: ['R53.83'],
      services: [{ procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] }],
    },
  });

const recordsWith = (before: Encounter) => {
  const state = { encounter: before, claims: new Map<string, Claim>(), writes: 0, started: [] as string[] };
  const effects = {
    getEncounter: async () => state.encounter,
    getPractice: async () => practice(),
    getPayer: async (_practiceId: string, payerId: string) => payer({ payerId, name: `Payer ${payerId}` }),
    addClaim: async (claim: Claim) => {
      if (state.claims.has(claim.claimId)) return false;
      state.claims.set(claim.claimId, claim);
      return true;
    },
    findClaim: async (claimId: string) => state.claims.get(claimId),
    changeClaim: async (claimId: string, decide: DecideClaim) => {
      const before = state.claims.get(claimId);
      if (!before) throw new Error(`no claim ${claimId}`);
      const change = decide(before);
      const after = change ? { ...change.claim, version: before.version + 1 } : before;
      state.claims.set(claimId, after);
      return after;
    },
    feesFor: async (_practiceId: string, payerId: string) => [
      fee({ payerId, procedure: '99212', amount: 5700 }),
    ],
    startClaimLifecycle: async (name: string) => void state.started.push(name),
    changeEncounter: async (_id: EncounterId, patch: PatchEncounter) => {
      const change = patch(state.encounter);
      if (change) state.writes += 1;
      state.encounter = { ...state.encounter, ...change };
      return state.encounter;
    },
  };
  return { state, generate: () => generateClaim(id, now, effects) };
};

describe('generating the claim of an encounter', () => {
  it('bills the coverages in their order, whatever the order of the registration', async () => {
    const { state, generate } = recordsWith(coded([secondCoverage, first]));
    const generated = await generate();
    const [claim] = state.claims.values();
    expect(generated).toEqual({ outcome: 'generated' });
    expect(state.started).toEqual([claim?.claimId]);
    expect(claim).toMatchObject({
      payerId: first.payerId,
      nextPayers: [{ coverage: secondCoverage, payerName: 'Payer cascade' }],
      createdAt: now.toISOString(),
    });
    expect(state.encounter.status).toBe('claimed');
  });

  it('keeps with the claim what the contract allows for it, and says it in the history', async () => {
    const { state, generate } = recordsWith(coded([first, secondCoverage]));
    await generate();
    const [claim] = state.claims.values();
    expect(claim?.expected).toMatchObject([
      { lineNumber: 1, amount: 5700, basis: { fee: 5700, source: 'fees-2026.csv, line 2' } },
    ]);
  });

  it('ends a visit after surgery without a claim, where the payer wants none', async () => {
    const visit = coded([first]);
    const { state, generate } = recordsWith({
      ...visit,
      codes: {
        diagnoses: ['Z48.817'],
        services: [{ procedure: '99024', modifiers: [], units: 1, diagnosisPointers: [1] }],
      },
    });
    expect([await generate(), await generate()]).toEqual([
      { outcome: 'not-billable' },
      { outcome: 'not-billable' },
    ]);
    expect([state.claims.size, state.writes, state.encounter]).toMatchObject([
      0,
      1,
      { status: 'not-billable', notBillable: { by: { kind: 'step', subject: 'generate-claim' } } },
    ]);
  });

  it('makes one claim however often it runs', async () => {
    const { state, generate } = recordsWith(coded([first]));
    const generated = await generate();
    expect(await generate()).toEqual(generated);
    expect([state.claims.size, state.writes]).toEqual([1, 1]);
  });

  it('leaves it at the claim that was made before ids told parts and causes apart', async () => {
    const { state, generate } = recordsWith(coded([first]));
    await generate();
    const [made] = state.claims.values();
    if (!made) throw new Error('A claim is made');
    const earlier = { ...made, claimId: earlierClaimIdFor(made.practiceId, made.encounterId, 'P') };
    state.claims.clear();
    state.claims.set(earlier.claimId, earlier);
    state.started.splice(0);
    await generate();
    expect([state.started, state.claims.size]).toEqual([[earlier.claimId], 1]);
  });

  it('does not take the earlier claim to another payer for this one', async () => {
    const { state, generate } = recordsWith(coded([first]));
    await generate();
    const [made] = state.claims.values();
    if (!made) throw new Error('A claim is made');
    const claimId = earlierClaimIdFor(made.practiceId, made.encounterId, 'P');
    state.claims.clear();
    state.claims.set(claimId, { ...made, claimId, payerId: 'cascade' });
    state.started.splice(0);
    await generate();
    expect([state.started, state.claims.size]).toEqual([[made.claimId], 2]);
  });

  it('takes the next id where another visit’s claim has the first, and the same one again', async () => {
    const { state, generate } = recordsWith(coded([first]));
    await generate();
    const [made] = state.claims.values();
    if (!made) throw new Error('A claim is made');
    state.claims.set(made.claimId, { ...made, encounterId: 'E-of-another' });
    state.started.splice(0);
    await generate();
    await generate();
    expect(state.started).toEqual([claimIdFor(made, 1), claimIdFor(made, 1)]);
    expect([...state.claims.values()].map(({ encounterId }) => encounterId)).toEqual([
      'E-of-another',
      made.encounterId,
    ]);
  });

  it('fails loudly where no id is free', async () => {
    const { state, generate } = recordsWith(coded([first]));
    await generate();
    const [made] = state.claims.values();
    if (!made) throw new Error('A claim is made');
    for (let nth = 0; nth < 8; nth++)
      state.claims.set(claimIdFor(made, nth), { ...made, encounterId: `E-${nth}` });
    await expect(generate()).rejects.toThrow(/those of other claims/);
  });

  it('makes as many as its lines need, each with a lifecycle of its own', async () => {
    const visit = coded([first]);
    const service = { procedure: '99212', modifiers: [], units: 1, diagnosisPointers: [1] };
    const codes = { diagnoses: ['R53.83'], services: Array.from({ length: 60 }, () => service) };
    const { state, generate } = recordsWith({ ...visit, codes });
    await generate();
    const made = [...state.claims.values()];
    expect(made.map(({ part, lines }) => [part, lines.length])).toEqual([
      [1, 50],
      [2, 10],
    ]);
    expect(state.started).toEqual(made.map(({ claimId }) => claimId));
    await generate();
    expect(state.claims.size).toBe(2);
  });

  it('makes none where nobody but the patient pays', async () => {
    const { state, generate } = recordsWith(coded([]));
    expect(await generate()).toEqual({ outcome: 'self-pay' });
    expect(state).toMatchObject({ encounter: { status: 'self-pay' }, claims: new Map() });
  });
});
