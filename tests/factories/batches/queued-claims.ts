import type { Claim } from '../../../functions/domain/claim.ts';
import { claim } from '../claims.ts';

/** A claim that is about to be sent for the first time; each number gives another id and another patient. */
export const openClaim = (number: number, change: Partial<Claim> = {}): Claim => {
  const letters = '23456789CDFHJKMNPQRTVWXY';
  const digits = [...String(number).padStart(9, '0')].map((digit) => letters[Number(digit)]).join('');
  return claim({
    claimId: `C2${digits}`,
    encounterId: `E${number}`,
    status: 'covered',
    patient: {
      ...claim().patient,
      patientId: `P-${number}`,
      firstName: `Miriam ${'ABCDEFGHIJ'[number % 10]}`,
    },
    coverage: { ...claim().coverage, memberId: `NW${4_410_000 + number}` },
    submissions: [{ number: 1, frequency: '1', fileAccepted: false }],
    ...change,
  });
};

export const openClaims = (count: number): Claim[] =>
  Array.from({ length: count }, (_, index) => openClaim(index + 1));
