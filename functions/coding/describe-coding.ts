import type { TaskAction, TaskReason } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { type EditFinding, mayOverride, stopsClaim } from '../domain/visit/edit-finding.ts';

/** The coder's work when the note does not support every code with the confidence that the practice asks for. */
export const describeCoding = (questions: readonly string[]): TaskDraft => ({
  kind: 'coding',
  owner: 'coder',
  title: 'A visit needs a coder',
  reasons: questions.map((text) => ({ code: 'question', text })),
  advice:
    'Read the note, confirm or replace the suggested codes, and leave out what the note does not support.',
  actions: ['confirm-codes', 'not-billable'],
});

/** What the edits say, each with its rule; what stops a claim before what is only told. */
const reasonsOf = (findings: readonly EditFinding[]): TaskReason[] =>
  findings
    .toSorted((one, other) => weight[one.severity] - weight[other.severity])
    .map(({ code, path, detail, source, severity }) => ({
      code: `${code} ${path}`,
      text: [severity === 'block' ? '' : `${inWords[severity]}: `, detail, source && ` (${source})`].join(''),
    }));

const weight = { block: 0, warn: 1, info: 2 } as const;
const inWords = { warn: 'Warning', info: 'To know' } as const;

/** What stops a visit may be answered with a reason where all of it is warnings. */
const answerable = (findings: readonly EditFinding[]): readonly TaskAction[] =>
  mayOverride(findings) ? ['bill-as-is'] : [];

/** Whoever can mend what stops the visit; a coder before others, for codes change what else is found. */
const ownerOf = (findings: readonly EditFinding[]): TaskDraft['owner'] => {
  const desks = findings.filter(stopsClaim).map(({ desk }) => (desk === 'clinic' ? 'front-desk' : desk));
  return desks.includes('coder') ? 'coder' : (desks[0] ?? 'coder');
};

/** The work when a visit breaks an edit: of the coder, or of the desk that owns the contract, the price or the list. */
export const describeEdits = (findings: readonly EditFinding[]): TaskDraft => {
  const owner = ownerOf(findings);
  return {
    kind: 'encounter-edits',
    owner,
    title: owner === 'coder' ? 'The codes of a visit break an edit' : 'A visit breaks an edit',
    reasons: reasonsOf(findings),
    advice:
      owner === 'coder'
        ? 'Correct the codes as the note documents them; ask the practice’s administrator for missing charges or providers.'
        : 'Mend the record that each line names, and check the visit again here; its codes may stay.',
    actions: inOrder(owner, answerable(findings)),
  };
};

const inOrder = (owner: TaskDraft['owner'], answers: readonly TaskAction[]): TaskDraft['actions'] =>
  owner === 'coder'
    ? ['confirm-codes', ...answers, 'check-again', 'not-billable']
    : ['check-again', ...answers, 'confirm-codes', 'not-billable'];

/** The clinic's work when what it registered breaks an edit, though the codes may be right. */
export const describeRegistrationEdits = (findings: readonly EditFinding[]): TaskDraft => {
  const own = findings.filter(({ desk }) => desk === 'clinic');
  return {
    kind: 'registration-edits',
    owner: 'front-desk',
    title: 'The registration of a visit needs a correction',
    reasons: reasonsOf(own),
    advice:
      'Correct encounter.json and upload it again: the visit is checked again by itself, and billed. Where the file is right and the practice’s own list is not, have that corrected and check again here.',
    actions: ['check-again', ...answerable(own), 'not-billable'],
  };
};
