import type { Claim, ClaimEvent } from '../domain/claim.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { limitsOf } from '../domain/tasks/limits-of-claim.ts';

/** The biller's work when a payer neither pays nor says why, or knows nothing of the claim. */
export const describeSilence = (
  claim: Claim,
  payer: Payer,
  history: readonly ClaimEvent[],
): TaskDraft<ClaimAction> => {
  const answer = history.findLast(({ type }) => type === 'status-answered' || type === 'status-unanswered');
  return {
    kind: 'no-answer',
    owner: 'biller',
    title: `No remittance from ${payer.name} after ${claim.followUps} status inquiries`,
    reasons: [
      { code: String(answer?.detail.reason ?? '277'), text: 'Last answer about the claim’s status (277)' },
    ],
    advice:
      'Call the payer. Wait on if it confirms the claim; send it again if it has none; send what it asks for.',
    actions: ['keep-waiting', 'resubmit', 'write-off'],
    limits: limitsOf(claim, { payer }),
  };
};
