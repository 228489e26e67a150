import { stepActor } from '../domain/actor.ts';
import type { Claim, ClaimStatus, Submission } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { awaitedForwarding } from '../domain/coordination/crossover.ts';
import { toldOf } from '../domain/coordination/prior-payers.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { isSettled } from '../domain/position.ts';

/**
 * Tells a later payer's claim what the payers before it say now, as `fresh` has it that would be made of them today;
 * nothing where it knows that. What was sent keeps the name of what it said, so that a decision on it is seen to be
 * outdated; what waits to go out goes out as another transmission; a closed claim is open again where money is.
 */
export const restatePayers = (claim: Claim, fresh: Claim): ClaimChange | undefined => {
  const [forwarding] = fresh.submissions.filter((one) => one.forwarded);
  const isNews = toldOf(claim.priorPayers) !== toldOf(fresh.priorPayers);
  const isLeftToUs = awaitedForwarding(claim) !== undefined && forwarding === undefined;
  if (!isNews && !isLeftToUs) return undefined;
  const isFirstWord = claim.priorPayers.length < fresh.priorPayers.length;
  const sent = isFirstWord ? claim.submissions : withTold(claim);
  const added = isFirstWord && !isLeftToUs ? undefined : nextSubmission(claim, forwarding);
  const { end: _end, ...open } = claim;
  const after: Claim = {
    ...open,
    priorPayers: fresh.priorPayers,
    submissions: added ? [...sent, added] : sent,
  };
  const status = statusAfter(claim, after, added);
  return changed(
    status === 'closed' ? { ...after, ...(claim.end && { end: claim.end }) } : after,
    { status },
    {
      type: 'prior-payer-restated',
      actor: stepActor('bill-next-payer'),
      detail: { by: fresh.priorPayers.at(-1)?.claimId ?? '', ...(added && { submission: added.number }) },
    },
  );
};

const isUnsent = ({ sentAt, acknowledgement }: Submission): boolean => !sentAt && !acknowledgement;

/** Nothing of it is written yet, so that it is sent as the claim then is. */
const unwritten: readonly ClaimStatus[] = ['ready', 'not-covered'];

const withTold = (claim: Claim): Submission[] => {
  const told = toldOf(claim.priorPayers);
  return claim.submissions.map((one, at) => {
    const isOpen = at === claim.submissions.length - 1 && isUnsent(one) && unwritten.includes(claim.status);
    return isOpen ? one : { told, ...one };
  });
};

/**
 * What goes to the later payer by itself: a correction that the payer before forwards, too; what it says now that it did
 * not forward; and in place of a transmission that waits for its file another one, which alone is current then.
 */
const nextSubmission = (claim: Claim, forwarding: Submission | undefined): Submission | undefined => {
  const latest = claim.submissions.at(-1);
  if (latest === undefined) return undefined;
  const number = latest.number + 1;
  if (forwarding && !isUnsent(latest)) return { ...forwarding, number };
  if (awaitedForwarding(claim)) return { number, frequency: '1', fileAccepted: false };
  if (!isUnsent(latest) || unwritten.includes(claim.status) || claim.status === 'closed') return undefined;
  const { frequency, originalReference } = latest;
  return { number, frequency, ...(originalReference && { originalReference }), fileAccepted: false };
};

const statusAfter = (before: Claim, after: Claim, added: Submission | undefined): ClaimStatus => {
  if (added) return added.forwarded ? 'accepted' : 'covered';
  if (before.status !== 'closed' || isSettled(after)) return before.status;
  return effectiveAdjudication(after) ? 'adjudicated' : 'ready';
};
