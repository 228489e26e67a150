import { stepActor } from '../domain/actor.ts';
import type { AgedAccount } from '../domain/ledger/provider-level/account-age.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { describeAccount } from './describe-account.ts';
import { type LedgerEffects, type LedgerPractice, readLedger } from './read-ledger.ts';

export type ReviewEffects = LedgerEffects & {
  readonly listPractices: () => Promise<readonly LedgerPractice[]>;
  readonly tasksByStatus: (practiceId: string, status: 'open') => Promise<readonly Task[]>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly taskId: string },
  ) => Promise<unknown>;
  /** Closes the task if it is open; false when somebody closed it before. */
  readonly closeTask: (task: Task, outcome: TaskOutcome) => Promise<boolean>;
  readonly now: () => Date;
  readonly reviewed: (counts: Reviewed) => void;
};

/** How many accounts a person is asked about, and how many tasks were closed because nothing is left to do. */
export type Reviewed = { readonly overdue: number; readonly settled: number };

/**
 * Asks a biller about every account that payers leave open too long, once each, and takes back what was asked about
 * accounts that are settled since.
 */
export const reviewAccounts = async (effects: ReviewEffects): Promise<Reviewed> => {
  const counts = { overdue: 0, settled: 0 };
  for (const practice of await effects.listPractices()) {
    const { accounts } = await readLedger(practice, effects.now(), effects);
    const overdue = accounts.filter(isForPerson);
    for (const account of overdue)
      await effects.raiseTask(describeAccount(account), {
        practiceId: practice.practiceId,
        taskId: taskIdOf(account),
      });
    counts.overdue += overdue.length;
    counts.settled += await closeSettled(practice.practiceId, overdue, effects);
  }
  effects.reviewed(counts);
  return counts;
};

/** Posting asks at once about what was taken without an announcement, and about unknown reasons. */
const isForPerson = ({ kind, age, collectedBesides }: AgedAccount): boolean =>
  collectedBesides !== undefined || (age.isOverdue && kind !== 'takeback' && kind !== 'unknown');

/** Numbered by what was done about the account: what moved since, and stays open again, is asked about again. */
const taskIdOf = ({ accountId, decisions, settlements }: AgedAccount): string =>
  `account-${accountId}-${decisions.length}-${settlements.length}`;

const closeSettled = async (
  practiceId: string,
  overdue: readonly AgedAccount[],
  { tasksByStatus, closeTask, now }: ReviewEffects,
): Promise<number> => {
  const asked = new Set(overdue.map(taskIdOf));
  const open = await tasksByStatus(practiceId, 'open');
  const settled = open.filter(({ kind, taskId }) => kind === 'open-account' && !asked.has(taskId));
  for (const task of settled)
    await closeTask(task, {
      action: 'dismiss',
      by: stepActor('review-accounts'),
      at: now().toISOString(),
      note: 'Nothing of the account is overdue any more',
    });
  return settled.length;
};
