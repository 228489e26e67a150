import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../functions/domain/claim.ts';
import {
  type Authorization,
  askAuthorization,
  authorizationIdFor,
  ToldAuthorization,
  useOf,
} from '../../../functions/domain/patients/authorization.ts';
import { cents } from '../../../functions/edi/money.ts';
import { claim } from '../../factories/claims.ts';

const anAuthorization = (change: Partial<Authorization> = {}): Authorization => ({
  practiceId: 'maple-street',
  patientId: 'P-204',
  authorizationId: 'A1',
  payerId: 'northwind',
  number: 'PA-77',
  services: [{ from: '97110', to: '97150' }, { from: '97161' }],
  limit: { of: 'units', quantity: 12 },
  from: '2026-01-01',
  to: '2026-06-30',
  usedElsewhere: 0,
  version: 1,
  history: [],
  ...change,
});

type Billed = { readonly procedure: string; readonly units: number };

const aClaim = (claimId: string, lines: readonly Billed[], change: Partial<Claim> = {}): Claim =>
  claim({
    claimId,
    encounterId: `E-${claimId}`,
    dateOfService: '2026-03-02',
    priorAuthorization: 'PA77',
    lines: lines.map(({ procedure, units }, index) => ({
      lineNumber: index + 1,
      procedure,
      units,
      modifiers: [],
      diagnosisPointers: [1],
      charge: cents(1000),
    })),
    ...change,
  });

const therapy = { procedure: '97110', units: 4 };

const voided = (sent: boolean, outcome?: 'accepted' | 'rejected'): Claim['submissions'] => [
  { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-03-03T00:00:00Z' },
  {
    number: 2,
    frequency: '8',
    fileAccepted: false,
    ...(sent && { sentAt: '2026-03-09T00:00:00Z' }),
    ...(outcome && { acknowledgement: { outcome, source: '277CA', reasons: [] } }),
  },
];

describe('what claims use up of an authorization', () => {
  const used = (claims: readonly Claim[], change: Partial<Authorization> = {}) => {
    const { used: units, left, beyond } = useOf(anAuthorization(change), claims);
    return [units, left, beyond];
  };

  it('is the units of the lines under its number, of its services, payer and days', () => {
    expect(
      used([aClaim('C1', [therapy, { procedure: '97161', units: 1 }, { procedure: '99213', units: 1 }])]),
    ).toEqual([5, 7, 0]);
    expect(used([aClaim('C1', [therapy], { priorAuthorization: 'PA-78' })])).toEqual([0, 12, 0]);
    expect(used([aClaim('C1', [therapy], { payerId: 'cascade' })])).toEqual([0, 12, 0]);
    expect(used([aClaim('C1', [therapy], { dateOfService: '2026-07-01' })])).toEqual([0, 12, 0]);
  });

  it('takes a range for codes of its own form: 0012T sorts into 00100 to 01999, and is none of them', () => {
    const anesthesia = { services: [{ from: '00100', to: '01999' }] };
    const lines = [
      { procedure: '0012T', units: 3 },
      { procedure: '00142', units: 2 },
    ];
    expect(used([aClaim('C1', lines)], anesthesia)).toEqual([2, 10, 0]);
  });

  it('goes by the number of the line where the line has one', () => {
    const [line] = aClaim('C1', [therapy]).lines;
    if (!line) throw new Error('The claim has a line');
    const lines = [{ ...line, facts: { priorAuthorization: 'pa 77' } }];
    expect(used([aClaim('C1', [], { lines, priorAuthorization: 'OTHER' })])).toEqual([4, 8, 0]);
  });

  it('counts a claim once, however often it is named or was sent', () => {
    const replaced = aClaim('C1', [therapy], {
      submissions: [
        { number: 1, frequency: '1', fileAccepted: true, sentAt: '2026-03-03T00:00:00Z' },
        { number: 2, frequency: '7', fileAccepted: true, sentAt: '2026-03-09T00:00:00Z' },
      ],
    });
    expect(used([replaced, replaced])).toEqual([4, 8, 0]);
  });

  it.each([
    ['voided', voided(true), [0, 12, 0]],
    ['voided, and the payer agreed', voided(true, 'accepted'), [0, 12, 0]],
    ['to be voided, and not yet', voided(false), [4, 8, 0]],
    ['voided in vain', voided(true, 'rejected'), [4, 8, 0]],
  ])('a claim that is %s', (_, submissions, expected) => {
    expect(used([aClaim('C1', [therapy], { submissions })])).toEqual(expected);
  });

  it('counts visits by their visit, not by their claims', () => {
    const two = [
      aClaim('C1', [therapy], { encounterId: 'E1' }),
      aClaim('C2', [therapy], { encounterId: 'E1', part: 2 }),
    ];
    expect(used(two, { limit: { of: 'visits', quantity: 6 }, usedElsewhere: 2 })).toEqual([3, 3, 0]);
  });

  it('never leaves less than nothing, and equals a count of its own', () => {
    const claims = fc.array(
      fc.record({
        units: fc.integer({ min: 1, max: 9000 }),
        isIts: fc.boolean(),
        isVoided: fc.boolean(),
        again: fc.boolean(),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(claims, fc.integer({ min: 1, max: 30_000 }), (list, quantity) => {
        let expected = 0;
        const made = list.flatMap(({ units, isIts, isVoided, again }, index) => {
          if (isIts && !isVoided) expected += units;
          const one = aClaim(`C${index}`, [{ procedure: '97112', units: units / 1000 }], {
            priorAuthorization: isIts ? 'PA-77' : 'PA-1',
            ...(isVoided && { submissions: voided(true) }),
          });
          return again ? [one, one] : [one];
        });
        const use = useOf(anAuthorization({ limit: { of: 'units', quantity: quantity / 1000 } }), made);
        expect(use.used).toBe(expected / 1000);
        expect(use.left).toBe(Math.max(0, quantity - expected) / 1000);
        expect(use.beyond).toBe(Math.max(0, expected - quantity) / 1000);
      }),
    );
  });
});

describe('whether a service is authorized', () => {
  const ask = (change: object, authorizations = [anAuthorization()], claims: readonly Claim[] = []) => {
    const question = {
      payerId: 'northwind',
      dateOfService: '2026-03-02',
      procedure: '97140',
      units: 2,
      ...change,
    };
    const { outcome, left } = askAuthorization(question, authorizations, claims);
    return [outcome, left];
  };
  const nearlyUsed = [aClaim('C1', [{ procedure: '97110', units: 11 }])];

  it.each([
    ['with all that is left', {}, ['authorized', 12]],
    [
      'not on another day, under its number',
      { number: 'PA77', dateOfService: '2026-08-01' },
      ['other-days', undefined],
    ],
    [
      'not for another service, under its number',
      { number: 'PA77', procedure: '99213' },
      ['other-services', undefined],
    ],
    ['not for a code of letters within its digits', { procedure: 'G0283' }, ['none', undefined]],
    ['not by a number that is unknown', { number: 'PA-1' }, ['unknown-number', undefined]],
    ['not by another payer', { payerId: 'cascade' }, ['none', undefined]],
  ])('%s', (_, change, expected) => {
    expect(ask(change)).toEqual(expected);
  });

  it('is refused where less is left, and a claim does not stand in its own way', () => {
    expect(ask({}, undefined, nearlyUsed)).toEqual(['used-up', 1]);
    expect(ask({ claimId: 'C1' }, undefined, nearlyUsed)).toEqual(['authorized', 12]);
  });

  it('is answered by the authorization that still suffices, of two by the one that ends first', () => {
    const later = anAuthorization({ authorizationId: 'A2', number: 'PA-80', to: '2026-12-31' });
    expect(ask({}, [anAuthorization(), later], nearlyUsed)).toEqual(['authorized', 12]);
  });

  it('of a further claim of one visit needs no further visit', () => {
    const one = anAuthorization({ limit: { of: 'visits', quantity: 1 } });
    const billed = [aClaim('C1', [therapy], { encounterId: 'E1' })];
    expect(ask({ encounterId: 'E1', units: 9 }, [one], billed)).toEqual(['authorized', 1]);
    expect(ask({ encounterId: 'E2' }, [one], billed)).toEqual(['used-up', 0]);
  });
});

describe('an authorization as it is told', () => {
  it.each([
    [{ to: '2025-12-31' }, 'to'],
    [{ services: [{ from: '97150', to: '97110' }] }, 'services.0.to'],
    [{ services: [{ from: '97110', to: 'G0283' }] }, 'services.0.to'],
    [{ limit: { of: 'units', quantity: 0 } }, 'limit.quantity'],
    [{ unit: 3 }, ''],
  ])('is refused: %j', (change, path) => {
    const { payerId, number, services, from, to } = anAuthorization();
    const read = ToldAuthorization.safeParse({ payerId, number, services, from, to, ...change });
    expect(read.error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });

  it('is known by payer and number, however that is written, and shows neither', () => {
    const id = authorizationIdFor('maple-street', { payerId: 'northwind', number: 'PA-77' });
    expect(authorizationIdFor('maple-street', { payerId: 'northwind', number: 'pa 77' })).toBe(id);
    expect(authorizationIdFor('maple-street', { payerId: 'cascade', number: 'PA-77' })).not.toBe(id);
    expect(id).toMatch(/^A[0-9A-Z]{16}$/);
  });
});
