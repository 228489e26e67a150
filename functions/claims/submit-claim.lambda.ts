import { type ClaimContext, getClaimContext } from '../adapters/claim-context.ts';
import { changeClaim } from '../adapters/claim-store.ts';
import { sendToPartner } from '../adapters/trading-partner.ts';
import { ringAt } from '../domain/calendar/clocks.ts';
import type { Submission } from '../domain/claim.ts';
import type { Finding } from '../domain/finding.ts';
import { patientControlNumber } from '../domain/ids.ts';
import { interchangeHeader } from '../domain/interchange.ts';
import { ClaimStep } from '../domain/step.ts';
import { waits } from '../domain/wait.ts';
import { writeSets } from '../edi/sets.ts';
import { UnwritableValue } from '../edi/text/segment-writer.ts';
import { professionalClaimGuide } from '../edi/x837p/guide.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { check837p } from './837p/check-claim-set.ts';
import { toProfessionalClaimSet } from './837p/claim-set.ts';
import { currentSubmission, refuseSubmission, submitClaim } from './submit-claim.ts';

/** Sends the current transmission once; a claim that is on its way already is only waited for. */
export const handler = taskHandler(ClaimStep, async ({ claimId }) => {
  const context = await getClaimContext(claimId);
  const submission = currentSubmission(context.claim);
  const faults = submission.sentAt ? [] : faultsOf(context, submission);
  if (faults.length > 0) {
    await changeClaim(claimId, (claim) => refuseSubmission(claim, faults));
    return { outcome: 'rejected', wait: null };
  }
  if (!submission.sentAt) {
    const file = await send837p(context, submission);
    await changeClaim(claimId, (claim) => submitClaim(claim, file.key, file.at));
  }
  return {
    outcome: 'submitted',
    wait: {
      waitId: waits.acknowledgement(claimId, submission.number),
      round: 0,
      ringAt: ringAt('acknowledgementDays', context.payer, new Date()),
    },
  };
});

/** Tried before a control number is spent on the file. */
const faultsOf = (context: ClaimContext, submission: Submission): Finding[] => {
  try {
    return check837p(render837p(context, submission, 1, new Date().toISOString()));
  } catch (error) {
    if (error instanceof UnwritableValue) return [{ code: error.element, path: '', detail: error.message }];
    throw error;
  }
};

const send837p = (context: ClaimContext, submission: Submission) =>
  sendToPartner({
    partnerId: context.payer.partnerId,
    practiceId: context.claim.practiceId,
    transaction: '837P',
    purpose: patientControlNumber(context.claim.claimId, submission.number),
    claimId: context.claim.claimId,
    submissionNumber: submission.number,
    render: (controlNumber, createdAt) => render837p(context, submission, controlNumber, createdAt),
  });

const render837p = (
  { claim, practice, payer }: ClaimContext,
  submission: Submission,
  controlNumber: number,
  createdAt: string,
): string => {
  const envelope = interchangeHeader(practice, payer, controlNumber, createdAt);
  const set = toProfessionalClaimSet(claim, submission, { practice, payer }, envelope);
  return writeSets(envelope, professionalClaimGuide, [set]);
};
