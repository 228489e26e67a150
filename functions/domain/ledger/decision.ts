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

/** Every number that the payer gave the claim (CLP07, 277CA), each once. */
export const knownControlNumbers = ({ payerControlNumber, adjudications }: Claim): string[] => [
  ...new Set([payerControlNumber, ...adjudications.map((one) => one.payerControlNumber)].filter(isGiven)),
];

const isGiven = (number: string | undefined): number is string => number !== undefined && number !== '';
