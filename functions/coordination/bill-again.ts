import { stepActor } from '../domain/actor.ts';
import type { Claim, GetClaimContext, Submission } from '../domain/claim.ts';
import { type ChangeClaim, type ClaimChange, changed } from '../domain/claim-change.ts';
import { isVoided, owesCorrection } from '../domain/coordination/bill-again.ts';
import { awaitedForwarding } from '../domain/coordination/crossover.ts';
import { isGivenOver, voidByContract } from '../domain/coordination/given-over.ts';
import { toldBy, toldOf } from '../domain/coordination/prior-payers.ts';
import { effectiveAdjudication } from '../domain/ledger/effective-decision.ts';
import type { Payer } from '../domain/payer.ts';
import type { StepResult } from '../domain/step.ts';

/** again: a transmission is open · ask: a biller decides · decided: there is nothing to bill again any more. */
export const billAgainOutcomes = ['again', 'ask', 'decided'] as const;
export type BillAgainOutcome = (typeof billAgainOutcomes)[number];

export type BillAgainEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly changeClaim: ChangeClaim;
};

/**
 * Bills a later payer again whose payer before decided anew, as its contract has it; and one to which the claim was
 * forwarded and that did not answer in its time, by ourselves. Only the bell of that time brings a claim here that waits.
 */
export const billAgain = async (
  claimId: string,
  { getClaimContext, changeClaim }: BillAgainEffects,
): Promise<StepResult<BillAgainOutcome>> => {
  const { payer } = await getClaimContext(claimId);
  const after = await changeClaim(claimId, (claim) => billedAgain(claim, payer));
  if (owesCorrection(after)) return { outcome: 'ask' };
  const latest = after.submissions.at(-1);
  return { outcome: latest && !latest.sentAt && !latest.acknowledgement ? 'again' : 'decided' };
};

/** Opens the transmission by which the payer is billed again; nothing where a person is to decide how. */
export const billedAgain = (claim: Claim, payer: Payer): ClaimChange | undefined => {
  const submission = submissionOf(claim, payer);
  if (submission === undefined) return undefined;
  return changed(
    claim,
    {
      status: 'covered',
      followUpsForgiven: claim.followUps,
      submissions: [...claim.submissions, submission],
    },
    {
      type: 'billed-again',
      actor: stepActor('bill-again'),
      detail: { submission: submission.number, frequency: submission.frequency },
    },
  );
};

const submissionOf = (claim: Claim, payer: Payer): Submission | undefined => {
  if (isGivenOver(claim)) return voidByContract(claim, payer);
  return awaitedForwarding(claim) ? newClaim(claim) : correction(claim, payer);
};

/** What was told already, and refused or answered otherwise, is not told again without a person. */
const correction = (claim: Claim, payer: Payer): Submission | undefined => {
  if (!owesCorrection(claim)) return undefined;
  if (isVoided(claim)) return newClaim(claim);
  const latest = claim.submissions.at(-1);
  const isTold = latest === undefined || toldBy(claim, latest.number) === toldOf(claim.priorPayers);
  if (isTold || payer.priorPayerCorrections === undefined) return undefined;
  const held = effectiveAdjudication(claim)?.payerControlNumber ?? claim.payerControlNumber;
  if (!held || payer.priorPayerCorrections === 'new-claim') return newClaim(claim);
  const frequency = payer.priorPayerCorrections === 'replacement' ? '7' : '8';
  return { ...newClaim(claim), frequency, originalReference: held };
};

const newClaim = ({ submissions }: Claim): Submission => ({
  number: submissions.length + 1,
  frequency: '1',
  fileAccepted: false,
});
