import type { ClaimEvent } from '../domain/claim.ts';
import type { Payer } from '../domain/payer.ts';
import type { ClaimAction } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** The front desk's work when a 271 says that the patient is not covered on the date of service. */
export const describeCoverage = (payer: Payer, history: readonly ClaimEvent[]): TaskDraft<ClaimAction> => {
  const answer = history.findLast(({ type }) => type === 'eligibility-answered');
  return {
    kind: 'coverage',
    owner: 'front-desk',
    title: `${payer.name} reports no active coverage on the date of service`,
    reasons: [
      { code: String(answer?.detail.reason ?? '271'), text: 'Answer of the eligibility inquiry (271)' },
    ],
    advice:
      'Ask the patient for the current card. Correct the member number and check again; without coverage the visit is billed to the patient.',
    actions: payer.patientMayBeBilledWhenInactive
      ? ['resubmit', 'bill-patient', 'write-off']
      : ['resubmit', 'write-off'],
  };
};
