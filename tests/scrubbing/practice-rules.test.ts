import { beforeEach, describe, expect, it, vi } from 'vitest';
import { generateClaim } from '../../functions/claims/generate-claim.ts';
import { stepActor } from '../../functions/domain/actor.ts';
import type { Claim, ClaimEvent } from '../../functions/domain/claim.ts';
import type { Encounter, EncounterId, PatchEncounter } from '../../functions/domain/encounter.ts';
import type { PracticeRule, RuleSet } from '../../functions/domain/rules/practice-rule.ts';
import { scrubEncounter } from '../../functions/scrubbing/scrub-encounter.ts';
import { aRule } from '../domain/rules/a-visit.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import { sampleDay, samples } from '../factories/sample-visits.ts';

const [sample] = samples;
if (!sample) throw new Error('The samples are missing');

const now = new Date(`${sampleDay}T12:00:00.000Z`);
const id = { practiceId: 'maple-street', encounterId: 'E1014' };

const atHome = aRule(
  { set: 'registration.placeOfService', to: '10' },
  { ruleId: 'at-home', when: { path: 'registration.placeOfService', is: '11' } },
);
const video = aRule(
  { add: 'service.modifiers', value: '95' },
  { ruleId: 'video', when: { path: 'service.placeOfService', is: '10' } },
);

const ruleSet = (rules: PracticeRule[], version = 3): RuleSet => ({
  ...{ practiceId: id.practiceId, version, rules, note: '' },
  ...{ by: stepActor('tests'), at: now.toISOString() },
});

/** Records in memory, and the two steps that come after codes are confirmed. */
const visitUnder = (rules: PracticeRule[], change: Partial<Encounter> = {}) => {
  const state = {
    encounter: anEncounter({ registration: sample.registration, codes: sample.expected, ...change }),
    rules: ruleSet(rules),
    claims: [] as Claim[],
    events: [] as Omit<ClaimEvent, 'at'>[],
  };
  const shared = {
    getEncounter: async () => state.encounter,
    getPractice: async () => practice(),
    findPayer: async (_practiceId: string, payerId: string) => payers.find((one) => one.payerId === payerId),
    rulesInForce: async () => state.rules,
    changeEncounter: async (_id: EncounterId, patch: PatchEncounter) => {
      state.encounter = { ...state.encounter, ...patch(state.encounter) };
      return state.encounter;
    },
    recordsOfPatient: async () => ({ claims: [], encounters: [], authorizations: [] }),
    outcomesOf: async () => [],
    raiseTask: async () => undefined,
  };
  const generating = {
    ...shared,
    getPayer: async (_practiceId: string, payerId: string) => {
      const payer = payers.find((one) => one.payerId === payerId);
      if (!payer) throw new Error(`no payer ${payerId}`);
      return payer;
    },
    addClaim: async (claim: Claim, event: Omit<ClaimEvent, 'at'>) => {
      state.claims.push(claim);
      state.events.push(event);
      return true;
    },
    findClaim: async () => undefined,
    changeClaim: async (claimId: string) => {
      const found = state.claims.find((one) => one.claimId === claimId);
      if (!found) throw new Error(`no claim ${claimId}`);
      return found;
    },
    feesFor: async () => [],
    startClaimLifecycle: async () => undefined,
  };
  return {
    state,
    scrub: () => scrubEncounter(id, now, shared),
    generate: () => generateClaim(id, now, generating),
  };
};

describe('rules in force', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });

  it('change the claim, leave what was told, and are told in the history', async () => {
    const { state, scrub, generate } = visitUnder([atHome, video]);
    expect(await scrub()).toEqual({ outcome: 'clean' });
    await generate();
    expect(state.claims[0]).toMatchObject({ placeOfService: '10', lines: [{ modifiers: ['95'] }] });
    expect(state.encounter.registration).toEqual(sample.registration);
    expect(state.encounter.codes).toEqual(sample.expected);
    expect(state.encounter.ruled).toMatchObject({
      version: 3,
      changes: [
        { path: 'registration.placeOfService', before: '11', after: '10', rules: ['at-home'] },
        { path: 'codes.services[0].modifiers', before: [], after: ['95'], rules: ['video'] },
      ],
    });
    expect(state.events[0]?.detail).toMatchObject({
      changedByRules:
        'registration.placeOfService 11 → 10 (at-home); codes.services[0].modifiers nothing → 95 (video)',
      rulesVersion: 3,
    });
  });

  it('are what the edits see: a modifier that a rule takes away is no fault', async () => {
    const coded = {
      ...sample.expected,
      services: sample.expected.services.map((one) => ({ ...one, modifiers: ['95', '95'] })),
    };
    expect(await visitUnder([], { codes: coded }).scrub()).toEqual({ outcome: 'findings' });
    const less = aRule({ remove: 'service.modifiers', value: '95' }, { ruleId: 'less' });
    expect(await visitUnder([less], { codes: coded }).scrub()).toEqual({ outcome: 'clean' });
  });

  it('begin at what was told, however often, and at what was corrected meanwhile', async () => {
    const { state, scrub } = visitUnder([atHome, video]);
    await scrub();
    const { ruled } = state.encounter;
    await scrub();
    expect(state.encounter.ruled).toEqual(ruled);
    state.encounter = { ...state.encounter, registration: { ...sample.registration, placeOfService: '12' } };
    await scrub();
    expect(state.encounter.ruled?.changes).toEqual([]);
    state.rules = ruleSet([], 4);
    state.encounter = { ...state.encounter, registration: sample.registration };
    await scrub();
    expect(state.encounter.ruled).toMatchObject({ version: 4, changes: [] });
  });

  it('make no claim of what was registered after they saw it', async () => {
    const { state, scrub, generate } = visitUnder([atHome]);
    await scrub();
    state.encounter = {
      ...state.encounter,
      registration: { ...sample.registration, priorAuthorization: 'A-1' },
    };
    await expect(generate()).rejects.toMatchObject({ name: 'ConcurrentChange' });
    await scrub();
    await generate();
    expect(state.claims[0]).toMatchObject({ placeOfService: '10', priorAuthorization: 'A-1' });
  });

  it.each([
    ['clinic', 'registration-findings'],
    ['coder', 'findings'],
    ['biller', 'practice-findings'],
    ['authorizations', 'practice-findings'],
  ] as const)('hold a visit at the desk that they name: %s', async (desk, outcome) => {
    const { state, scrub } = visitUnder([aRule({ hold: 'Ask first', desk })]);
    expect(await scrub()).toEqual({ outcome });
    expect(state.encounter.findings[0]).toMatchObject({ code: 'practice-a-rule', severity: 'block', desk });
  });

  it('warn until somebody says why the visit is right', async () => {
    const rules = [aRule({ warn: 'Look twice' })];
    expect(await visitUnder(rules).scrub()).toEqual({ outcome: 'practice-findings' });
    const answer = {
      ...{ code: 'practice-a-rule', detail: 'Look twice', reason: 'Compared' },
      ...{ by: stepActor('tests'), at: now.toISOString() },
    };
    expect(await visitUnder(rules, { overrides: [answer] }).scrub()).toEqual({ outcome: 'clean' });
  });

  it('bill another payer first', async () => {
    const [first] = sample.registration.coverages;
    if (!first) throw new Error('The sample has a payer');
    const coverages = [first, { ...first, payerId: 'cascade', responsibility: 'S' as const }];
    const { state, scrub, generate } = visitUnder([aRule({ set: 'payerOrder', to: ['cascade'] })], {
      registration: { ...sample.registration, coverages },
    });
    expect(await scrub()).toEqual({ outcome: 'clean' });
    await generate();
    expect(state.claims[0]).toMatchObject({
      ...{ payerId: 'cascade', responsibility: 'P' },
      nextPayers: [{ coverage: { payerId: first.payerId, responsibility: 'S' } }],
    });
  });

  it('say more of who gave the services on this claim', async () => {
    const { state, scrub, generate } = visitUnder([aRule({ set: 'provider.taxonomy', to: '208D00000X' })]);
    await scrub();
    await generate();
    expect(state.claims[0]?.renderingProvider.taxonomy).toBe('208D00000X');
  });

  it('tell what was repaired before them as one change', async () => {
    const repairs = [
      {
        path: 'registration.coverages[0].memberId',
        before: 'nwh',
        after: 'NWH',
        rules: ['repair-member-id'],
      },
      { path: 'registration.placeOfService', before: '11 ', after: '11', rules: ['repair-spaces'] },
    ];
    const { state, scrub } = visitUnder([atHome], { repairs });
    await scrub();
    expect(state.encounter.ruled?.changes).toEqual([
      repairs[0],
      {
        path: 'registration.placeOfService',
        before: '11 ',
        after: '10',
        rules: ['repair-spaces', 'at-home'],
      },
    ]);
  });
});
