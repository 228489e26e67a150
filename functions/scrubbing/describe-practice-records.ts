import { type Finding, isOfPractice } from '../domain/finding.ts';
import type { TaskDraft } from '../domain/task-draft.ts';

/** What the charge master lacks is added by who keeps prices; all else of the practice by who keeps its numbers. */
const isPrice = ({ code }: Finding): boolean => code === 'charge-missing';

const toReason = ({ code, path, detail }: Finding) => ({ code: `${code} ${path}`, text: detail });

/** The work when a visit is coded and registered rightly, and the practice's own records lack something for its claim. */
export const describePracticeRecords = (findings: readonly Finding[]): TaskDraft => {
  const lacking = findings.filter(isOfPractice);
  return {
    kind: 'practice-records',
    owner: lacking.every(isPrice) ? 'biller' : 'credentialing',
    title: 'The practice’s records lack something for a claim',
    reasons: lacking.map(toReason),
    advice:
      'Add what is missing to the practice’s records, then check the visit again here: it is billed by itself once nothing is missing.',
    actions: ['check-again', 'not-billable'],
  };
};

/** The warning when a payer may not pay for a provider who is not enrolled; the visit is billed all the same. */
export const describeNotEnrolled = (details: readonly string[]): TaskDraft => ({
  kind: 'practice-records',
  owner: 'credentialing',
  title: 'Services are billed of a provider who is not enrolled',
  reasons: details.map((text) => ({ code: 'provider-not-enrolled', text })),
  advice:
    'Enter the enrolment where there is one, or ask the payer for it. Claims go out all the same; the payer may deny them.',
  actions: ['dismiss'],
});
