import { isBusinessDay } from '../domain/calendar/business-days.ts';
import { dateIn } from '../domain/calendar/time-zone.ts';
import { addDays } from '../domain/calendar.ts';
import { shortDigest } from '../domain/digest.ts';
import {
  loadReconciliation,
  type ReconciliationRecords,
} from '../domain/ledger/deposits/load-reconciliation.ts';
import type { Practice } from '../domain/practice.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { describeOverdue, type Overdue } from './describe-deposits.ts';

export type CheckDepositsEffects = ReconciliationRecords & {
  readonly listPractices: () => Promise<readonly Pick<Practice, 'practiceId' | 'timeZone'>[]>;
  readonly tasksByStatus: (practiceId: string, status: Task['status']) => Promise<readonly Task[]>;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: { readonly practiceId: string; readonly taskId: string },
  ) => Promise<unknown>;
  readonly now: () => Date;
};

/** How far back it is looked: what is older was told of on every day since. */
const lookBackDays = 365;

/**
 * Asks a biller of each practice, once on a business day, about what stands alone for four business days or longer. A
 * practice without any deposit takes none in, and is not asked; nor is one that has yesterday's question still open.
 */
export const checkDeposits = async (effects: CheckDepositsEffects): Promise<{ readonly asked: number }> => {
  let asked = 0;
  for (const practice of await effects.listPractices()) {
    const today = dateIn(practice.timeZone, effects.now());
    if (!isBusinessDay(today, 'bank')) continue;
    const overdue = await overdueOf(practice.practiceId, today, effects);
    if (overdue === undefined || (await isAsked(practice.practiceId, effects))) continue;
    const taskId = taskIdOn(practice.practiceId, today);
    await effects.raiseTask(describeOverdue(overdue), { practiceId: practice.practiceId, taskId });
    asked += 1;
  }
  return { asked };
};

const ending = '-deposits';

const taskIdOn = (practiceId: string, today: string): string =>
  `${shortDigest(`${practiceId}/${today}`)}${ending}`;

const isAsked = async (practiceId: string, { tasksByStatus }: CheckDepositsEffects): Promise<boolean> =>
  (await tasksByStatus(practiceId, 'open')).some(({ taskId }) => taskId.endsWith(ending));

const overdueOf = async (
  practiceId: string,
  today: string,
  effects: CheckDepositsEffects,
): Promise<Overdue | undefined> => {
  const days = { from: addDays(today, -lookBackDays), to: today };
  const { ties, differences, depositsAlone, paymentsAlone } = await loadReconciliation(
    practiceId,
    days,
    today,
    effects,
  );
  const takesDepositsIn = depositsAlone.length + ties.length + differences.length > 0;
  const overdue = {
    payments: paymentsAlone.filter(({ isOverdue }) => isOverdue).length,
    deposits: depositsAlone.filter(({ isOverdue }) => isOverdue).length,
    differences: differences.filter(({ isOverdue }) => isOverdue).length,
  };
  return takesDepositsIn && Object.values(overdue).some((count) => count > 0) ? overdue : undefined;
};
