import { stepActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ComparedLine, compareAllowed, variancesOf } from '../domain/contract/compare-allowed.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Payer } from '../domain/payer.ts';
import { decidedAbout } from '../domain/position.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { describeUnderpayment } from './describe-underpayment.ts';

export type FollowAllowedEffects = {
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'underpayment'>>;
  readonly findPayer: (practiceId: string, payerId: string) => Promise<Payer | undefined>;
  readonly tasksOfClaim: (claimId: string) => Promise<readonly Task[]>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: {
      readonly practiceId: string;
      readonly taskId: string;
      readonly claimId: string;
      readonly encounterId: string;
    },
  ) => Promise<unknown>;
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<boolean>;
};

/**
 * Asks a biller about what a payer allowed less than its contract, once for the decisions that say so; what was asked
 * about decisions that stand no more is taken back. Asked again it is the same task, also after somebody closed it.
 */
export const followAllowed = async (
  claim: Claim,
  now: Date,
  effects: FollowAllowedEffects,
): Promise<void> => {
  if (claim.expected === undefined) return;
  const comparison = compareAllowed(claim);
  // Most claims are paid as their contract says, once: nothing was asked of them, and nothing is read.
  const isShort = comparison?.lines.some(({ difference }) => difference < 0) ?? false;
  if (!isShort && claim.adjudications.length + claim.takebacks.length <= 1) return;
  const { practiceId, claimId, encounterId } = claim;
  const payer = await effects.findPayer(practiceId, claim.payerId);
  if (payer === undefined) return;
  const { underpayment } = await effects.getPractice(practiceId);
  const { under } = variancesOf(comparison, underpayment);
  const taskId = taskIdOf(claim, under);
  await withdrawOthers(claim, under.length > 0 ? taskId : undefined, now, effects);
  if (under.length > 0)
    await effects.raiseTask(describeUnderpayment(claim, under, payer), {
      ...{ practiceId, taskId, claimId, encounterId },
    });
};

/** Other decisions, or other figures of them, are another question. */
const taskIdOf = (claim: Claim, under: readonly ComparedLine[]): string => {
  const figures = under.map(({ lineNumber = 0, expected, allowed, explained }) => [
    ...[lineNumber, expected, allowed, explained],
  ]);
  return `underpayment-${claim.claimId}-${shortDigest(JSON.stringify([decidedAbout(claim).toSorted(), figures]))}`;
};

const withdrawOthers = async (
  { claimId }: Claim,
  standing: string | undefined,
  now: Date,
  { tasksOfClaim, closeTask }: FollowAllowedEffects,
): Promise<void> => {
  const open = (await tasksOfClaim(claimId)).filter(
    ({ kind, status, taskId }) => kind === 'underpayment' && status === 'open' && taskId !== standing,
  );
  for (const task of open)
    await closeTask(task, {
      action: 'dismiss',
      by: stepActor('post-payment-part'),
      at: now.toISOString(),
      note: standing
        ? 'The payer decided otherwise since: another task has its figures'
        : 'The payer decided otherwise since, and nothing is short of the contract any more',
    });
};
