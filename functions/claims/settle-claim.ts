import type { Claim } from '../domain/claim.ts';
import { owesCorrection } from '../domain/coordination/bill-again.ts';
import { givingBack, isGivenOver } from '../domain/coordination/given-over.ts';
import { payerToBillFirst } from '../domain/coordination/priority-payer.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { Payer } from '../domain/payer.ts';
import { claimPosition, isSettled, leftToNextPayer } from '../domain/position.ts';
import { lastUndo, standingDecisions } from '../domain/undo/undone.ts';

/** What follows once a payer has decided or a person has. */
export const settleClaimOutcomes = [
  ...(['open-amount', 'correction', 'next-payer', 'patient', 'zero'] as const),
  /** What is asked follows from where it stands: as before a decision that was taken back, or while its payer gives back. */
  'undone',
] as const;
export type SettleClaimOutcome = (typeof settleClaimOutcomes)[number];

/** What the lifecycle does after a decision, be it taken back before its step came. */
export const settleStep = (claim: Claim, payer: Payer): SettleClaimOutcome => {
  const outcome = settleClaim(claim, payer);
  return outcome === 'open-amount' && (lastUndo(claim) || isGivenOver(claim)) ? 'undone' : outcome;
};

/**
 * An amount that is neither paid, adjusted nor the patient's always goes back to a person; but a payer that decided on
 * other words of those before it is billed again first, and one that another payer is said to come before, after that.
 */
export const settleClaim = (claim: Claim, payer: Payer): SettleClaimOutcome => {
  if (owesCorrection(claim)) return 'correction';
  if (isGivenOver(claim)) return givingBack(claim) === 'nothing' ? 'zero' : 'open-amount';
  if (payerToBillFirst(claim, payer)) return 'next-payer';
  if (!isSettled(claim)) return 'open-amount';
  const { patientBalance } = claimPosition(claim);
  const isDecided = effectiveAdjudication(claim) !== undefined;
  // One that was billed before is told what this payer says now, even where that leaves it nothing.
  if (isDecided && claim.nextClaimId) return 'next-payer';
  if (patientBalance <= 0 && leftToNextPayer(claim) <= 0) return 'zero';
  return isDecided && claim.nextPayers.length > 0 && !isPatientsByDecision(claim) ? 'next-payer' : 'patient';
};

/** Somebody who decides to bill the patient knows why the next payer is not billed. */
const isPatientsByDecision = (claim: Claim): boolean =>
  standingDecisions(claim).at(-1)?.action === 'bill-patient';
