import type { Claim } from '../domain/claim.ts';
import type { ChangeClaim } from '../domain/claim-change.ts';
import type { Transmission } from '../domain/ids.ts';
import type { FindQueued, Outbox, QueuedClaim, StandingOutbox } from '../domain/outbox/outbox.ts';
import type { PartnerFile } from '../domain/partner-file.ts';
import type { AnswerWait } from '../domain/wait.ts';

/** What sending a batch does to the world. Each of it may be done again, and none of it undoes another's. */
export type BatchEffects = {
  readonly findOutbox: (outboxId: string) => Promise<StandingOutbox | undefined>;
  /** The transmissions that wait, the oldest first; one that was removed may still be among them. */
  readonly waitingIn: (outboxId: string, limit: number) => Promise<readonly QueuedClaim[]>;
  readonly findQueued: FindQueued;
  /** Takes a transmission for a file, which nobody takes back then; false where it waits no longer. */
  readonly takeQueued: (transmission: Transmission) => Promise<boolean>;
  readonly removeQueued: (transmission: Transmission) => Promise<void>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly changeClaim: ChangeClaim;
  readonly answerWait: AnswerWait;
  /** Takes a block of so many control numbers of a partner, which nobody gets again; returns the first. */
  readonly leaseNumbers: (partnerId: string, count: number) => Promise<number>;
  /** Adds the record of a file and notes that it is begun; false when another was begun since the outbox was read. */
  readonly beginFile: (outbox: StandingOutbox, file: PartnerFile, claims: number) => Promise<boolean>;
  readonly findFile: (partnerId: string, fileId: string) => Promise<PartnerFile | undefined>;
  /** Writes the text of a file under its key, once, and returns what stands there. */
  readonly writeOnce: (file: PartnerFile, text: string) => Promise<string>;
  readonly readWritten: (key: string) => Promise<string | undefined>;
  /** Notes that a file is finished, if it is the one that was begun. */
  readonly endFile: (outbox: Outbox, fileId: string) => Promise<void>;
};
