import { getClaimContext } from '../adapters/claim-context.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ringAt } from '../domain/calendar/clocks.ts';
import { interchangeHeader } from '../domain/interchange.ts';
import { ClaimStep } from '../domain/step.ts';
import { waits } from '../domain/wait.ts';
import { writeSets } from '../edi/sets.ts';
import { statusInquiryGuide } from '../edi/x276/guide.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { statusTrace, toStatusInquiry } from './check-claim-status.ts';

/** Asks once for each follow-up, up to the number in the contract; a claim decided meanwhile is not asked about. */
export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  const { claim, practice, payer } = await getClaimContext(claimId);
  const awaitsPayer = ['submitted', 'accepted', 'appealed'].includes(claim.status);
  if (!awaitsPayer) return { outcome: 'decided', wait: null };
  const inquiry = claim.followUps;
  if (inquiry - claim.followUpsForgiven >= payer.maxFollowUps) return { outcome: 'given-up', wait: null };
  const submissionNumber = claim.submissions.length;
  await sendToPartner({
    partnerId: payer.partnerId,
    practiceId: claim.practiceId,
    transaction: '276',
    purpose: statusTrace(claimId, submissionNumber, inquiry),
    claimId,
    submissionNumber,
    render: (controlNumber, createdAt) => {
      const envelope = interchangeHeader(practice, payer, controlNumber, createdAt);
      const inquiry = toStatusInquiry(claim, practice, payer, envelope);
      return writeSets(envelope, statusInquiryGuide, [inquiry]);
    },
  });
  return {
    outcome: 'asked',
    wait: {
      waitId: waits.claimStatus(claimId, submissionNumber, inquiry),
      round: inquiry,
      ringAt: ringAt('statusAnswerDays', payer, new Date()),
    },
  };
});
