import type { Claim, Submission } from '../claim.ts';
import { insurancePaidOf, replacedReference } from '../ledger/effective-decision.ts';
import type { Payer } from '../payer.ts';
import { standingDecisions } from '../undo/undone.ts';

/** Whether another payer's claim has taken the place of this one: its charge is billed there, and nowhere else. */
export const isGivenOver = ({ insteadClaimId }: Pick<Claim, 'insteadClaimId'>): boolean =>
  insteadClaimId !== undefined;

const isAnswered = ({ adjudications }: Claim, number: number): boolean =>
  adjudications.some((one) => one.submissionNumber === number);

/** What was sent last beside voids. */
const lastBilled = ({ submissions }: Claim): Submission | undefined =>
  submissions.findLast(({ sentAt, frequency }) => sentAt !== undefined && frequency !== '8');

/** The void that was opened for what was sent last. */
const voidOf = ({ submissions }: Claim): Submission | undefined => {
  const latest = submissions.at(-1);
  return latest?.frequency === '8' ? latest : undefined;
};

/** Whether the payer took a claim in and has neither decided nor voided it. */
const isHeld = (claim: Claim): boolean => {
  const billed = lastBilled(claim);
  if (billed === undefined || billed.acknowledgement?.outcome === 'rejected') return false;
  if (isAnswered(claim, billed.number)) return false;
  const { payerStatus } = claim;
  const isLost =
    payerStatus?.submissionNumber === billed.number &&
    (payerStatus.outcome === 'not-found' || payerStatus.outcome === 'rejected');
  const own = voidOf(claim);
  const isVoided = own?.acknowledgement?.outcome === 'accepted' && !isAnswered(claim, own.number);
  return !isLost && !isVoided;
};

/** Whether a void may still be answered: not refused by the front end, nor by a decision. */
const isVoidOpen = (claim: Claim): boolean => {
  const own = voidOf(claim);
  return own !== undefined && own.acknowledgement?.outcome !== 'rejected' && !isAnswered(claim, own.number);
};

/** A person waits for the payer of a claim that was given over: until its bell has rung once. */
export const isWaitedFor = (claim: Claim): boolean =>
  isGivenOver(claim) &&
  standingDecisions(claim).at(-1)?.action === 'keep-waiting' &&
  claim.followUps === claim.followUpsForgiven;

/**
 * What the payer of a claim that was given over has still to give up: nothing; something for which a void or a person
 * waits; or something that nobody sees to.
 */
export const givingBack = (claim: Claim): 'nothing' | 'under-way' | 'owed' => {
  if (insurancePaidOf(claim) <= 0 && !isHeld(claim)) return 'nothing';
  return isVoidOpen(claim) || isWaitedFor(claim) ? 'under-way' : 'owed';
};

const voidNumbered = ({ submissions }: Claim, originalReference: string): Submission => ({
  ...{ number: submissions.length + 1, frequency: '8', fileAccepted: false, originalReference },
});

/** The void of a claim that its payer holds, by its payer's number; nothing where that is not known. */
export const voidingOf = (claim: Claim): Submission | undefined => {
  const held = replacedReference(claim);
  return held === undefined ? undefined : voidNumbered(claim, held);
};

/** The void that goes out without a person, as the contract has it: once for what was sent, by the decision behind it. */
export const voidByContract = (claim: Claim, payer: Payer): Submission | undefined => {
  const isDue =
    payer.misdirectedClaims === 'void' && voidOf(claim) === undefined && givingBack(claim) === 'owed';
  const opened = isDue ? voidingOf(claim) : undefined;
  const decision = standingDecisions(claim).findLast(({ action }) => action === 'bill-other-payer');
  return opened && { ...opened, ...(decision && { openedBy: decision.taskId }) };
};
