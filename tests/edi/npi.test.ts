import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNpi } from '../../functions/edi/npi.ts';

describe('isNpi', () => {
  it.each(['1234567893', '1999999984', '1245319599', '1558598797'])('accepts %s', (npi) => {
    expect(isNpi(npi)).toBe(true);
  });

  it.each(['1234567890', '1234567839', '3234567893', '123456789', '12345678931', 'A234567893', ''])(
    'refuses "%s"',
    (npi) => {
      expect(isNpi(npi)).toBe(false);
    },
  );

  it('notices any single wrong digit', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }), (place, shift) => {
        const digits = [...'1234567893'];
        digits[place] = String((Number(digits[place]) + shift) % 10);
        expect(isNpi(digits.join(''))).toBe(false);
      }),
    );
  });
});
