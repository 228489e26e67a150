import { beforeEach, expect, it, vi } from 'vitest';
import { describeActor, stepActor } from '../../functions/domain/actor.ts';
import type { Claim, ClaimEvent } from '../../functions/domain/claim.ts';
import type { Encounter, EncounterId, PatchEncounter } from '../../functions/domain/encounter.ts';
import type { RuleSet } from '../../functions/domain/rules/practice-rule.ts';
import type { EncounterStep } from '../../functions/domain/step.ts';
import { aRule } from '../domain/rules/a-visit.ts';
import { anEncounter } from '../factories/encounters.ts';
import { aContext } from '../factories/lambda-context.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { sampleDay, samples } from '../factories/sample-visits.ts';

const [sample] = samples;
if (!sample) throw new Error('The samples are missing');

const table = vi.hoisted(() => ({
  encounter: {} as Encounter, // each test begins with its own
  rules: undefined as RuleSet | undefined,
  claims: [] as Claim[],
  events: [] as Pick<ClaimEvent, 'type' | 'actor' | 'detail'>[],
}));

vi.mock('../../functions/adapters/encounter-store.ts', () => ({
  getEncounter: async () => structuredClone(table.encounter),
  changeEncounter: async (_id: EncounterId, patch: PatchEncounter) => {
    table.encounter = { ...table.encounter, ...patch(table.encounter) };
    return table.encounter;
  },
}));
vi.mock('../../functions/adapters/visits/visit-reference-store.ts', () => ({
  visitOf: async ({ practiceId }: EncounterStep) => ({ practiceId, encounterId: 'E1014' }),
}));
vi.mock('../../functions/adapters/practices/practice-store.ts', async () => ({
  getPractice: async () => practice(),
  findPayer: async (_practiceId: string, payerId: string) => payers.find((one) => one.payerId === payerId),
  getPayer: async (_practiceId: string, payerId: string) => payers.find((one) => one.payerId === payerId),
}));
vi.mock('../../functions/adapters/practices/version-store.ts', () => ({
  rulesInForce: async () => table.rules,
}));
vi.mock('../../functions/adapters/patients/patient-history.ts', () => ({
  recordsOfPatient: async () => ({ claims: [], encounters: [], authorizations: [] }),
}));
vi.mock('../../functions/adapters/payments/line-outcome-store.ts', () => ({ outcomesOf: async () => [] }));
vi.mock('../../functions/adapters/practices/fee-store.ts', () => ({ feesFor: async () => [] }));
vi.mock('../../functions/adapters/task-effects.ts', () => ({ taskEffects: {} }));
vi.mock('../../functions/adapters/workflows.ts', () => ({ startClaimLifecycle: async () => undefined }));
vi.mock('../../functions/adapters/claim-store.ts', () => ({
  findClaim: async () => undefined,
  changeClaim: async (claimId: string) => table.claims.find((one) => one.claimId === claimId),
  addClaim: async (claim: Claim, event: ClaimEvent) => {
    table.claims.push(claim);
    table.events.push(event);
    return true;
  },
}));

const { handler: scrub } = await import('../../functions/scrubbing/scrub-encounter.lambda.ts');
const { handler: generate } = await import('../../functions/claims/generate-claim.lambda.ts');

const step = { practiceId: 'maple-street', visit: 'V1' };

beforeEach(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${sampleDay}T12:00:00.000Z`) });
});

it('a rule in force changes the claim that the steps make, and is told in its history', async () => {
  table.encounter = anEncounter({ registration: sample.registration, codes: sample.expected });
  table.rules = {
    ...{
      practiceId: step.practiceId,
      version: 2,
      note: '',
      by: stepActor('tests'),
      at: '2026-11-01T00:00:00Z',
    },
    rules: [
      aRule([
        { set: 'registration.note', to: { type: 'ADD', text: 'Seen by appointment' } },
        { add: 'service.modifiers', value: 'GC' },
      ]),
    ],
  };
  expect(await scrub(step, aContext())).toEqual({ outcome: 'clean' });
  expect(await generate(step, aContext())).toEqual({ outcome: 'generated' });
  expect(table.claims).toMatchObject([
    { visit: { note: { type: 'ADD', text: 'Seen by appointment' } }, lines: [{ modifiers: ['GC'] }] },
  ]);
  const [event] = table.events;
  expect(event?.detail.changedByRules).toContain('codes.services[0].modifiers nothing → GC (a-rule)');
  expect(event?.detail.rulesVersion).toBe(2);
  expect(event && describeActor(event.actor)).toBe('Claimwright (generate claim)');
  expect(table.encounter.registration?.note).toBeUndefined();
});
