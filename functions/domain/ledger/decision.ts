import type { Adjudication, Adjustment, Claim } from '../claim.ts';

/** The adjustments of a decision, of the claim as a whole and of its lines. */
export const allAdjustments = ({ adjustments, lines }: Adjudication): Adjustment[] => [
  ...adjustments,
  ...lines.flatMap((line) => line.adjustments),
];

/** All remark codes (RARC) of a decision, of the claim (MOA) and of its lines (LQ), each once. */
export const remarksOf = ({ remarks, lines }: Adjudication): string[] => [
  ...new Set([...remarks, ...lines.flatMap((line) => line.remarks)]),
];

/** RARC MA130: the claim is unprocessable; a new claim must be sent, no replacement, and there is no appeal. */
export const unprocessableRemark = 'MA130';

/** CLP02 22: takes back what was decided before. */
export const isReversal = ({ claimStatusCode }: Adjudication): boolean => claimStatusCode === '22';

/** CLP02 25: what would be paid if the service were given. */
export const isPredetermination = ({ claimStatusCode }: Adjudication): boolean => claimStatusCode === '25';

/** Every number that the payer gave the claim (CLP07, 277CA, 277), each once. */
export const knownControlNumbers = (claim: Claim): string[] => [
  ...new Set(
    [
      claim.payerControlNumber,
      ...claim.submissions.flatMap(({ payerControlNumbers = [] }) => payerControlNumbers),
      ...claim.adjudications.map((one) => one.payerControlNumber),
    ].filter(isGiven),
  ),
];

/**
 * The numbers under which a changed claim is to be found anew: with a new one all that the payer ever gave it. Of a
 * claim from before each was kept, the index holds the last one, and would lose it to the new one.
 */
export const numbersToIndex = (before: Claim, after: Claim): string[] => {
  const known = knownControlNumbers(before);
  const given = knownControlNumbers(after);
  return given.every((number) => known.includes(number)) ? [] : [...new Set([...known, ...given])];
};

/** What of a claim changes when its payer answers a transmission under a number: it is kept with that transmission. */
export const withControlNumber = (
  claim: Claim,
  answered: { readonly submissionNumber: number; readonly payerControlNumber?: string | undefined },
): Partial<Pick<Claim, 'payerControlNumber' | 'submissions'>> => {
  const { submissionNumber, payerControlNumber } = answered;
  if (!isGiven(payerControlNumber)) return {};
  const submissions = claim.submissions.map((one) =>
    one.number === submissionNumber
      ? {
          ...one,
          payerControlNumbers: [...new Set([...(one.payerControlNumbers ?? []), payerControlNumber])],
        }
      : one,
  );
  return { payerControlNumber, submissions };
};

/** The transmissions that the payer answered under a number. */
export const transmissionsNumbered = (claim: Claim, payerControlNumber: string): readonly number[] => [
  ...claim.submissions
    .filter(({ payerControlNumbers = [] }) => payerControlNumbers.includes(payerControlNumber))
    .map(({ number }) => number),
  ...claim.adjudications
    .filter((one) => one.payerControlNumber === payerControlNumber)
    .map(({ submissionNumber }) => submissionNumber),
];

const isGiven = (number: string | undefined): number is string => number !== undefined && number !== '';
