import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Encounter, EncounterStatus } from '../../functions/domain/encounter.ts';
import { pastVisits } from '../../functions/scrubbing/past-visits.ts';
import { tryRules } from '../../functions/scrubbing/try-rules.ts';
import { aRule, aVisit } from '../domain/rules/a-visit.ts';
import { anEncounter } from '../factories/encounters.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';

beforeEach(() => {
  vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
});

const visits = [
  { name: 'E1', visit: aVisit(), today: '2026-03-03' },
  { name: 'E2', visit: aVisit({ services: [{ procedure: '99215' }] }), today: '2026-03-03' },
];

const hold = (procedure: string) =>
  aRule(
    { hold: `${procedure} waits` },
    { ruleId: `hold-${procedure}`, when: { path: 'service.procedure', is: procedure } },
  );

describe('rules that are tried', () => {
  it('show which visits they would hold, warn of and change, and which no longer', () => {
    const video = aRule(
      { add: 'service.modifiers', value: '95' },
      { ruleId: 'video', when: { path: 'service.procedure', is: '99215' } },
    );
    const trial = tryRules(
      visits,
      [hold('99213')],
      [hold('99215'), video, aRule({ warn: 'Look' }, { when: { path: 'service.procedure', is: '99213' } })],
    );
    expect(trial).toMatchObject({
      visits: 2,
      different: [
        {
          name: 'E1',
          now: { held: [], warned: [{ code: 'practice-a-rule' }], changed: [] },
          noLonger: { held: [{ code: 'practice-hold-99213' }], warned: [], changed: [] },
        },
        {
          name: 'E2',
          now: {
            held: [{ code: 'practice-hold-99215' }],
            changed: [{ path: 'codes.services[0].modifiers', before: [], after: ['95'], rules: ['video'] }],
          },
          noLonger: { held: [], warned: [], changed: [] },
        },
      ],
    });
  });

  it('are silent of visits on which they do what those in force do', () => {
    expect(tryRules(visits, [hold('99213')], [hold('99213')])).toEqual({ visits: 2, different: [] });
  });

  it('show an edit that a change breaks, or mends', () => {
    const twice = aVisit({ services: [{ modifiers: ['95', '95'] }] });
    const less = aRule({ remove: 'service.modifiers', value: '95' });
    const { different } = tryRules([{ name: 'E3', visit: twice, today: '2026-03-03' }], [], [less]);
    expect(different[0]?.noLonger.held.map(({ code }) => code)).toContain('modifier-format');
  });
});

describe('past visits', () => {
  const encounter = (encounterId: string, createdAt: string, change: Partial<Encounter> = {}) =>
    anEncounter({ encounterId, createdAt, codes: aVisit().codes, ...change });
  const { codes: _codes, ...uncoded } = encounter('E9', '2026-03-09T00:00:00Z');
  const lists: Partial<Record<EncounterStatus, Encounter[]>> = {
    claimed: [encounter('E1', '2026-03-01T00:00:00Z'), encounter('E3', '2026-03-03T00:00:00Z')],
    coded: [encounter('E2', '2026-03-02T00:00:00Z')],
    coding: [uncoded],
  };
  const effects = {
    getPractice: async () => practice(),
    listPayers: async () => payers,
    encountersByStatus: async (_practiceId: string, status: EncounterStatus) => lists[status] ?? [],
  };

  it('are the last ones that are coded, as they were told, on the day on which they came', async () => {
    const past = await pastVisits('maple-street', 2, effects);
    expect(past.map(({ name, today }) => [name, today])).toEqual([
      ['E3', '2026-03-03'],
      ['E2', '2026-03-02'],
    ]);
    expect(past[0]?.visit.registration).toEqual(anEncounter().registration);
  });
});
