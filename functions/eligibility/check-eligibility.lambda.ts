import { getClaimContext } from '../adapters/claim-context.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ringAt } from '../domain/calendar/clocks.ts';
import { interchangeHeader } from '../domain/interchange.ts';
import { claimPosition } from '../domain/position.ts';
import { ClaimStep } from '../domain/step.ts';
import { waits } from '../domain/wait.ts';
import { writeSets } from '../edi/sets.ts';
import { UnwritableValue } from '../edi/text/segment-writer.ts';
import { eligibilityInquiryGuide } from '../edi/x270/guide.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { toEligibilityInquiry } from './check-eligibility.ts';

/** Asks once for each check; a claim whose coverage is known is not asked about again. */
export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  const { claim, practice, payer } = await getClaimContext(claimId);
  if (claimPosition(claim).open === 0) return { outcome: 'settled', wait: null };
  if (claim.status === 'not-covered') return { outcome: 'not-covered', wait: null };
  if (claim.status !== 'ready') return { outcome: 'covered', wait: null };
  const check = claim.eligibilityChecks;
  const render = (controlNumber: number, createdAt: string): string => {
    const envelope = interchangeHeader(practice, payer, controlNumber, createdAt);
    const inquiry = toEligibilityInquiry(claim, practice, payer, envelope);
    return writeSets(envelope, eligibilityInquiryGuide, [inquiry]);
  };
  // The same value stops the 837P, which names it to a biller: the coverage stays unknown until then.
  if (!isRenderable(render)) return { outcome: 'unanswered', wait: null };
  await sendToPartner({
    partnerId: payer.partnerId,
    practiceId: claim.practiceId,
    transaction: '270',
    purpose: `${claimId}/${check}`,
    claimId,
    submissionNumber: claim.submissions.length,
    render,
  });
  return {
    outcome: 'asked',
    wait: {
      waitId: waits.eligibility(claimId, check),
      round: 0,
      ringAt: ringAt('eligibilityAnswerDays', payer, new Date()),
    },
  };
});

const isRenderable = (render: (controlNumber: number, createdAt: string) => string): boolean => {
  try {
    return render(1, new Date().toISOString()) !== '';
  } catch (error) {
    if (error instanceof UnwritableValue) return false;
    throw error;
  }
};
