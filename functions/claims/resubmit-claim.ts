import type { Claim, ClaimLine, Submission } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import { replacedReference } from '../domain/ledger/effective-decision.ts';
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

/** A replacement (7) where the payer holds an adjudicated claim, otherwise a new claim (1). */
const nextSubmission = (claim: Claim): Submission => {
  const number = claim.submissions.length + 1;
  const replaces = replacedReference(claim);
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
