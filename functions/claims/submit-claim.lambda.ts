import { type ClaimContext, getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { instantAfter } from '../domain/calendar.ts';
import type { Submission } from '../domain/claim.ts';
import { patientControlNumber } from '../domain/ids.ts';
import { interchangeHeader } from '../domain/interchange.ts';
import type { PartnerFile } from '../domain/partner-file.ts';
import { ClaimStep } from '../domain/step.ts';
import { waits } from '../domain/wait.ts';
import { write837p } from '../edi/x837p/write-837p.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { toProfessionalClaim } from './claim-837p.ts';
import { currentSubmission, submitClaim } from './submit-claim.ts';

/** Sends the current transmission once; a claim that is on its way already is only waited for. */
export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  const context = await getClaimContext(claimId);
  const submission = currentSubmission(context.claim);
  if (!submission.sentAt) {
    const file = await send837p(context, submission);
    await changeClaim(claimId, (claim) => submitClaim(claim, file.key, file.at));
  }
  return {
    outcome: 'submitted',
    wait: {
      waitId: waits.acknowledgement(claimId, submission.number),
      round: 0,
      ringAt: instantAfter(new Date(), context.payer.acknowledgementDays),
    },
  };
});

const send837p = ({ claim, practice, payer }: ClaimContext, submission: Submission): Promise<PartnerFile> =>
  sendToPartner({
    partnerId: payer.partnerId,
    practiceId: claim.practiceId,
    transaction: '837P',
    purpose: patientControlNumber(claim.claimId, submission.number),
    claimId: claim.claimId,
    submissionNumber: submission.number,
    render: (controlNumber, createdAt) =>
      write837p({
        envelope: interchangeHeader(practice, payer, controlNumber, createdAt),
        submitter: {
          name: practice.name,
          id: practice.taxId,
          contact: { name: 'BILLING OFFICE', phone: practice.phone },
        },
        receiver: { name: payer.name, id: payer.receiverId },
        claims: [toProfessionalClaim(claim, submission, practice, payer)],
      }),
  });
