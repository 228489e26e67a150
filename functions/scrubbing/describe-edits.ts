import { rulePrefix } from '../domain/rules/practice-rule.ts';
import type { TaskAction, TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { type EditFinding, mayOverride, stopsClaim } from '../domain/visit/edit-finding.ts';

/** What the edits say, each with its rule: what stops a claim, and then what is only told to whoever works the task. */
const reasonsOf = (findings: readonly EditFinding[], owner: EditFinding['desk']): TaskReason[] =>
  findings
    .filter((finding) => stopsClaim(finding) || finding.desk === owner)
    .toSorted((one, other) => weight[one.severity] - weight[other.severity])
    .map(({ code, path, detail, source, severity, namesOtherVisit }) => ({
      code: `${code} ${path}`,
      text: [severity === 'block' ? '' : `${inWords[severity]}: `, detail, source && ` (${source})`].join(''),
      ...(namesOtherVisit && { pageOnly: true as const }),
    }));

const weight = { block: 0, warn: 1, info: 2 } as const;
const inWords = { warn: 'Warning', info: 'To know' } as const;

/** What stops a visit may be answered with a reason where all of it is warnings. */
const answerable = (findings: readonly EditFinding[]): readonly TaskAction[] =>
  mayOverride(findings) ? ['bill-as-is'] : [];

/** The coder's work when confirmed codes break a guideline or an edit. */
export const describeEdits = (findings: readonly EditFinding[]): TaskDraft => ({
  kind: 'encounter-edits',
  owner: 'coder',
  title: 'The codes of a visit break an edit',
  reasons: reasonsOf(findings, 'coder'),
  advice:
    'Correct the codes as the note documents them, or answer a warning with the reason why they are right.',
  actions: ['confirm-codes', ...answerable(findings), 'check-again', 'not-billable'],
});

/** The clinic's work when what it registered breaks an edit, though the codes may be right. */
export const describeRegistrationEdits = (findings: readonly EditFinding[]): TaskDraft => {
  const own = findings.filter(({ desk }) => desk === 'clinic');
  return {
    kind: 'registration-edits',
    owner: 'front-desk',
    title: 'The registration of a visit needs a correction',
    reasons: reasonsOf(own, 'clinic'),
    advice:
      'Correct encounter.json and upload it again: the visit is checked again by itself, and billed. Where the file is right and the practice’s own list is not, have that corrected and check again here.',
    actions: ['check-again', ...answerable(own), 'not-billable'],
  };
};

const lackingRecords = {
  title: 'The practice’s records lack something for a claim',
  advice:
    'Add what is missing to the practice’s records, then check the visit again here: it is billed by itself once nothing is missing.',
};

const heldByRules = {
  title: 'A rule of the practice holds a visit',
  advice:
    'Do what the rule asks for and check the visit again here; answer a warning with the reason where the visit is right. A rule that should not hold it is mended in the practice’s rules first.',
};

/** The work when a visit is coded and registered rightly, and the practice's own records lack something for its claim. */
export const describePracticeRecords = (findings: readonly EditFinding[]): TaskDraft => {
  const stopping = findings.filter(stopsClaim);
  const owner = ownerOf(stopping);
  return {
    kind: 'practice-records',
    owner,
    ...(stopping.every(({ code }) => code.startsWith(rulePrefix)) ? heldByRules : lackingRecords),
    reasons: reasonsOf(findings, owner),
    actions: ['check-again', ...answerable(findings), 'not-billable'],
  };
};

/** Who keeps what is lacking; of several desks one that is no biller, who keeps prices alone. */
const ownerOf = (lacking: readonly EditFinding[]): TaskDraft['owner'] => {
  const [desk = 'biller'] = lacking.map((one) => one.desk).toSorted((one, other) => rank(one) - rank(other));
  return desk === 'clinic' ? 'front-desk' : desk;
};

const rank = (desk: EditFinding['desk']): number => (desk === 'biller' ? 1 : 0);

/** The warning when a payer may not pay for a provider who is not enrolled; the visit is billed all the same. */
export const describeNotEnrolled = (details: readonly string[]): TaskDraft => ({
  kind: 'practice-records',
  owner: 'credentialing',
  title: 'Services are billed of a provider who is not enrolled',
  reasons: details.map((text) => ({ code: 'identity-not-enrolled', text })),
  advice:
    'Enter the enrolment where there is one, or ask the payer for it. Claims go out all the same; the payer may deny them.',
  actions: ['dismiss'],
});
