import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { type AuditEntry, entriesOf, type WriteAudit } from '../../domain/audit/audit-entry.ts';
import { shortDigest } from '../../domain/digest.ts';
import { requiredEnv } from '../../runtime/environment.ts';
import { BillingError } from '../../runtime/errors.ts';
import { isConditionFailure } from '../transaction.ts';
import { auditEnv } from './audit.env.ts';
import { AuditEntryEntity } from './audit-table.ts';

const queues = new SQSClient({});

/**
 * Writes what a request did, and lets it be chained. Whoever answers waits for this; throws NotRecorded where it
 * cannot be written, and then nothing is shown.
 */
export const writeAudit: WriteAudit = async (audited, origin) => {
  try {
    for (const entry of entriesOf(audited, origin)) {
      await addEntry(entry);
      await announce(entry);
    }
  } catch (cause) {
    throw new BillingError('NotRecorded', 'Who asks could not be recorded: nothing is shown; try again', {
      cause,
    });
  }
};

/** The same entry may come again, by a retry of the client: its id says that it is the same. */
const addEntry = async (entry: AuditEntry): Promise<void> => {
  const { practiceId, entryId } = entry;
  try {
    await AuditEntryEntity.create({ practiceId, entryId, record: entry }).go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

const announce = async ({ practiceId, entryId }: AuditEntry): Promise<void> => {
  await queues.send(
    new SendMessageCommand({
      QueueUrl: requiredEnv(auditEnv.queueUrl),
      MessageBody: JSON.stringify({ practiceId, entryId }),
      // One writer for each practice.
      MessageGroupId: practiceId,
      MessageDeduplicationId: shortDigest(`${practiceId}/${entryId}`),
    }),
  );
};
