import type { Claim, Submission } from '../domain/claim.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import { knownControlNumbers } from '../domain/ledger/decision.ts';
import { transmittedCharge } from '../domain/ledger/transmitted-charge.ts';
import type { PostingEffects } from '../domain/posting.ts';
import type { RemittanceClaim } from '../edi/x835/loops.ts';

/** The transmission that a decision is about. */
export type MatchedClaim = { readonly claim: Claim; readonly submissionNumber: number };

/**
 * Finds the transmission that a CLP decides: by the number that we gave it; by that number misspelt, where a second
 * fact agrees; or by the payer's own number, where the charge agrees. Undefined for claims that we did not send.
 */
export const matchClaim = async (
  decided: RemittanceClaim,
  effects: Pick<PostingEffects, 'findClaim' | 'claimsByPayerControlNumber'>,
): Promise<MatchedClaim | undefined> => {
  const exact = parsePatientControlNumber(decided.patientControlNumber);
  const claim = exact && (await effects.findClaim(exact.claimId));
  if (claim) return wasSent(claim, exact.submissionNumber) ? { claim, ...exact } : undefined;
  return (
    (await matchMisspelt(decided, effects)) ??
    (decided.payerControlNumber
      ? matchByPayer(decided, await effects.claimsByPayerControlNumber(decided.payerControlNumber))
      : undefined)
  );
};

const wasSent = ({ submissions }: Claim, submissionNumber: number): boolean =>
  submissions.some(({ number }) => number === submissionNumber);

const latestOf = ({ submissions }: Claim): number => submissions.at(-1)?.number ?? 1;

/** In another case, without its hyphen, or cut off: letters and digits of ours all the same. */
const misspelt = /^(C[0-9A-Z]{12})(\d{1,4})?$/;

const matchMisspelt = async (
  decided: RemittanceClaim,
  { findClaim }: Pick<PostingEffects, 'findClaim'>,
): Promise<MatchedClaim | undefined> => {
  const letters = decided.patientControlNumber.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  const [, claimId, number] = misspelt.exec(letters) ?? [];
  const claim = claimId === undefined ? undefined : await findClaim(claimId);
  if (!claim || !(isNumberedBy(decided, claim) || describesSame(decided, claim))) return undefined;
  const submissionNumber = number === undefined ? latestOf(claim) : Number(number);
  return wasSent(claim, submissionNumber) ? { claim, submissionNumber } : undefined;
};

/** Second facts: the payer's own number is one that it gave this claim … */
const isNumberedBy = ({ payerControlNumber }: RemittanceClaim, claim: Claim): boolean =>
  payerControlNumber !== undefined && knownControlNumbers(claim).includes(payerControlNumber);

/** … or member, day of service and charge are those of this claim. */
const describesSame = (
  { subscriber, patient, charge, statementDates = [] }: RemittanceClaim,
  claim: Claim,
): boolean =>
  (subscriber ?? patient)?.id === claim.coverage.memberId &&
  statementDates.some(({ date }) => date === claim.dateOfService) &&
  chargesAs(charge, claim) !== undefined;

const chargesAs = (charge: number, claim: Claim): Submission | undefined =>
  claim.submissions.findLast(({ number }) => transmittedCharge(claim, number) === Math.abs(charge));

/** Payers number their claims each for itself: the charge has to agree, and one claim only. */
const matchByPayer = ({ charge }: RemittanceClaim, claims: readonly Claim[]): MatchedClaim | undefined => {
  const [match, ...others] = claims.flatMap((claim) => {
    const submission = chargesAs(charge, claim);
    return submission ? [{ claim, submissionNumber: submission.number }] : [];
  });
  return others.length === 0 ? match : undefined;
};
