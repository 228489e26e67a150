import type { Claim } from '../domain/claim.ts';
import { owesCorrection } from '../domain/coordination/bill-again.ts';
import { payerToBillFirst } from '../domain/coordination/priority-payer.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { Payer } from '../domain/payer.ts';
import { claimPosition, isSettled, leftToNextPayer } from '../domain/position.ts';
import { lastUndo } from '../domain/undo/undone.ts';

/** What follows once a payer has decided or a person has. */
export const settleClaimOutcomes = [
  ...(['open-amount', 'correction', 'next-payer', 'patient', 'zero'] as const),
  /** Open as before a decision that was taken back: what is asked about it follows from where it stands. */
  'undone',
] as const;
export type SettleClaimOutcome = (typeof settleClaimOutcomes)[number];

/** What the lifecycle does after a decision, be it taken back before its step came. */
export const settleStep = (claim: Claim, payer: Payer): SettleClaimOutcome => {
  const outcome = settleClaim(claim, payer);
  return outcome === 'open-amount' && lastUndo(claim) ? 'undone' : outcome;
};

/**
 * An amount that is neither paid, adjusted nor the patient's always goes back to a person; but a payer that decided on
 * other words of those before it is billed again first, and one that another payer is said to come before, after that.
 */
export const settleClaim = (claim: Claim, payer: Payer): SettleClaimOutcome => {
  if (owesCorrection(claim)) return 'correction';
  if (payerToBillFirst(claim, payer)) return 'next-payer';
  if (!isSettled(claim)) return 'open-amount';
  const { patientBalance } = claimPosition(claim);
  if (claim.insteadClaimId) return 'zero';
  const isDecided = effectiveAdjudication(claim) !== undefined;
  // One that was billed before is told what this payer says now, even where that leaves it nothing.
  if (isDecided && claim.nextClaimId) return 'next-payer';
  if (patientBalance <= 0 && leftToNextPayer(claim) <= 0) return 'zero';
  return isDecided && claim.nextPayers.length > 0 && !isPatientsByDecision(claim) ? 'next-payer' : 'patient';
};

/** Somebody who decides to bill the patient knows why the next payer is not billed. */
const isPatientsByDecision = ({ decisions }: Claim): boolean => decisions.at(-1)?.action === 'bill-patient';
