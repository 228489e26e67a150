import fc from 'fast-check';

/** Any character of Unicode, and any half of a pair of surrogates. */
const character = fc.integer({ min: 0, max: 0x10ffff }).map((codePoint) => String.fromCodePoint(codePoint));

/** Any text that has some of these parts in it. */
export const textsWith = (...parts: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.string(), character, fc.constantFrom(...parts)), { maxLength: 40 })
    .map((some) => some.join(''));
