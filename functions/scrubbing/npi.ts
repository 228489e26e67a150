/** 24 is what the issuer prefix 80840 adds to the Luhn sum of an NPI (CMS NPI check digit rule). */
const issuerPrefixSum = 24;

const luhnDigit = (digit: number, doubled: boolean): number => {
  if (!doubled) return digit;
  return digit > 4 ? digit * 2 - 9 : digit * 2;
};

/** Whether a National Provider Identifier has ten digits, begins with 1 or 2 and carries its check digit. */
export const npiIsValid = (npi: string): boolean => {
  if (!/^[12]\d{9}$/.test(npi)) return false;
  const digits = [...npi].reverse().map(Number);
  return (
    digits.reduce((total, digit, at) => total + luhnDigit(digit, at % 2 === 1), issuerPrefixSum) % 10 === 0
  );
};
