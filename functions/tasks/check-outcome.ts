import type { EncounterCodes } from '../domain/coding.ts';
import type { Finding } from '../domain/finding.ts';
import type { Correction, Task, TaskAction, TaskOutcome } from '../domain/task.ts';

/** A reason that somebody can follow later takes more than a word. */
const leastReason = 10;

/** What must be said with an action, because the payer reads it or the books have to explain it. */
const noteRules: Partial<Record<TaskAction, Finding>> = {
  'write-off': {
    code: 'reason-missing',
    path: 'note',
    detail: `Say why the amount is written off, in at least ${leastReason} characters`,
  },
  'not-billable': {
    code: 'reason-missing',
    path: 'note',
    detail: `Say why nothing of the visit is billed, in at least ${leastReason} characters`,
  },
  'bill-as-is': {
    code: 'reason-missing',
    path: 'note',
    detail: `Say why the visit is right as it is, in at least ${leastReason} characters`,
  },
  appeal: {
    code: 'letter-missing',
    path: 'note',
    detail: `Write the letter to the payer, at least ${leastReason} characters`,
  },
};

/** What a decision lacks or has too much of; the corrections that an action can carry out are its own only. */
export const checkOutcome = (task: Task, outcome: Omit<TaskOutcome, 'at'>): Finding[] => [
  ...checkAction(task, outcome.action),
  ...checkNote(outcome),
  ...checkCorrection(outcome.action, outcome.correction ?? {}),
];

const checkAction = (task: Task, action: TaskAction): Finding[] =>
  task.actions.includes(action)
    ? []
    : [{ code: 'action-unknown', path: 'action', detail: 'This task does not offer the action' }];

/** The same claim again is a duplicate unless there is a reason to send it. */
const unchanged: Finding = {
  code: 'nothing-changed',
  path: 'note',
  detail: `Nothing in the claim is changed: change it, or say why the same goes out again, in at least ${leastReason} characters`,
};

const ruleFor = ({ action, correction = {} }: Omit<TaskOutcome, 'at'>): Finding | undefined =>
  action === 'resubmit' && Object.keys(correction).length === 0 ? unchanged : noteRules[action];

const checkNote = (outcome: Omit<TaskOutcome, 'at'>): Finding[] => {
  const { note } = outcome;
  const rule = ruleFor(outcome);
  return rule && note.trim().length < leastReason ? [rule] : [];
};

const mayCorrect: Partial<Record<TaskAction, readonly (keyof Correction)[]>> = {
  'confirm-codes': ['codes', 'support'],
  resubmit: [
    'memberId',
    'patientLastName',
    'patientFirstName',
    'priorAuthorization',
    'referringProvider',
    'codes',
  ],
};

const checkCorrection = (action: TaskAction, correction: Correction): Finding[] => {
  const allowed: readonly string[] = mayCorrect[action] ?? [];
  const foreign = Object.keys(correction)
    .filter((field) => !allowed.includes(field))
    .map((field) => ({
      code: 'correction-unfit',
      path: `correction.${field}`,
      detail: 'The action does not correct this',
    }));
  return [...foreign, ...checkCodes(action, correction.codes)];
};

const checkCodes = (action: TaskAction, codes: EncounterCodes | undefined): Finding[] => {
  if (codes) return checkPointers(codes);
  const missing = { code: 'codes-missing', path: 'correction.codes', detail: 'Name the codes to confirm' };
  return action === 'confirm-codes' ? [missing] : [];
};

const checkPointers = ({ diagnoses, services }: EncounterCodes): Finding[] =>
  services.flatMap(({ diagnosisPointers }, index) =>
    diagnosisPointers.some((pointer) => pointer > diagnoses.length)
      ? [
          {
            code: 'pointer-beyond-diagnoses',
            path: `correction.codes.services.${index}.diagnosisPointers`,
            detail: `A pointer names no diagnosis: there are ${diagnoses.length}`,
          },
        ]
      : [],
  );
