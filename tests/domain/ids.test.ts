import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortDigest } from '../../functions/domain/digest.ts';
import { claimIdFor, parsePatientControlNumber, patientControlNumber } from '../../functions/domain/ids.ts';

const claimIds = fc
  .tuple(fc.string(), fc.string(), fc.constantFrom('P' as const, 'S' as const, 'T' as const))
  .map(([practiceId, encounterId, responsibility]) => claimIdFor(practiceId, encounterId, responsibility));

describe('a patient control number', () => {
  it('names the claim and the transmission when it comes back', () => {
    fc.assert(
      fc.property(claimIds, fc.integer({ min: 1, max: 9_999 }), (claimId, submissionNumber) => {
        const text = patientControlNumber(claimId, submissionNumber);
        expect(parsePatientControlNumber(` ${text} `)).toEqual({ claimId, submissionNumber });
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
  ])('is not ours: "%s"', (text) => {
    expect(parsePatientControlNumber(text)).toBeUndefined();
  });
});

describe('a claim id', () => {
  it('is the same for the same visit and position of the payer', () => {
    expect(claimIdFor('maple-street', 'E1', 'P')).toBe(claimIdFor('maple-street', 'E1', 'P'));
  });

  it('differs between the payers of a visit', () => {
    expect(claimIdFor('maple-street', 'E1', 'P')).not.toBe(claimIdFor('maple-street', 'E1', 'S'));
  });
});

it('a short digest fits into the name of an execution', () => {
  fc.assert(fc.property(fc.string(), (text) => /^[0-9A-Z]{16}$/.test(shortDigest(text))));
});
