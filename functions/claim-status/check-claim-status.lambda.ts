import { getClaimContext } from '../adapters/claim-context.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { instantAfter } from '../domain/calendar.ts';
import { interchangeHeader } from '../domain/interchange.ts';
import { ClaimStep } from '../domain/step.ts';
import { waits } from '../domain/wait.ts';
import { write276 } from '../edi/x276/write-276.ts';
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
    render: (controlNumber, createdAt) =>
      write276({
        envelope: interchangeHeader(practice, payer, controlNumber, createdAt),
        inquiries: [toStatusInquiry(claim, practice, payer)],
      }),
  });
  return {
    outcome: 'asked',
    wait: {
      waitId: waits.claimStatus(claimId, submissionNumber, inquiry),
      round: inquiry,
      ringAt: instantAfter(new Date(), payer.statusAnswerDays),
    },
  };
});
