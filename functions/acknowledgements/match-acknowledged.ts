import type { Claim } from '../domain/claim.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import { knownControlNumbers } from '../domain/ledger/decision.ts';
import { transmittedCharge } from '../domain/ledger/transmitted-charge.ts';
import type { PostingEffects } from '../domain/posting.ts';
import type { ClaimAcknowledgement } from '../edi/x277ca/loops.ts';

/** A transmission of a claim of ours. */
export type SentClaim = { readonly claimId: string; readonly submissionNumber: number };

/**
 * The transmission that a 277CA speaks of: by the number that we gave it, or by that number in another spelling where
 * the charge or the payer's own number agrees. Undefined for what we never sent.
 */
export const matchAcknowledged = async (
  acknowledged: ClaimAcknowledgement,
  { findClaim }: Pick<PostingEffects, 'findClaim'>,
): Promise<SentClaim | undefined> => {
  const exact = parsePatientControlNumber(acknowledged.patientControlNumber);
  for (const sent of exact ? [exact] : respelt(acknowledged.patientControlNumber)) {
    const { claimId, submissionNumber } = sent;
    const claim = await findClaim(claimId);
    if (!claim?.submissions.some(({ number }) => number === submissionNumber)) continue;
    if (exact || describesSame(acknowledged, claim, submissionNumber)) return sent;
  }
  return undefined;
};

/** What of ours the letters and digits may be: in capitals, and with the one hyphen wherever it makes a number. */
const respelt = (text: string): SentClaim[] => {
  const letters = text.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  if (letters.length > longestNumber) return [];
  return [...letters].flatMap(
    (_, at) => parsePatientControlNumber(`${letters.slice(0, at)}-${letters.slice(at)}`) ?? [],
  );
};

/** CLM01 has at most 20 characters. */
const longestNumber = 20;

const describesSame = (
  { statuses = [], payerControlNumber }: ClaimAcknowledgement,
  claim: Claim,
  submissionNumber: number,
): boolean => {
  const sent = transmittedCharge(claim, submissionNumber);
  return (
    (sent !== undefined && statuses.some(({ charge }) => charge === sent)) ||
    (payerControlNumber !== undefined && knownControlNumbers(claim).includes(payerControlNumber))
  );
};
