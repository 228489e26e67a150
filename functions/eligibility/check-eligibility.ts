import { payerActor } from '../domain/actor.ts';
import { ringAt } from '../domain/calendar/clocks.ts';
import type { Claim, ClaimContext, GetClaimContext } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { type OutboundFile, type SendToPartner, tryRendering } from '../domain/partner-file.ts';
import { isSettled } from '../domain/position.ts';
import type { AwaitingResult } from '../domain/step.ts';
import { type AnswerOutcome, waits } from '../domain/wait.ts';
import type { MemberAnswer } from '../edi/x271/answers-of.ts';
import { coverageAnswer } from '../edi/x271/coverage.ts';
import type { EligibilityRejection } from '../edi/x271/loops.ts';
import { eligibilityPurpose, rendering270 } from './eligibility-inquiry.ts';

export const checkEligibilityOutcomes = ['asked', 'covered', 'unanswered', 'not-covered', 'settled'] as const;
export type CheckEligibilityOutcome = (typeof checkEligibilityOutcomes)[number];

export type CheckEligibilityEffects = {
  readonly getClaimContext: GetClaimContext;
  readonly sendToPartner: SendToPartner;
};

/** Asks once for each check; a claim whose coverage is known is not asked about again. */
export const checkEligibility = async (
  claimId: string,
  now: Date,
  { getClaimContext, sendToPartner }: CheckEligibilityEffects,
): Promise<AwaitingResult<CheckEligibilityOutcome, 'asked'>> => {
  const context = await getClaimContext(claimId);
  const { claim, payer } = context;
  const known = knownCoverage(claim);
  if (known) return { outcome: known, wait: null };
  const file = inquiryFile(context);
  // The same value stops the 837P, which names it to a biller: the coverage stays unknown until then.
  if (!tryRendering(file.render, now).success) return { outcome: 'unanswered', wait: null };
  await sendToPartner(file);
  return {
    outcome: 'asked',
    wait: {
      waitId: waits.eligibility(claimId, claim.eligibilityChecks),
      round: 0,
      ringAt: ringAt('eligibilityAnswerDays', payer, now),
    },
  };
};

/** What the record answers by itself; undefined where the payer has to be asked. */
const knownCoverage = (claim: Claim): Exclude<CheckEligibilityOutcome, 'asked'> | undefined => {
  if (isSettled(claim)) return 'settled';
  if (claim.status === 'not-covered') return 'not-covered';
  return claim.status === 'ready' ? undefined : 'covered';
};

const inquiryFile = (context: ClaimContext): OutboundFile => {
  const { practiceId, claimId, eligibilityChecks, submissions } = context.claim;
  return {
    partnerId: context.payer.partnerId,
    practiceId,
    transaction: '270',
    purpose: eligibilityPurpose(claimId, eligibilityChecks),
    claimId,
    submissionNumber: submissions.length,
    render: rendering270(context),
  };
};

export type EligibilityOutcome = {
  outcome: AnswerOutcome<'eligibility'>;
  reason: string;
  followUp?: string; // AAA04: what the payer asks for next
};

/** AAA03: the payer looked and did not find the person as we describe them; staff must verify. */
const personNotFound = new Set(['58', '64', '65', '67', '68', '71', '72', '73', '74', '75', '76']);

/** Reads a 271; a refusal that is no verdict on the person counts as no answer. */
export const readEligibility = (answer: MemberAnswer): EligibilityOutcome => {
  const notFound = answer.rejections.find(({ reason }) => personNotFound.has(reason));
  if (notFound) return refused('not-covered', notFound);
  const coverage = coverageAnswer(answer);
  if (coverage === 'active') return { outcome: 'covered', reason: 'EB 1' };
  if (coverage === 'inactive') return { outcome: 'not-covered', reason: 'EB 6' };
  const [refusal] = answer.rejections;
  return refusal ? refused('unanswered', refusal) : { outcome: 'unanswered', reason: 'AAA none' };
};

const refused = (
  outcome: EligibilityOutcome['outcome'],
  { reason, followUp }: EligibilityRejection,
): EligibilityOutcome => ({ outcome, reason: `AAA ${reason}`, ...(followUp !== undefined && { followUp }) });

/** Records the answer to one check of a claim that waits for it; a late or repeated answer changes nothing. */
export const recordEligibility = (
  claim: Claim,
  check: number,
  { outcome, reason, followUp }: EligibilityOutcome,
): ClaimChange | undefined => {
  if (claim.status !== 'ready' || claim.eligibilityChecks !== check) return undefined;
  return changed(
    claim,
    { eligibilityChecks: check + 1, ...(outcome !== 'unanswered' && { status: outcome }) },
    {
      type: 'eligibility-answered',
      actor: payerActor(claim.payerId),
      detail: { outcome, reason, ...(followUp && { followUp }) },
    },
  );
};
