import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Claim } from '../../functions/domain/claim.ts';
import type { CodedService } from '../../functions/domain/coding.ts';
import { ClaimRules } from '../../functions/domain/contract/claim-rules.ts';
import type { Authorization } from '../../functions/domain/patients/authorization.ts';
import { authorizationsFor } from '../../functions/scrubbing/facts/authorizations.ts';
import { claim } from '../factories/claims.ts';
import { aService, aVisit, findingsOf, type VisitChange } from './visit-to-scrub.ts';

const date = '2026-03-02';

const anAuthorization = (change: Partial<Authorization> = {}): Authorization => ({
  ...{ practiceId: 'maple-street', patientId: 'P-204', authorizationId: 'A1', payerId: 'northwind' },
  ...{ number: 'PA-77', services: [{ from: '97110', to: '97150' }] },
  ...{ limit: { of: 'units', quantity: 12 }, from: '2026-01-01', to: '2026-06-30' },
  ...{ usedElsewhere: 0, version: 1, history: [] },
  ...change,
});

const [line] = claim().lines;
if (!line) throw new Error('The claim of the tests has a line');

/** A claim of another visit that took units under the number. */
const earlier = (units: number, change: Partial<Claim> = {}): Claim =>
  claim({
    ...{ claimId: 'C2345CDFHJ', encounterId: 'E-EARLIER', payerId: 'northwind', dateOfService: '2026-02-02' },
    ...{ priorAuthorization: 'PA-77', lines: [{ ...line, procedure: '97110', units }] },
    ...change,
  });

type Known = { readonly authorizations?: readonly Authorization[]; readonly claims?: readonly Claim[] };

const findings = (
  services: readonly CodedService[],
  { authorizations = [anAuthorization()], claims = [] }: Known = {},
  visit: VisitChange = {},
): readonly string[] => {
  const told: VisitChange = { date, services, registered: { priorAuthorization: 'PA 77' }, ...visit };
  const known = authorizationsFor(aVisit(told), 'E-NOW', { authorizations, claims });
  return findingsOf('filing-authorization-use', { ...told, change: { authorizations: known } }).map(
    ({ severity, desk, path, detail }) => `${severity} ${desk} ${path}: ${detail}`,
  );
};

const therapy = (units: number, procedure = '97110') => aService(procedure, { units });

describe('what is left of an authorization', () => {
  beforeEach(() => {
    vi.stubEnv('CLAIMWRIGHT_CODESETS', 'no-code-sets-here');
  });

  it.each<[string, readonly CodedService[], Known]>([
    ['as much as is there', [therapy(12)], {}],
    ['what other claims left', [therapy(4)], { claims: [earlier(8)] }],
    [
      'what a voided claim gave back',
      [therapy(4)],
      {
        claims: [
          earlier(9, {
            submissions: [
              { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-02-03T10:00:00.000Z' },
              { number: 2, frequency: '8', fileAccepted: true, sentAt: '2026-02-09T10:00:00.000Z' },
            ],
          }),
        ],
      },
    ],
    ['a number that nobody recorded', [therapy(40)], { authorizations: [] }],
    ['one that limits no units', [therapy(40)], { authorizations: [anAuthorization({ limit: undefined })] }],
    ['its own claim, scrubbed again', [therapy(8)], { claims: [earlier(8, { encounterId: 'E-NOW' })] }],
    [
      'a visit, of visits',
      [therapy(9)],
      { authorizations: [anAuthorization({ limit: { of: 'visits', quantity: 1 } })] },
    ],
    ['another service than it is for, which nobody wants authorized', [therapy(1), aService('99213')], {}],
  ])('lets pass %s', (_, services, known) => {
    expect(findings(services, known)).toEqual([]);
  });

  it.each<[string, readonly CodedService[], Known, string]>([
    ['more than is there', [therapy(13)], {}, 'has 12 units left, and the visit takes 13'],
    [
      'more than other claims left',
      [therapy(5)],
      { claims: [earlier(8)] },
      'has 4 units left, and the visit takes 5',
    ],
    ['none left', [therapy(1)], { claims: [earlier(12)] }, 'has 0 units left, and the visit takes 1'],
    [
      'a visit more',
      [therapy(1)],
      { authorizations: [anAuthorization({ limit: { of: 'visits', quantity: 1 } })], claims: [earlier(1)] },
      'has 0 visits left, and the visit takes 1',
    ],
    [
      'a day after its last',
      [therapy(1)],
      { authorizations: [anAuthorization({ to: '2026-03-01' })] },
      'not given on a day of its authorization',
    ],
  ])('warns of %s', (_, services, known, words) => {
    const found = findings(services, known);
    expect(found).toEqual([expect.stringContaining(words)]);
    expect(found[0]).toMatch(/^warn clinic codes\.services\[0\]\.facts\.priorAuthorization: /);
  });

  it('counts the lines of the visit together', () => {
    const both = findings([therapy(7), therapy(6, '97140')]);
    expect(both).toHaveLength(2);
    expect(both[1]).toContain('has 12 units left, and the visit takes 13');
  });

  it('of other services warns where the payer wants the service authorized', () => {
    const contract = { claimRules: ClaimRules.parse({ authorized: ['70540-70559'] }) };
    expect(findings([aService('70553')], {}, { contract })).toEqual([
      expect.stringContaining('is for other services than 70553'),
    ]);
  });

  it('names no day and no number', () => {
    const words = findings([therapy(1)], { authorizations: [anAuthorization({ to: '2026-03-01' })] }).join();
    expect(words).not.toMatch(/2026|PA.?77/);
  });
});
