import { isDeepStrictEqual } from 'node:util';
import { checkInput } from '../../domain/check-input.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import { type Task, TaskAction, TaskOutcome } from '../../domain/task.ts';
import type { Correction } from '../../domain/tasks/correction.ts';
import { partsOfTask } from '../../domain/tasks/open-parts.ts';
import { checkOutcome } from '../check-outcome.ts';
import type { TaskCase } from '../task-case.ts';
import { fieldOfCorrection, readCorrection } from './correction-form.ts';
import { atOtherPayerField, otherPayerOf } from './other-payer-form.ts';
import { parseCodes } from './parse-codes.ts';
import { parseCodingForm } from './parse-coding-form.ts';
import { readParts } from './parts-form.ts';
import { readSent, sentNames } from './sent-form.ts';
import { currentCodes, type SentForm, type TaskForm } from './task-form.ts';

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
  const fields = readFields(known.data, form, subject.taskCase);
  if (!fields.success) return fields;
  const parts = readPartsOf(known.data, form, subject.taskCase);
  if (!parts.success) return parts;
  const sent = readSent({ action: known.data, sent: form.sent }, subject.taskCase, decider.at);
  if (!sent.success) return sent;
  const correction = { ...fields.data, ...codes.data };
  const outcome = checkInput(TaskOutcome, {
    ...decider,
    action: known.data,
    note: form.note.trim(),
    ...(Object.keys(correction).length > 0 && { correction }),
    ...parts.data,
    ...sent.data,
    ...(known.data === 'bill-other-payer' && { otherPayer: otherPayerOf(form.other) }),
    ...(writesOff(known.data) && form.writeOffReason !== '' && { writeOffReason: form.writeOffReason }),
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

const readFields = (
  action: TaskAction,
  { corrections }: TaskForm,
  { claim }: TaskCase,
): Checked<Correction> =>
  action === 'resubmit' ? readCorrection(corrections, claim) : { success: true, data: {} };

const writesOff = (action: TaskAction): boolean => action === 'write-off' || action === 'decide-parts';

const readPartsOf = (
  action: TaskAction,
  { parts }: TaskForm,
  { claim, share }: TaskCase,
): Checked<Pick<TaskOutcome, 'parts'>> => {
  if (action !== 'decide-parts') return { success: true, data: {} };
  const read = readParts(parts, claim ? partsOfTask(claim, share) : []);
  return read.success ? { success: true, data: { parts: read.data } } : read;
};

/** Where a finding on the decision stands in the form. */
export const atField = (finding: Finding): Finding => {
  const [root, ...rest] = finding.path.split('.');
  if (root === 'otherPayer') return atOtherPayerField(finding);
  if (root === 'sent') return { ...finding, path: sentNames.way };
  if (root !== 'correction') return finding;
  const [key] = rest;
  const path =
    key === 'codes'
      ? rest
          .slice(1)
          .join('.')
          .replace(/diagnosisPointers$/, 'pointers') || 'diagnoses'
      : (fieldOfCorrection(rest.join('.')) ?? rest.join('.'));
  return { ...finding, path };
};

const inFormWords = (finding: Finding): Finding => {
  const at = atField(finding);
  return at.path === 'note' ? { ...at, detail: 'At most 2,000 characters' } : at;
};
