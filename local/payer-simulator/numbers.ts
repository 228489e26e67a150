import { createHash } from 'node:crypto';

/** Decimal digits that look random and always follow from the same text: nothing here depends on chance or time. */
export const digitsFrom = (text: string, length: number): string =>
  (BigInt(`0x${createHash('sha256').update(text).digest('hex')}`) % 10n ** BigInt(length))
    .toString()
    .padStart(length, '0');

/** ISA13 of an answer, one to nine digits and never zero. */
export const controlNumberFrom = (text: string): number => Number(digitsFrom(text, 9)) || 1;

/** The number under which a payer files a claim, which follows from how it came. */
export const numberFor = (payer: { readonly controlNumberPrefix: string }, from: string): string =>
  `${payer.controlNumberPrefix}${digitsFrom(from, 12)}`;
