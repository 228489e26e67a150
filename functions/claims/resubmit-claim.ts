import { isDeepStrictEqual } from 'node:util';
import type { Claim, ClaimEvent, Submission } from '../domain/claim.ts';
import type { ClaimChange } from '../domain/claim-change.ts';
import { isGivenOver, voidingOf } from '../domain/coordination/given-over.ts';
import { billedServiceOf } from '../domain/history/billed-services.ts';
import { replacedReference } from '../domain/ledger/effective-decision.ts';
import { chargeOf } from '../domain/ledger/transmitted-charge.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import { changesBetween } from '../domain/tasks/correctable.ts';
import { decided } from './decide.ts';
import { changesIdentity, correctedClaim } from './from-visit/corrected-claim.ts';
import { type Contract, expectedOfClaim } from './from-visit/expected-of-claim.ts';
import { announcedBy, withDocuments } from './parts/documents-sent.ts';

/** Corrects what the task's outcome names and opens the claim's next transmission. */
export const resubmitClaim = (
  claim: Claim,
  task: Task,
  practice: Practice,
  contract?: Contract,
): ClaimChange | undefined => {
  if (isGivenOver(claim)) return voidClaim(claim, task);
  const correction = task.outcome?.correction ?? {};
  const submission = { ...nextSubmission(claim), openedBy: task.taskId };
  const after = withDocuments(correctedClaim(claim, correction, practice), claim, task);
  const changes = changesBetween(claim, after);
  return decided(
    claim,
    task,
    {
      status: changesIdentity(correction) ? 'ready' : 'covered',
      followUpsForgiven: claim.followUps,
      followedUpAt: undefined, // the clock runs from the new transmission
      submissions: [...claim.submissions.map((one) => asSent(one, claim)), submission],
    },
    {
      ...{ submission: submission.number, frequency: submission.frequency },
      ...(changes.length > 0 && { changed: changes.join('\n') }),
      ...documentDetail(claim, task),
    },
    expectedAnew(after, claim, practice, contract),
  );
};

/** How documents went that the claim announces, with their number. */
const documentDetail = (claim: Claim, task: Task): ClaimEvent['detail'] => {
  const { sent } = task.outcome ?? {};
  const announced = announcedBy(claim, task);
  if (!sent || !announced) return {};
  return {
    ...{ way: sent.way, sentOn: sent.on, attachment: announced.controlNumber ?? '' },
    ...(sent.packet && { packet: sent.packet.digest }),
  };
};

/** Opens the void of a claim that another payer's takes the place of; it never goes out as anything else. */
const voidClaim = (claim: Claim, task: Task): ClaimChange | undefined => {
  const submission = voidingOf(claim);
  const opened = submission && { ...submission, openedBy: task.taskId };
  return decided(
    claim,
    task,
    opened
      ? { status: 'covered', followUpsForgiven: claim.followUps, submissions: [...claim.submissions, opened] }
      : {},
    opened ? { submission: opened.number, frequency: opened.frequency } : {},
  );
};

/** Other codes or charges are allowed otherwise; what was expected of the former ones is not of these. */
const expectedAnew = (
  after: Claim,
  before: Claim,
  practice: Practice,
  contract: Contract | undefined,
): Claim => {
  if (isDeepStrictEqual(after.lines, before.lines) && after.dateOfService === before.dateOfService)
    return after;
  const { expected: _former, ...rest } = after;
  const expected = contract && expectedOfClaim(rest, practice, contract);
  return { ...rest, ...(expected && { expected: [...expected] }) };
};

/** The correction may change charge and codes; what was sent before keeps its own. */
const asSent = (submission: Submission, claim: Claim): Submission => ({
  charge: chargeOf(claim),
  services: claim.lines.map((line) => billedServiceOf(line, claim)),
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
