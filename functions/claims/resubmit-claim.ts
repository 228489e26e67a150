import type { Claim, ClaimLine, Submission } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import { remarksOf, unprocessableRemark } from '../domain/ledger/decision.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { chargeOf } from '../domain/ledger/transmitted-charge.ts';
import type { Practice } from '../domain/practice.ts';
import type { Correction, Task } from '../domain/task.ts';
import { withServiceFacts } from '../domain/visit/service-facts-of.ts';
import { decided } from './decide.ts';
import { priceServices } from './from-visit/claims-of-visit.ts';
import { type Contract, expectedOfClaim } from './from-visit/expected-of-claim.ts';

/** Corrects what the task's outcome names and opens the claim's next transmission. */
export const resubmitClaim = (
  claim: Claim,
  task: Task,
  practice: Practice,
  contract?: Contract,
): ClaimChange | undefined => {
  const correction = task.outcome?.correction ?? {};
  const submission = nextSubmission(claim);
  return decided(
    claim,
    task,
    {
      ...expectedAnew(corrected(claim, correction, practice), claim, practice, contract),
      status: correction.memberId ? 'ready' : 'covered',
      followUpsForgiven: claim.followUps,
      followedUpAt: undefined, // the clock runs from the new transmission
      submissions: [...claim.submissions.map((one) => withCharge(one, claim)), submission],
    },
    { submission: submission.number, frequency: submission.frequency },
  );
};

/** Other codes are allowed otherwise; what was expected of the former ones is not of these. */
const expectedAnew = (
  correction: Partial<Claim>,
  claim: Claim,
  practice: Practice,
  contract: Contract | undefined,
): Partial<Claim> => {
  if (correction.lines === undefined) return correction;
  const expected = contract && expectedOfClaim({ ...claim, ...correction }, practice, contract);
  return { ...correction, expected: expected && [...expected] };
};

/** The correction may change the charge; what was sent before keeps its own. */
const withCharge = (submission: Submission, claim: Claim): Submission => ({
  charge: chargeOf(claim),
  ...submission,
});

/**
 * Replacement (7) with the payer's control number where the payer holds an adjudicated claim; otherwise a new claim
 * (1): rejected claims and those with MA130 never entered adjudication.
 */
const nextSubmission = (claim: Claim): Submission => {
  const number = claim.submissions.length + 1;
  const held = effectiveAdjudication(claim);
  const replaces =
    held &&
    !remarksOf(held).includes(unprocessableRemark) &&
    (held.payerControlNumber ?? claim.payerControlNumber);
  return replaces
    ? { number, frequency: '7', originalReference: replaces, fileAccepted: false }
    : { number, frequency: '1', fileAccepted: false };
};

const corrected = (claim: Claim, correction: Correction, practice: Practice): Partial<Claim> => {
  const { memberId, patientLastName, patientFirstName, priorAuthorization, referringProvider, codes } =
    correction;
  return {
    coverage: memberId ? { ...claim.coverage, memberId } : claim.coverage,
    patient: {
      ...claim.patient,
      ...(patientLastName && { lastName: patientLastName }),
      ...(patientFirstName && { firstName: patientFirstName }),
    },
    ...(priorAuthorization && { priorAuthorization }),
    ...(referringProvider && { referringProvider }),
    ...(codes && {
      diagnoses: codes.diagnoses,
      lines: priceServices(practice, withServiceFacts(codes.services, claim.lines.map(knownOf)), claim),
    }),
  };
};

/** What is known of a service stays with it when its codes are corrected. */
const knownOf = ({ procedure, facts }: ClaimLine) => ({ procedure, ...facts });
