import type { Claim } from '../../domain/claim.ts';
import { parsePatientControlNumber, patientControlNumber } from '../../domain/ids.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';
import type { Facts } from './claim-facts.ts';
import {
  claimsNamed,
  claimsOfDays,
  type FindClaimsEffects,
  leavesTransmission,
  type PaymentParties,
  possibleClaims,
  wasSent,
} from './find-claims.ts';
import { mayBeCutOff } from './misspelt-number.ts';

/** The transmission that a decision is about. */
export type MatchedClaim = { readonly claim: Claim; readonly submissionNumber: number };

/**
 * Finds the transmission that a CLP decides: by the number that we gave it, exactly; else by what surely names one
 * claim of ours and no other (`isSure`). Undefined for everything else: a person looks at it.
 */
export const matchClaim = async (
  decided: RemittanceClaim,
  parties: PaymentParties,
  effects: FindClaimsEffects,
): Promise<MatchedClaim | undefined> => {
  const exact = await matchExactly(decided, effects);
  if (exact) return exact;
  const named = await claimsNamed(decided, effects);
  const ofDays = mayBeCutOff(decided.patientControlNumber)
    ? await claimsOfDays(decided, parties, effects)
    : [];
  const possible = await possibleClaims([...named, ...ofDays], decided, parties, effects);
  const [match, ...others] = possible.filter((one) => leavesTransmission(one, decided) && isSure(one.facts));
  if (match === undefined || others.length > 0) return undefined;
  return { claim: match.claim, submissionNumber: match.submissionNumber };
};

/** By our number letter by letter, where that transmission was sent. */
const matchExactly = async (
  { patientControlNumber: text }: RemittanceClaim,
  { findClaim }: FindClaimsEffects,
): Promise<MatchedClaim | undefined> => {
  const read = parsePatientControlNumber(text);
  if (!read || patientControlNumber(read.claimId, read.submissionNumber) !== text.trim()) return undefined;
  const claim = await findClaim(read.claimId);
  const isSent = claim?.submissions.some((one) => one.number === read.submissionNumber && wasSent(one));
  return claim && isSent ? { claim, submissionNumber: read.submissionNumber } : undefined;
};

/**
 * Which facts together leave no doubt. Our number misspelt needs a second one: the payer's number, our lines' numbers,
 * or member, day and charge at once. The payer's number, and our lines' numbers, need the charge, and that nothing
 * known of the patient or the day is against it; the payer's number needs the payer whom it comes from, too.
 */
const isSure = (facts: Facts): boolean => {
  const agrees = (...names: readonly (keyof Facts)[]): boolean =>
    names.every((name) => facts[name] === 'agrees');
  if (facts.payer === 'differs') return false;
  const describes = agrees('member', 'dateOfService', 'charge');
  if (agrees('claimNumber')) return agrees('payerControlNumber') || agrees('lineNumbers') || describes;
  const isAgainst = [facts.member, facts.patientName, facts.dateOfService, facts.lineNumbers].includes(
    'differs',
  );
  if (isAgainst || !agrees('charge')) return false;
  return agrees('lineNumbers') || agrees('payerControlNumber', 'payer');
};
