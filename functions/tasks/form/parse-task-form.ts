import { isDeepStrictEqual } from 'node:util';
import { checkInput } from '../../domain/check-input.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { type Correction, type Task, TaskAction, TaskOutcome } from '../../domain/task.ts';
import { checkOutcome } from '../check-outcome.ts';
import type { TaskCase } from '../task-case.ts';
import { parseCodes } from './parse-codes.ts';
import { parseCodingForm } from './parse-coding-form.ts';
import { currentCodes, prefillForm, type SentForm, type TaskForm } from './task-form.ts';

/** Who decides, and when. */
export type Decider = Readonly<Pick<TaskOutcome, 'by' | 'at'>>;

/** The decision that a form states, or what is wrong in it, each finding under the name of its field. */
export const parseTaskForm = (
  { action, form }: SentForm,
  subject: { readonly task: Task; readonly taskCase: TaskCase },
  decider: Decider,
): Checked<TaskOutcome> => {
  const known = TaskAction.safeParse(action);
  if (!known.success)
    return refused([{ code: 'action-unknown', path: 'action', detail: 'Choose an action' }]);
  const codes = readCodes(known.data, form, subject.taskCase);
  if (!codes.success) return codes;
  const correction = { ...changedFields(known.data, form, subject.taskCase), ...codes.data };
  const outcome = checkInput(TaskOutcome, {
    ...decider,
    action: known.data,
    note: form.note.trim(),
    ...(Object.keys(correction).length > 0 && { correction }),
  });
  if (!outcome.success) return refused(outcome.findings.map(inFormWords));
  const findings = checkOutcome(subject.task, outcome.data);
  return findings.length > 0 ? refused(findings.map(atField)) : { success: true, data: outcome.data };
};

const refused = (findings: readonly Finding[]): Checked<never> => ({ success: false, findings });

const correctsCodes = (action: TaskAction): boolean => action === 'confirm-codes' || action === 'resubmit';

/**
 * Codes as stated; on a resubmission only when they differ from the claim's, since only what is named changes. A
 * form may leave them out altogether, where the task is not about them.
 */
const readCodes = (
  action: TaskAction,
  form: TaskForm,
  taskCase: TaskCase,
): Checked<Pick<Correction, 'codes' | 'support'>> => {
  const absent = form.diagnoses.trim() === '' && form.services.length === 0;
  if (action === 'confirm-codes' && absent) return readDecisions(form, taskCase);
  if (!correctsCodes(action) || (action === 'resubmit' && absent)) return { success: true, data: {} };
  const parsed = parseCodes(form);
  if (!parsed.success) return parsed;
  const same = action === 'resubmit' && isDeepStrictEqual(parsed.data, currentCodes(taskCase));
  return { success: true, data: same ? {} : { codes: parsed.data } };
};

/** The coder's decisions on the suggestions and the codes added to them. */
const readDecisions = (
  { coding }: TaskForm,
  { encounter, note }: TaskCase,
): Checked<Pick<Correction, 'codes' | 'support'>> => {
  const decided = parseCodingForm(coding, { suggestions: encounter?.suggestions ?? [], note });
  if (!decided.success) return decided;
  const { codes, support } = decided.data;
  return { success: true, data: { codes, ...(support.length > 0 && { support: [...support] }) } };
};

const simpleFields = ['memberId', 'patientLastName', 'patientFirstName', 'priorAuthorization'] as const;

const changedFields = (action: TaskAction, form: TaskForm, taskCase: TaskCase): Correction => {
  if (action !== 'resubmit') return {};
  const before = prefillForm(taskCase);
  const changed = simpleFields
    .map((field) => [field, form[field].trim()] as const)
    .filter(([field, value]) => value !== '' && value !== before[field]);
  return { ...Object.fromEntries(changed), ...changedReferrer(form, before) };
};

const changedReferrer = (form: TaskForm, before: TaskForm): Correction => {
  const [npi, lastName, firstName] = referrerOf(form);
  const isChanged = !isDeepStrictEqual(referrerOf(form), referrerOf(before));
  const isNamed = Boolean(npi || lastName || firstName);
  return isChanged && isNamed ? { referringProvider: { npi, lastName, firstName } } : {};
};

const referrerOf = (form: TaskForm): [string, string, string] => [
  form.referringNpi.trim(),
  form.referringLastName.trim(),
  form.referringFirstName.trim(),
];

/** Where a field of the decision stands in the form. */
const formFields: Record<string, string> = {
  'correction.memberId': 'memberId',
  'correction.patientLastName': 'patientLastName',
  'correction.patientFirstName': 'patientFirstName',
  'correction.priorAuthorization': 'priorAuthorization',
  'correction.referringProvider.npi': 'referringNpi',
  'correction.referringProvider.lastName': 'referringLastName',
  'correction.referringProvider.firstName': 'referringFirstName',
  'correction.codes': 'diagnoses',
};

const atField = (finding: Finding): Finding => ({
  ...finding,
  path:
    formFields[finding.path] ??
    finding.path.replace(/^correction\.codes\./, '').replace(/diagnosisPointers$/, 'pointers'),
});

const details: Record<string, string> = {
  memberId: 'A member id has 2 to 80 characters',
  patientLastName: 'A last name has at most 60 characters',
  patientFirstName: 'A first name has at most 35 characters',
  priorAuthorization: 'An authorization number has at most 50 characters',
  referringNpi: 'An NPI has ten digits',
  referringLastName: 'The referring provider needs a last name of at most 60 characters',
  referringFirstName: 'The referring provider needs a first name of at most 35 characters',
  note: 'At most 2,000 characters',
};

const inFormWords = (finding: Finding): Finding => {
  const at = atField(finding);
  return { ...at, detail: details[at.path] ?? at.detail };
};
