import type { Claim } from '../domain/claim.ts';
import type { Finding } from '../domain/finding.ts';
import { transmittedCharge } from '../domain/ledger/transmitted-charge.ts';
import { type Cents, cents, sum, toDollars } from '../edi/money.ts';
import type { PlacedClaim } from '../edi/x835/claims-of.ts';
import type { RemittanceClaim, RemittanceLine } from '../edi/x835/loops.ts';
import { claimPath } from './check-balance.ts';
import { lineNumberOf } from './matching/line-number.ts';

/** CLP02 22. */
const isReversal = ({ statusCode }: RemittanceClaim): boolean => statusCode === '22';

/**
 * The signs of a decision: a reversal's charges and payments are negative, all others' charges are positive. A
 * reversal's adjustments have the original's signs negated, which may be either.
 */
export const checkSigns = (placed: PlacedClaim): Finding[] => {
  const { claim } = placed;
  const lines = claim.lines ?? [];
  const charges = [claim.charge, ...lines.map(({ charge }) => charge)];
  const amounts = isReversal(claim) ? [...charges, claim.paid, ...lines.map(({ paid }) => paid)] : charges;
  const isWrong = amounts.some((amount) => (isReversal(claim) ? amount > 0 : amount < 0));
  if (!isWrong) return [];
  const detail = isReversal(claim)
    ? `A reversal has an amount that is not negative (charge ${toDollars(claim.charge)}, paid ${toDollars(claim.paid)})`
    : `A charge is negative (${toDollars(claim.charge)}) in what is no reversal`;
  return [{ code: 'wrong-sign', path: claimPath(placed), detail }];
};

/** The charge decided is that of the transmission, or of exactly the lines decided. */
export const checkCharge = (claim: Claim, submissionNumber: number, placed: PlacedClaim): Finding[] => {
  const whole = transmittedCharge(claim, submissionNumber);
  if (whole === undefined || isChargedAs(claim, submissionNumber, placed.claim)) return [];
  const decided = cents(Math.abs(placed.claim.charge));
  const detail = `The payment decides a charge of ${toDollars(decided)}; ${toDollars(whole)} was sent`;
  return [{ code: 'charge-differs', path: claimPath(placed), detail }];
};

/** Whether a decision is about all that a transmission charged, or about exactly some of its lines. */
export const isChargedAs = (claim: Claim, submissionNumber: number, decided: RemittanceClaim): boolean =>
  transmittedCharge(claim, submissionNumber) === Math.abs(decided.charge) || decidesLines(claim, decided);

/** Whether each line of the decision is one that was sent, at its charge, and together they are what is decided. */
const decidesLines = ({ lines }: Claim, claim: RemittanceClaim): boolean => {
  const open = new Map(lines.map((line) => [line.lineNumber, line]));
  const take = (one: RemittanceLine): Cents | undefined => {
    const sent = [...open.values()].find((line) => isSentAs(one, lineNumberOf(one, claim), line));
    if (sent) open.delete(sent.lineNumber);
    return sent?.charge;
  };
  const charges = (claim.lines ?? []).map(take);
  const known = charges.filter((amount) => amount !== undefined);
  return known.length > 0 && known.length === charges.length && sum(known) === Math.abs(claim.charge);
};

const isSentAs = (
  decided: RemittanceLine,
  lineNumber: number | undefined,
  line: Claim['lines'][number],
): boolean => {
  const { procedure } = decided.submittedProcedure ?? decided.procedure;
  const isSameLine = lineNumber === undefined ? procedure === line.procedure : lineNumber === line.lineNumber;
  return isSameLine && Math.abs(decided.charge) === line.charge;
};
