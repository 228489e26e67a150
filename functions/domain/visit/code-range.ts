const formOf = (code: string): string => code.replace(/\d/g, '9').replace(/[A-Z]/g, 'A');
const isServiceCode = (text: string): boolean => /^[A-Z0-9]{5}$/.test(text);

/**
 * Whether a code lies between two others, both included. Codes of services lie between two of their own form: 0012T is
 * none of 00100 to 01999. The last code of another range stands for all that begin with it: E11.9 is one of E08 to E11.
 */
export const isCodeWithin = (code: string, from: string, to: string | undefined): boolean => {
  if (isServiceCode(from) && isServiceCode(code) && formOf(from) !== formOf(code)) return false;
  return from <= code && (to === undefined || code.slice(0, to.length) <= to);
};
