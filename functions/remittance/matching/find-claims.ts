import type { Claim, Submission } from '../../domain/claim.ts';
import { transmissionsNumbered } from '../../domain/ledger/decision.ts';
import type { PaidTo, PayerNamed } from '../../domain/ledger/payment.ts';
import type { PaymentRecords, PostingEffects } from '../../domain/posting.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';
import { checkAuthority } from '../check-authority.ts';
import { isChargedAs } from '../check-decision.ts';
import { compareClaim, datesOf, type Facts, transmissionsOfLines } from './claim-facts.ts';
import { readingAs, readingsOf } from './misspelt-number.ts';

/** Who speaks in a payment, and to whom: of which claims it may speak. */
export type PaymentParties = { readonly payer: PayerNamed; readonly paidTo: PaidTo };

/** What looking for the claim of a decision needs. */
export type FindClaimsEffects = Pick<
  PostingEffects,
  'billingOf' | 'findClaim' | 'claimsByPayerControlNumber' | 'claimsByDateOfService'
> & { readonly payments: Pick<PaymentRecords, 'practicePaid'> };

/** A transmission of ours that a decision may be about, with what speaks for it and against it. */
export type PossibleClaim = {
  readonly claim: Claim;
  readonly submissionNumber: number;
  readonly facts: Facts;
};

/** The claims that any number in a decision may name: ours, however written, the payer's, those of the lines. */
export const claimsNamed = async (
  decided: RemittanceClaim,
  { findClaim, claimsByPayerControlNumber }: FindClaimsEffects,
): Promise<readonly Claim[]> => {
  const { patientControlNumber, payerControlNumber } = decided;
  const ids = [
    ...readingsOf(patientControlNumber).map(({ claimId }) => claimId),
    ...transmissionsOfLines(decided).map(({ claimId }) => claimId),
  ];
  const named = await Promise.all([...new Set(ids)].map(findClaim));
  const numbered = payerControlNumber ? await claimsByPayerControlNumber(payerControlNumber) : [];
  return [...named.filter((claim) => claim !== undefined), ...numbered];
};

/** More days than a payer names of one visit are not looked up. */
const daysLookedUp = 4;

/** The claims that the practice paid has for the days of service of a decision. */
export const claimsOfDays = async (
  decided: RemittanceClaim,
  { paidTo }: PaymentParties,
  { payments, claimsByDateOfService }: FindClaimsEffects,
): Promise<readonly Claim[]> => {
  const practiceId = await payments.practicePaid(paidTo);
  if (practiceId === undefined) return [];
  const days = datesOf(decided).slice(0, daysLookedUp);
  return (await Promise.all(days.map((day) => claimsByDateOfService(practiceId, day)))).flat();
};

/** Of claims that may be meant, those that were sent and that this payment may touch, each compared fact by fact. */
export const possibleClaims = async (
  claims: readonly Claim[],
  decided: RemittanceClaim,
  { payer, paidTo }: PaymentParties,
  { billingOf }: FindClaimsEffects,
): Promise<readonly PossibleClaim[]> => {
  const single = [...new Map(claims.map((claim) => [claim.claimId, claim])).values()];
  const compared = single.map(async (claim): Promise<PossibleClaim[]> => {
    const submissionNumber = transmissionOf(claim, decided);
    const billing = await billingOf(claim);
    if (submissionNumber === undefined || checkAuthority(billing, paidTo)) return [];
    const facts = compareClaim({ decided, payer }, claim, submissionNumber, billing.contracts);
    return [{ claim, submissionNumber, facts }];
  });
  return (await Promise.all(compared)).flat();
};

export const wasSent = ({ sentAt, fileAccepted }: Submission): boolean =>
  sentAt !== undefined || fileAccepted;

/**
 * Which transmission of a claim a decision is about: the one that a number names, ours before the payer's, else the
 * last one of this charge, else the last. Undefined where none was sent.
 */
const transmissionOf = (claim: Claim, decided: RemittanceClaim): number | undefined => {
  const sent = claim.submissions.filter(wasSent).map(({ number }) => number);
  const named = [
    ...numbersNamed(claim, decided.patientControlNumber),
    ...transmissionsOfLines(decided)
      .filter(({ claimId }) => claimId === claim.claimId)
      .map(({ submissionNumber }) => submissionNumber),
    ...transmissionsNumbered(claim, decided.payerControlNumber ?? '').toReversed(),
  ];
  return (
    named.find((number) => sent.includes(number)) ??
    sent.findLast((number) => isChargedAs(claim, number, decided)) ??
    sent.at(-1)
  );
};

/** Whether CLP01 leaves the transmission open, or names this one and not one that was never sent. */
export const leavesTransmission = (
  { claim, submissionNumber }: PossibleClaim,
  { patientControlNumber }: RemittanceClaim,
): boolean => {
  const named = numbersNamed(claim, patientControlNumber);
  return named.length === 0 || named.includes(submissionNumber);
};

/** The transmissions that CLP01 may name, the digits behind the claim's id read with and without padding. */
const numbersNamed = (claim: Claim, text: string): readonly number[] => {
  const digits = readingAs(text, claim)?.behind ?? '';
  const unpadded = digits.replace(/0+$/, '');
  return Array.from({ length: digits.length - unpadded.length + 1 }, (_, cut) =>
    Number(digits.slice(0, digits.length - cut)),
  ).filter((number) => number > 0);
};
