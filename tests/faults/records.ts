import { type TrialPayments, trialPayments } from '../../cli/remittance/trial-payments.ts';
import type { Claim, ClaimEvent } from '../../functions/domain/claim.ts';
import type { Bell } from '../../functions/domain/follow-up/bell.ts';
import type { FoundSent } from '../../functions/domain/outbox/found-sent.ts';
import type { HeldBatch } from '../../functions/domain/outbox/held-batch.ts';
import type { QueuedClaim, StandingOutbox } from '../../functions/domain/outbox/outbox.ts';
import type { PartnerFile } from '../../functions/domain/partner-file.ts';
import type { Recovery } from '../../functions/domain/posting.ts';
import type { Restarts } from '../../functions/domain/restarts/restarts.ts';
import type { Sweep } from '../../functions/domain/restarts/sweep.ts';
import type { Task } from '../../functions/domain/task.ts';
import type { Wait } from '../../functions/domain/wait.ts';

/** All that is kept of a practice, in memory. */
export type Records = {
  readonly claims: Map<string, Claim>;
  readonly events: (Omit<ClaimEvent, 'at'> & { readonly claimId: string })[];
  readonly tasks: Map<string, Task>;
  readonly waits: Map<string, Wait>;
  /** By partner, direction and id. */
  readonly files: Map<string, PartnerFile>;
  /** By key of the exchange bucket. */
  readonly objects: Map<string, string>;
  /** What is said beside an object of ours, by its key. */
  readonly facts: Map<string, Readonly<Record<string, string>>>;
  /** Numbers that are spent, by partner; kept where objects are. */
  readonly spent: Set<string>;
  /** Transmissions that were found in files before their claims were known. */
  readonly found: Map<string, FoundSent>;
  readonly outboxes: Map<string, StandingOutbox & { readonly waiting: number }>;
  readonly queued: Map<string, QueuedClaim & { readonly taken?: boolean }>;
  readonly held: Map<string, HeldBatch>;
  readonly numbers: Map<string, number>;
  readonly recoveries: Map<string, Recovery>;
  readonly payments: TrialPayments;
  readonly restarts: Map<string, Restarts>;
  readonly sweeps: Map<string, Sweep>;
  /** What the index of bells had when it was last read, by kind. */
  readonly bellsSeen: Map<Bell['kind'], readonly Bell[]>;
  readonly mails: string[];
};

export const openRecords = (claims: readonly Claim[]): Records => ({
  claims: new Map(claims.map((claim) => [claim.claimId, claim])),
  events: [],
  tasks: new Map(),
  waits: new Map(),
  files: new Map(),
  objects: new Map(),
  facts: new Map(),
  spent: new Set(),
  found: new Map(),
  outboxes: new Map(),
  queued: new Map(),
  held: new Map(),
  numbers: new Map(),
  recoveries: new Map(),
  payments: trialPayments(async () => 'maple-street'),
  restarts: new Map(),
  sweeps: new Map(),
  bellsSeen: new Map(),
  mails: [],
});
