import type { TaskRouting } from './denials/routing-rule.ts';
import type { RecordMending } from './patients/record-mending.ts';
import type { Desk } from './practice.ts';
import type { TaskAction, TaskKind, TaskOutcome, TaskReason } from './task.ts';
import type { ActionLimit } from './tasks/action-limit.ts';
import type { OtherPayer } from './tasks/other-payer.ts';
import type { TaskShare } from './tasks/share.ts';

/**
 * A task before it has an owner’s mailbox, a link and a bell: what an area knows about the work to do. The lifecycle
 * of a claim takes drafts of `ClaimAction` only, for it goes on with the action.
 */
export type TaskDraft<A extends TaskAction = TaskAction> = {
  readonly kind: TaskKind;
  readonly owner: Desk;
  readonly title: string;
  readonly reasons: readonly TaskReason[];
  readonly advice: string;
  readonly actions: readonly [A, ...A[]];
  /** The payer's limits that run for what is offered; the practice's own days for the desk may end sooner. */
  readonly limits?: readonly ActionLimit[];
  /** What of the claim the question stands on (`basisOf`). */
  readonly basis?: string;
  /** Of a denial: the tables and rules that sent it where it goes. */
  readonly routing?: TaskRouting;
  /** The payment of which something is not posted: once nothing is, the task is over. */
  readonly paymentId?: string;
  /** Of a claim of which several desks have parts: its own, and what the others have. */
  readonly share?: TaskShare;
  readonly awaitedAs?: string;
  /** A correction that waits for the other desks again. */
  readonly kept?: TaskOutcome;
  /** The payer that is likely owed the claim: filled in where another payer is named. */
  readonly suggestedPayer?: OtherPayer;
  /** Of a proposal to mend a patient's record. */
  readonly mending?: RecordMending;
};
