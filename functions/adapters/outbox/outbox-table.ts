import { Entity, Service } from 'electrodb';
import {
  configuration,
  index,
  numbered,
  PartnerFileEntity,
  primary,
  record,
  service,
  text,
} from '../table.ts';

/** Outboxes, by id and, in one small partition, all of them. What is counted stands beside the record. */
export const OutboxEntity = new Entity(
  {
    model: { entity: 'outbox', version: '1', service },
    attributes: {
      outboxId: text,
      record,
      // No defaults: they would be set and counted up in one expression, which DynamoDB refuses.
      waiting: { type: 'number' },
      begun: { type: 'number' },
      openFile: { type: 'string' },
    },
    indexes: { primary: primary(['outboxId'], []), all: index('gsi1', [], ['outboxId']) },
  },
  configuration,
);

/** Batches that wait for a biller's decision: few at any time. */
export const HeldBatchEntity = new Entity(
  {
    model: { entity: 'heldBatch', version: '1', service },
    attributes: { heldId: text, record },
    indexes: { primary: primary([], ['heldId']) },
  },
  configuration,
);

/** Transmissions that stand in files and whose claims are not known yet: few, and none at most times. */
export const FoundSentEntity = new Entity(
  {
    model: { entity: 'foundSent', version: '1', service },
    attributes: { claimId: text, submissionNumber: numbered, record },
    indexes: { primary: primary([], ['claimId', 'submissionNumber']) },
  },
  configuration,
);

/** A file is begun in one transaction: its record, and that the outbox has a file that is not finished. */
export const outboxLedger = new Service(
  { outbox: OutboxEntity, partnerFile: PartnerFileEntity },
  configuration,
);
