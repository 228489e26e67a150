import type { CalendarDate } from './calendar.ts';
import type { Desk } from './practice.ts';
import type { TaskAction, TaskKind, TaskReason } from './task.ts';

/**
 * A task before it has an owner's mailbox, a link and a clock: what an area knows about the work to do. The lifecycle
 * of a claim takes drafts of `ClaimAction` only, for it goes on with the action.
 */
export type TaskDraft<A extends TaskAction = TaskAction> = {
  readonly kind: TaskKind;
  readonly owner: Desk;
  readonly title: string;
  readonly reasons: readonly TaskReason[];
  readonly advice: string;
  readonly actions: readonly [A, ...A[]];
  /** The last day of the payer's limit, if one runs; the practice's own days for the desk may end sooner. */
  readonly limit?: CalendarDate;
  /** The payment of which something is not posted: once nothing is, the task is over. */
  readonly paymentId?: string;
};
