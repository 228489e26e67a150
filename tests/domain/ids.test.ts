import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestIn, shortDigest } from '../../functions/domain/digest.ts';
import {
  ClaimId,
  type ClaimIdentity,
  claimIdFor,
  earlierClaimIdFor,
  isSameClaim,
  lineControlNumber,
  parseLineControlNumber,
  parsePatientControlNumber,
  parseTrace,
  patientControlNumber,
} from '../../functions/domain/ids.ts';

const visit: ClaimIdentity = {
  practiceId: 'maple-street',
  encounterId: 'E1',
  payerId: 'northwind',
  responsibility: 'P',
  part: 1,
  cause: 'visit',
};

const identities: fc.Arbitrary<ClaimIdentity> = fc.record({
  practiceId: fc.string(),
  encounterId: fc.string(),
  payerId: fc.string(),
  responsibility: fc.constantFrom('P', 'S', 'T'),
  part: fc.integer({ min: 1, max: 9 }),
  cause: fc.string(),
});

const todaysIds = fc.tuple(identities, fc.nat(8)).map(([identity, nth]) => claimIdFor(identity, nth));
const earlierIds = fc
  .tuple(fc.string(), fc.string(), fc.constantFrom('P' as const, 'S' as const, 'T' as const))
  .map(([practiceId, encounterId, position]) => earlierClaimIdFor(practiceId, encounterId, position));

describe('a patient control number', () => {
  it('names the claim and the transmission when it comes back, in box 26 of a paper form too', () => {
    fc.assert(
      fc.property(todaysIds, fc.integer({ min: 1, max: 99 }), (claimId, submissionNumber) => {
        const text = patientControlNumber(claimId, submissionNumber);
        expect(parsePatientControlNumber(` ${text} `)).toEqual({ claimId, submissionNumber });
        expect(parsePatientControlNumber(text.toLowerCase())).toEqual({ claimId, submissionNumber });
        expect(text.length).toBeLessThanOrEqual(14);
        expect(claimId).not.toMatch(/[01OILUAEZSBG]/);
      }),
    );
  });

  it('of the earlier form stays readable', () => {
    fc.assert(
      fc.property(earlierIds, fc.integer({ min: 1, max: 9_999 }), (claimId, submissionNumber) => {
        const text = patientControlNumber(claimId, submissionNumber);
        expect(parsePatientControlNumber(text)).toEqual({ claimId, submissionNumber });
        expect(text.length).toBeLessThanOrEqual(20);
      }),
    );
  });

  it.each([
    '',
    'C0000000000A1',
    'C0000000000A1-',
    'X0000000000A1-1',
    'C0000000000A1-12345',
    'c0000000000a1-1',
    'C2345678923',
    'C234567892-1',
    'C1234567892-1',
    'C2345678O23-1',
  ])('is not ours: "%s"', (text) => {
    expect(parsePatientControlNumber(text)).toBeUndefined();
  });
});

describe('a line control number', () => {
  it('names claim, transmission and line in 30 characters', () => {
    fc.assert(
      fc.property(
        fc.oneof(todaysIds, earlierIds),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 50 }),
        (claimId, submissionNumber, lineNumber) => {
          const text = lineControlNumber(patientControlNumber(claimId, submissionNumber), lineNumber);
          expect(text.length).toBeLessThanOrEqual(30);
          expect(parseLineControlNumber(text)).toEqual({
            lineNumber,
            transmission: { claimId, submissionNumber },
          });
        },
      ),
    );
  });

  it.each([
    ['1', { lineNumber: 1 }],
    [' 02 ', { lineNumber: 2 }],
  ])('may be the bare number of a line, as it was sent before: "%s"', (text, read) => {
    expect(parseLineControlNumber(text)).toEqual(read);
  });

  it.each(['', '0', 'X-2', 'C100-1-1', 'C0000000000A1-1', '-1', '12345'])('is not ours: "%s"', (text) => {
    expect(parseLineControlNumber(text)).toBeUndefined();
  });
});

describe('a claim id', () => {
  it('is the same for the same identity, and passes the check of records', () => {
    fc.assert(
      fc.property(identities, (identity) => {
        expect(claimIdFor({ ...identity })).toBe(claimIdFor(identity));
        expect(ClaimId.safeParse(claimIdFor(identity)).success).toBe(true);
      }),
    );
  });

  it.each<[string, Partial<ClaimIdentity>]>([
    ['practice', { practiceId: 'elm-street' }],
    ['visit', { encounterId: 'e1' }],
    ['payer', { payerId: 'cascade' }],
    ['position of the payer', { responsibility: 'S' }],
    ['part', { part: 2 }],
    ['cause', { cause: 'instead-of-C2345678923' }],
  ])('is another one for another %s', (_what, change) => {
    expect(claimIdFor({ ...visit, ...change })).not.toBe(claimIdFor(visit));
    expect(isSameClaim({ ...visit, ...change }, visit)).toBe(false);
  });

  it('does not run practice and visit together', () => {
    const one = { ...visit, practiceId: 'a/b', encounterId: 'c' };
    expect(claimIdFor(one)).not.toBe(claimIdFor({ ...visit, practiceId: 'a', encounterId: 'b/c' }));
  });

  it('is another one for each candidate', () => {
    const ids = Array.from({ length: 8 }, (_, nth) => claimIdFor(visit, nth));
    expect(new Set(ids).size).toBe(8);
  });

  it('stands before what a trace says more', () => {
    expect(parseTrace('c2345678923-e2')).toEqual({ claimId: 'C2345678923', rest: 'E2' });
    expect(parseTrace('C0000000000A1-1-S0')).toEqual({ claimId: 'C0000000000A1', rest: '1-S0' });
    expect(parseTrace('C0000000000A1')).toBeUndefined();
  });
});

it('a short digest fits into the name of an execution', () => {
  fc.assert(fc.property(fc.string(), (text) => /^[0-9A-Z]{16}$/.test(shortDigest(text))));
});

it('a digest in an alphabet uses all of its letters', () => {
  const seen = new Set(Array.from({ length: 200 }, (_, at) => digestIn('ABC', String(at), 4)).join(''));
  expect([...seen].toSorted()).toEqual(['A', 'B', 'C']);
});
