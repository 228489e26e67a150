import type { Claim, ClaimEvent } from '../domain/claim.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { limitsOf } from '../domain/tasks/limits-of-claim.ts';

/** AAA04 in words: what the payer wants done before it is asked again. */
const followUps: Record<string, string> = {
  C: 'correct it and ask again',
  N: 'do not ask again',
  P: 'ask again with the original question',
  R: 'ask again',
  S: 'do not ask again, the payer asks somebody else',
  W: 'wait 30 days and ask again',
  X: 'wait 10 days and ask again',
  Y: 'do not ask again, the payer will answer',
};

/** The front desk's work when a 271 says that the patient is not covered on the date of service. */
export const describeCoverage = (
  claim: Claim,
  payer: Payer,
  history: readonly ClaimEvent[],
): TaskDraft<ClaimAction> => {
  const answer = history.findLast(({ type }) => type === 'eligibility-answered');
  const followUp = followUps[String(answer?.detail.followUp)];
  return {
    kind: 'coverage',
    owner: 'front-desk',
    title: `${payer.name} reports no active coverage on the date of service`,
    reasons: [
      {
        code: String(answer?.detail.reason ?? '271'),
        text: `Answer of the eligibility inquiry (271)${followUp ? `: ${followUp}` : ''}`,
      },
    ],
    advice:
      claim.nextPayers.length > 0
        ? 'Ask the patient for the current card. Correct the member number and check again; without this coverage the next payer is billed before the patient is.'
        : 'Ask the patient for the current card. Correct the member number and check again; without coverage the visit is billed to the patient.',
    actions: actionsFor(claim, payer),
    limits: limitsOf(claim, { payer }),
  };
};

/** The patient is not billed while another payer may still pay. */
const actionsFor = (claim: Claim, payer: Payer): TaskDraft<ClaimAction>['actions'] => {
  if (claim.nextPayers.length > 0) return ['resubmit', 'bill-next-payer', 'write-off'];
  return payer.patientMayBeBilledWhenInactive
    ? ['resubmit', 'bill-patient', 'write-off']
    : ['resubmit', 'write-off'];
};
