import type { Task } from '../domain/task.ts';
import { claimTaskKinds } from '../domain/tasks/basis.ts';
import { type BillOtherPayerEffects, billOtherPayer } from './bill-other-payer.ts';

export type BillKnownPayerEffects = BillOtherPayerEffects & {
  readonly tasksOfClaim: (claimId: string) => Promise<readonly Task[]>;
  readonly withdrawTask: (task: Task, note: string) => Promise<void>;
};

const kinds: readonly string[] = claimTaskKinds;

/**
 * Bills a payer that became known, by a decision for which no lifecycle waits: wherever the claim's own is, it looks anew.
 * What was asked about the claim before is withdrawn, and asked anew with the payer in its place.
 */
export const billKnownPayer = async (
  task: Task,
  now: Date,
  effects: BillKnownPayerEffects,
): Promise<void> => {
  const { claimId, practiceId, outcome } = task;
  if (task.kind !== 'known-coverage' || outcome?.action !== 'bill-other-payer' || !claimId) return;
  await billOtherPayer({ practiceId, claimId }, task, now, effects, { isAwaited: false });
  const asked = await effects.tasksOfClaim(claimId);
  for (const one of asked.filter(({ status, kind }) => status === 'open' && kinds.includes(kind)))
    await effects.withdrawTask(one, 'Another payer of the claim became known, and is billed.');
};
