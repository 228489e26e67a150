import type { Cents } from '../../edi/money.ts';
import { cents } from '../../edi/money.ts';

/** Dollars as people write them, in whole cents; undefined for what is no amount. */
export const centsIn = (text: string): Cents | undefined => {
  const plain = text
    .trim()
    .replace(/^\$/, '')
    .replace(/,(?=\d{3}\b)/g, '');
  return /^\d{1,8}(\.\d{1,2})?$/.test(plain) ? cents(Math.round(Number(plain) * 100)) : undefined;
};
