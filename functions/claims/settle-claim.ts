import type { Claim } from '../domain/claim.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import { claimPosition, isSettled } from '../domain/position.ts';

/** What follows once a payer has decided or a person has. */
export const settleClaimOutcomes = ['open-amount', 'next-payer', 'patient', 'zero'] as const;
export type SettleClaimOutcome = (typeof settleClaimOutcomes)[number];

/** An amount that is neither paid, adjusted nor the patient's always goes back to a person. */
export const settleClaim = (claim: Claim): SettleClaimOutcome => {
  if (!isSettled(claim)) return 'open-amount';
  const { patientBalance } = claimPosition(claim);
  if (patientBalance <= 0) return 'zero';
  const mayGoOn = claim.nextPayers.length > 0 && effectiveAdjudication(claim) && !isPatientsByDecision(claim);
  return mayGoOn ? 'next-payer' : 'patient';
};

/** Somebody who decides to bill the patient knows why the next payer is not billed. */
const isPatientsByDecision = ({ decisions }: Claim): boolean => decisions.at(-1)?.action === 'bill-patient';
