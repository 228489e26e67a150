import type { Claim } from '../claim.ts';
import type { Encounter } from '../encounter.ts';
import type { Held, Payment } from '../ledger/payment.ts';
import type { HeldBatch } from '../outbox/held-batch.ts';
import type { Outbox, QueuedClaim } from '../outbox/outbox.ts';
import type { Task } from '../task.ts';
import { type Wait, waits } from '../wait.ts';

/** The executions that run, by ARN. */
export type Running = {
  readonly lifecycles: ReadonlySet<string>;
  readonly codings: ReadonlySet<string>;
};

/** All that is open of a practice, and everything by which it may go on. */
export type OpenRecords = {
  readonly claims: readonly Claim[];
  readonly encounters: readonly Encounter[];
  readonly tasks: readonly Task[];
  /** The ids of those of which somebody is still to be told, with a bell that will. */
  readonly tasksWithBell: ReadonlySet<string>;
  /** Those that `waitsOf` names and that are there. */
  readonly waits: ReadonlyMap<string, Wait>;
  readonly outboxes: readonly Outbox[];
  readonly queued: readonly QueuedClaim[];
  /** Batches that were refused together, each with its task, open or decided. */
  readonly held: readonly { readonly batch: HeldBatch; readonly task: Task | undefined }[];
  /** What is not posted and somebody has to see to, with what of it is held. */
  readonly payments: readonly { readonly payment: Payment; readonly held: readonly Held[] }[];
  readonly running: Running;
};

/** What a claim may be waiting for now, as its records stand; what waits in an outbox stands there. */
export const waitsOf = ({
  claimId,
  eligibilityChecks,
  submissions,
  remittances,
  followUps,
}: Claim): string[] => [
  waits.eligibility(claimId, eligibilityChecks),
  waits.acknowledgement(claimId, submissions.length),
  waits.remittance(claimId, submissions.length, remittances),
  waits.claimStatus(claimId, submissions.length, followUps),
];

/** The first part of an execution's name, by which what it drives is known however often it was started. */
export const stemOf = (arn: string): string => arn.split(':').at(-1)?.split('-')[0] ?? '';
