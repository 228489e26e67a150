import { createHash, type Hash } from 'node:crypto';

/** Names a content, as 32 hex digits of its SHA-256: the same bytes under another name are the same content. */
export const contentDigest = (content: Uint8Array | string): string =>
  digestOf(createHash('sha256').update(content));

/** The same of a content that was hashed in parts. */
export const digestOf = (sha256: Hash): string => sha256.digest('hex').slice(0, 32);

/** Crockford's base 32: digits and letters that nobody takes for another. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The same text always gives the same letters and digits, five bits of its SHA-256 each. */
export const letterDigest = (text: string, length: number): string =>
  Array.from(
    createHash('sha256').update(text).digest().subarray(0, length),
    (byte) => alphabet[byte & 31],
  ).join('');

/**
 * The same text always gives the same letters of an alphabet, digits of its SHA-256 to that base: no letter is
 * likelier than another by more than one in 2^200, up to 12 of them.
 */
export const digestIn = (letters: string, text: string, length: number): string => {
  const base = BigInt(letters.length);
  let rest = BigInt(`0x${createHash('sha256').update(text).digest('hex')}`);
  return Array.from({ length }, () => {
    const letter = letters[Number(rest % base)];
    rest /= base;
    return letter;
  }).join('');
};

/** A short name for long ids, within Step Functions' 80 characters for an execution's name. */
export const shortDigest = (text: string): string => letterDigest(text, 16);

/** JSON with the names in order: what says the same is the same text, and so has the same digest. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  ) ?? '';
