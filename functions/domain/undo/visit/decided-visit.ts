import type { Encounter } from '../../encounter.ts';
import type { Task } from '../../task.ts';
import { isTextCurrent } from '../../visit/documents.ts';

/** What the steps behind a decision write: always kept, for they come after it. */
const behind: readonly (keyof Encounter)[] = ['status', 'findings', 'ruled', 'notBillable', 'beforeDecision'];

/**
 * What a decision about a visit changes, with what it changes kept as it was, so that it can be taken back; undefined
 * where it is in the visit already. What a step of ours decides is taken back by nobody: it read the visit anew, or
 * checked it again beneath what people decided before.
 */
export const withBefore = (
  before: Encounter,
  { taskId, outcome }: Pick<Task, 'taskId' | 'outcome'>,
  patch: Partial<Encounter> | undefined,
): Partial<Encounter> | undefined => {
  if (!patch || before.beforeDecision?.taskId === taskId) return undefined;
  const isAsked = before.asksAgain?.taskId === taskId || outcome?.action === 'start-over';
  const answered = { ...patch, ...(before.asksAgain && isAsked && { asksAgain: undefined }) };
  if (outcome?.by.kind === 'step')
    return outcome.action === 'start-over' ? { ...answered, beforeDecision: undefined } : answered;
  const fields: Readonly<Record<string, unknown>> = before;
  const names = new Set([...Object.keys(patch), ...behind]);
  const was = Object.fromEntries([...names].map((name) => [name, fields[name] ?? null]));
  return { ...answered, beforeDecision: { taskId, was } };
};

/**
 * Whether nothing of the visit is to be read, suggested or accepted, on the way to a task that asks again about what was
 * coded, or where a workflow that starts again finds it coded: what a person confirmed is not asked again, nor taken the
 * place of. Documents that came since are read first.
 */
export const isBeyondCodes = (encounter: Encounter): boolean => {
  const { asksAgain, status, codes } = encounter;
  const isBeyond = asksAgain ? asksAgain.kind !== 'coding' : status === 'coded' && codes !== undefined;
  return isBeyond && isTextCurrent(encounter);
};
