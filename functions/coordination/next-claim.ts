import {
  type Claim,
  type ClaimLine,
  type NextPayer,
  type PriorPayer,
  type Submission,
  unsentClaim,
} from '../domain/claim.ts';
import { type OwnPayer, type PayerOrder, places } from '../domain/coordination/payer-order.ts';
import { claimIdFor } from '../domain/ids.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { Responsibility } from '../domain/party.ts';
import { BillingError } from '../runtime/errors.ts';

/**
 * The claim for the payer after this one: the same services, with what this payer and those before it decided
 * (loops 2320 and 2430). Throws InvalidInput without a next payer or before this payer has decided.
 */
export const claimForNextPayer = (claim: Claim, own: OwnPayer, createdAt: string): Claim => ({
  ...unansweredClaim(claim, createdAt),
  priorPayers: [...claim.priorPayers, asPriorPayer(claim, own)],
});

const asPriorPayer = (claim: Claim, own: OwnPayer): PriorPayer => {
  const adjudication = effectiveAdjudication(claim);
  if (!adjudication)
    throw new BillingError('InvalidInput', `Claim ${claim.claimId} is not decided by its own payer`);
  return { ...own, claimId: claim.claimId, coverage: claim.coverage, adjudication };
};

/**
 * The claim of the next payer when this one's payer forwarded it (crossover): it is with its payer without a file of
 * ours, and its answers carry this claim's number. `until` is the instant to which nobody else bills that payer.
 */
export const asForwarded = (next: Claim, by: Claim, at: string, until: string): Claim => ({
  ...next,
  status: 'accepted',
  submissions: [forwardedSubmission(1, by, at, until)],
});

/** A transmission that the payer of a claim sent to the next one. */
export const forwardedSubmission = (
  number: number,
  { claimId }: Claim,
  sentAt: string,
  until: string,
): Submission => ({
  number,
  frequency: '1',
  fileAccepted: true,
  sentAt,
  forwarded: { by: claimId, until },
});

/** The same when the next payer has answered already; what this payer decided may come later. */
export const forwardedClaim = (claim: Claim, createdAt: string): Claim =>
  asForwarded(unansweredClaim(claim, createdAt), claim, createdAt, createdAt);

/**
 * The claim by which a later payer takes the place of a claim's own: that one says that the other comes before it, and
 * is billed after it (`keepsOwn`); or it does not cover the patient, and is out of it.
 */
export const claimInPlace = (
  claim: Claim,
  { first, own, keepsOwn }: { readonly first: NextPayer; readonly own: OwnPayer; readonly keepsOwn: boolean },
  createdAt: string,
): Claim => {
  const others = claim.nextPayers.filter((one) => one !== first);
  const { insuranceType: _notOfFirst, ...coverage } = first.coverage;
  const later = [...(keepsOwn ? [{ ...own, coverage: claim.coverage }] : []), ...others];
  const place = claim.responsibility;
  const placesAfter = places.slice(places.indexOf(place) + 1);
  return {
    ...unansweredClaim({ ...claim, nextPayers: [first] }, createdAt, place),
    coverage: { ...coverage, responsibility: place },
    nextPayers: later.map((one, at) => ({
      ...one,
      coverage: { ...one.coverage, responsibility: placesAfter[at] ?? 'T' },
    })),
    insteadOf: claim.claimId,
  };
};

/**
 * The claim by which a person's order of the payers is billed from the first place that changes; those before it keep
 * their word. It names the claim in whose place it is, so that the same payer at the same place may come again later.
 */
export const claimInOrder = (claim: Claim, { payers, at }: PayerOrder, createdAt: string): Claim => {
  const { claimId, priorPayers } = claim;
  const { attachments: _toFormer, ...visit } = claim.visit ?? {};
  const from = { ...claim, nextPayers: payers.slice(at), cause: `instead-of-${claimId}` as const };
  return {
    ...unansweredClaim({ ...from, ...(claim.visit && { visit }) }, createdAt),
    priorPayers: priorPayers.slice(0, at),
    insteadOf: claimId,
  };
};

/** The same part of the visit for the next payer, who has not answered anything. Throws InvalidInput without a next payer. */
const unansweredClaim = (before: Claim, createdAt: string, place?: Responsibility): Claim => {
  const claim = withoutPermits(before);
  const [next, ...later] = claim.nextPayers;
  if (!next) throw new BillingError('InvalidInput', `Claim ${claim.claimId} has nobody to bill next`);
  const {
    executionArn: _execution,
    end: _end,
    payerControlNumber: _number,
    expected: _contract,
    nextClaimId: _next,
    insteadOf: _instead,
    insteadClaimId: _insteadBy,
    letStand: _stand,
    beforeDecision: _before,
    appeals: _appeals,
    payerStatus: _said,
    followedUpAt: _asked,
    patientBilledAbout: _about,
    patientBilledParts: _parts,
    ...shared
  } = claim;
  const { practiceId, encounterId, part, cause } = claim;
  const { payerId, responsibility } = next.coverage;
  const identity = { practiceId, encounterId, payerId, responsibility: place ?? responsibility, part, cause };
  return {
    ...shared,
    ...unsentClaim,
    ...identity,
    claimId: claimIdFor(identity),
    coverage: next.coverage,
    nextPayers: later,
    createdAt,
  };
};

/** An authorization or a referral is one payer's word to us: another payer neither knows its number nor goes by it. */
const withoutPermits = (claim: Claim): Claim => {
  const { priorAuthorization: _own, visit: told, ...shared } = claim;
  const { referralNumber: _referral, ...visit } = told ?? {};
  return { ...shared, ...(told && { visit }), lines: claim.lines.map(lineWithoutPermits) };
};

const lineWithoutPermits = (line: ClaimLine): ClaimLine => {
  if (line.facts === undefined) return line;
  const { priorAuthorization: _permit, referralNumber: _referral, ...facts } = line.facts;
  return { ...line, facts };
};
