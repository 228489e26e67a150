import { expect, it } from 'vitest';
import { totp } from '../../../local/access/totp.ts';

/** "12345678901234567890" in base32: the secret of RFC 6238, appendix B, whose codes are of eight digits; ours are their end. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('at second %i the code is %s', (second, code) => {
  expect(totp(secret, new Date(second * 1000))).toBe(code);
});
