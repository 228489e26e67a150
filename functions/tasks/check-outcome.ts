import { purposeOf } from '../domain/appeals/preparation.ts';
import type { EncounterCodes } from '../domain/coding.ts';
import type { Finding } from '../domain/finding.ts';
import type { Task, TaskAction, TaskOutcome } from '../domain/task.ts';
import { Correction } from '../domain/tasks/correction.ts';
import { isNpi } from '../edi/npi.ts';

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
  'keep-record': {
    code: 'reason-missing',
    path: 'note',
    detail: `Say why the record is right, in at least ${leastReason} characters`,
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
  ...checkWriteOff(outcome),
  ...checkSent(task, outcome),
  ...checkOther(outcome),
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

const ruleFor = (outcome: Omit<TaskOutcome, 'at'>): Finding | undefined => {
  const { action, correction = {}, sent } = outcome;
  // A packet has its letter.
  if (action === 'appeal' && sent?.packet) return undefined;
  return action === 'resubmit' && Object.keys(correction).length === 0
    ? unchanged
    : noteRules[isWriteOff(outcome) ? 'write-off' : action];
};

/**
 * An appeal counts from the day on which it was sent; of what else is decided, waiting on and a correction may tell of
 * documents, and waiting on of a request to Medicare, which names its exception.
 */
const checkSent = (task: Task, { action, sent }: Omit<TaskOutcome, 'at'>): Finding[] => {
  const detail = againstSending(task, action, sent);
  return detail === undefined ? [] : [{ code: 'not-sent', path: 'sent', detail }];
};

const againstSending = (task: Task, action: TaskAction, sent: TaskOutcome['sent']): string | undefined => {
  if (sent === undefined) return action === 'appeal' ? 'Say how and when the appeal was sent' : undefined;
  const purpose = purposeOf(task);
  const goesWithClaim = action === 'resubmit' && purpose !== undefined && purpose !== 'exception';
  if (action !== 'appeal' && action !== 'keep-waiting' && !goesWithClaim)
    return 'The action sends nothing of its own';
  if (sent.way === 'partner' && action !== 'appeal' && sent.packet === undefined)
    return 'The partner takes a packet that was made on the page of the task: send the documents another way, or make it there';
  const asksException = action === 'keep-waiting' && purpose === 'exception';
  if (asksException !== (sent.exception !== undefined))
    return asksException
      ? 'Name the exception that is asked for'
      : 'Nothing of it is an exception of a limit';
  return sent.reportType !== undefined && !goesWithClaim
    ? 'Only what goes with a corrected claim is announced in it'
    : undefined;
};

/** Another payer is named by the one action that bills it. */
const checkOther = ({ action, otherPayer }: Omit<TaskOutcome, 'at'>): Finding[] =>
  (action === 'bill-other-payer') === (otherPayer !== undefined)
    ? []
    : [
        {
          code: 'payer-missing',
          path: 'otherPayer.payerId',
          detail: 'Say which payer is billed, and at which place',
        },
      ];

const isWriteOff = ({ action, parts = [] }: Omit<TaskOutcome, 'at'>): boolean =>
  action === 'write-off' || (action === 'decide-parts' && parts.some((one) => one.action === 'write-off'));

/** What is given up is counted by its reason; parts are decided by the one action that is about them. */
const checkWriteOff = (outcome: Omit<TaskOutcome, 'at'>): Finding[] => {
  const { action, parts = [], writeOffReason } = outcome;
  const uncoded = { code: 'reason-uncoded', path: 'writeOffReason', detail: 'Choose why it is written off' };
  const none = { code: 'empty', path: 'parts', detail: 'Write an amount beside at least one adjustment' };
  return [
    ...(isWriteOff(outcome) && writeOffReason === undefined ? [uncoded] : []),
    ...((action === 'decide-parts') === parts.length > 0 ? [] : [none]),
  ];
};

const checkNote = (outcome: Omit<TaskOutcome, 'at'>): Finding[] => {
  const { note } = outcome;
  const rule = ruleFor(outcome);
  return rule && note.trim().length < leastReason ? [rule] : [];
};

const ofCoders: readonly string[] = ['codes', 'support'];

const mayCorrect: Partial<Record<TaskAction, readonly string[]>> = {
  'confirm-codes': ofCoders,
  resubmit: Object.keys(Correction.shape).filter((field) => field !== 'support'),
};

const providers = [
  'renderingProvider',
  'referringProvider',
  'orderingProvider',
  'supervisingProvider',
  'serviceFacility',
] as const satisfies readonly (keyof Correction)[];

const checkNpis = (correction: Correction): Finding[] =>
  providers.flatMap((field) => {
    const npi = correction[field]?.npi;
    if (npi === undefined || isNpi(npi)) return [];
    const detail = 'A digit of this NPI is wrong: its check digit does not fit';
    return [{ code: 'npi-wrong', path: `correction.${field}.npi`, detail }];
  });

const checkCorrection = (action: TaskAction, correction: Correction): Finding[] => {
  const allowed: readonly string[] = mayCorrect[action] ?? [];
  const foreign = Object.keys(correction)
    .filter((field) => !allowed.includes(field))
    .map((field) => ({
      code: 'correction-unfit',
      path: `correction.${field}`,
      detail: 'The action does not correct this',
    }));
  return [...foreign, ...checkNpis(correction), ...checkCodes(action, correction.codes)];
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
