import type { Transmission } from '../../domain/ids.ts';
import {
  type FindQueued,
  Outbox,
  type QueueClaim,
  QueuedClaim,
  type StandingOutbox,
} from '../../domain/outbox/outbox.ts';
import type { PartnerFile } from '../../domain/partner-file.ts';
import { QueuedClaimEntity } from '../table.ts';
import { isConditionFailure, writeTransaction } from '../transaction.ts';
import { OutboxEntity, outboxLedger } from './outbox-table.ts';

/**
 * The outbox stands before its entry does: one without an outbox would be seen by nobody. A crash between them, or an
 * entry that was there already, counts one too many, and a file may go out before it is full.
 */
export const queueClaim: QueueClaim = async (queued, outbox) => {
  const { claimId, submissionNumber, outboxId, queuedAt } = queued;
  const { data } = await OutboxEntity.upsert({ outboxId, record: outbox })
    .add({ waiting: 1 })
    .go({ response: 'all_new' });
  try {
    await QueuedClaimEntity.create({ claimId, submissionNumber, outboxId, queuedAt, record: queued }).go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return undefined;
  }
  return data.waiting ?? 0;
};

export const findQueued: FindQueued = async ({ claimId, submissionNumber }) => {
  const { data } = await QueuedClaimEntity.get({ claimId, submissionNumber }).go({ consistent: true });
  return data ? { ...QueuedClaim.parse(data.record), taken: data.taken ?? false } : undefined;
};

/** Takes a transmission for a file; false where it waits no longer. Taken twice it is taken once. */
export const takeQueued = async ({ claimId, submissionNumber }: Transmission): Promise<boolean> => {
  try {
    await QueuedClaimEntity.patch({ claimId, submissionNumber }).set({ taken: true }).go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

export const removeQueued = async ({ claimId, submissionNumber }: Transmission): Promise<void> => {
  await QueuedClaimEntity.delete({ claimId, submissionNumber }).go();
};

/** What waits in an outbox, the oldest first; what was removed a moment ago may still be among it. */
export const waitingIn = async (outboxId: string, limit: number): Promise<QueuedClaim[]> => {
  const { data } = await QueuedClaimEntity.query.byOutbox({ outboxId }).go({ count: limit });
  return data.map(({ record }) => QueuedClaim.parse(record));
};

export const findOutbox = async (outboxId: string): Promise<StandingOutbox | undefined> => {
  const { data } = await OutboxEntity.get({ outboxId }).go({ consistent: true });
  if (!data) return undefined;
  const { record, begun = 0, openFile } = data;
  return { ...Outbox.parse(record), begun, openFile };
};

export const listOutboxes = async (): Promise<Outbox[]> => {
  const { data } = await OutboxEntity.query.all({}).go({ pages: 'all' });
  return data.map(({ record }) => Outbox.parse(record));
};

/** Adds the file's record and notes that it is begun; false when another was begun since the outbox was read. */
export const beginFile = (
  { outboxId, begun }: StandingOutbox,
  file: PartnerFile,
  claims: number,
): Promise<boolean> => {
  const { partnerId, direction, fileId, at } = file;
  return writeTransaction(() =>
    outboxLedger.transaction
      .write(({ outbox, partnerFile }) => [
        partnerFile.create({ partnerId, direction, fileId, at, record: file }).commit(),
        outbox
          .patch({ outboxId })
          .set({ openFile: fileId, begun: begun + 1 })
          .add({ waiting: -claims })
          .where(({ begun: stored }, { eq, notExists }) =>
            begun === 0 ? notExists(stored) : eq(stored, begun),
          )
          .commit(),
      ])
      .go(),
  );
};

/** Notes that a file is finished, if it is the one that was begun. */
export const endFile = async ({ outboxId }: Outbox, fileId: string): Promise<void> => {
  try {
    await OutboxEntity.patch({ outboxId })
      .remove(['openFile'])
      .where(({ openFile }, { eq }) => eq(openFile, fileId))
      .go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};
