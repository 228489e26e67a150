/** The prefix 80840 stands before an NPI when its check digit is made (CMS, NPI check digit). */
const prefixSum = 24;

/** Whether a text is an NPI (45 CFR 162.406): ten digits, the last of which makes the Luhn sum a multiple of ten. */
export const isNpi = (text: string): boolean => {
  if (text.length !== 10) return false;
  let sum = prefixSum;
  for (let index = 0; index < 10; index += 1) {
    const digit = text.charCodeAt(index) - 48;
    if (digit < 0 || digit > 9 || (index === 0 && digit !== 1 && digit !== 2)) return false;
    const doubled = digit * 2;
    if (index % 2 === 1) sum += digit;
    else sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
};
