import type { Claim } from '../domain/claim.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { limitsOf } from '../domain/tasks/limits-of-claim.ts';

/** The biller's work when a payer's front end refused a transmission: it never entered adjudication. */
export const describeRejection = (claim: Claim, payer: Payer): TaskDraft<ClaimAction> => {
  const acknowledgement = claim.submissions.at(-1)?.acknowledgement;
  return {
    kind: 'rejection',
    owner: 'biller',
    title:
      acknowledgement?.source === 'edits'
        ? 'The claim cannot be sent as it stands'
        : `${payer.name} rejected the claim before adjudication (${acknowledgement?.source ?? 'unknown'})`,
    reasons: acknowledgement?.reasons ?? [],
    advice:
      'Correct what the reasons name and send the claim again. A rejected claim gets no remittance and stops no filing clock.',
    actions: ['resubmit', 'write-off'],
    limits: limitsOf(claim, { payer }),
  };
};
