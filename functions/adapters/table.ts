import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity, Service } from 'electrodb';
import { requiredEnv } from '../runtime/environment.ts';
import { tableEnv } from './table.env.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

export const configuration = { client, table: requiredEnv(tableEnv.tableName) };

export const service = 'claimwright';

/** The record itself; its shape is the zod schema of the store that reads and writes it. */
export const record = { type: 'any', required: true } as const;
export const text = { type: 'string', required: true } as const;
/** Empty rather than absent: the library refuses a write that knows only some of the names of an index. */
export const indexedText = { type: 'string', default: '' } as const;

/** In the order of its numbers, not of their digits. */
export const numbered = { type: 'number', required: true, padding: { length: 6, char: '0' } } as const;

/** Ids keep their case: the library would make one record of the visits "E1" and "e1". */
const casing = 'none' as const;

export const primary = <const P extends readonly string[], const S extends readonly string[]>(
  pk: P,
  sk: S,
) => ({
  pk: { field: 'pk', composite: pk, casing },
  sk: { field: 'sk', composite: sk, casing },
});

type IndexName = 'gsi1' | 'gsi2' | 'gsi3' | 'gsi4' | 'gsi5';

/** What has no name for an index's partition is not in that index: a note that came before its registration, say. */
export const index = <
  const N extends IndexName,
  const P extends readonly string[],
  const S extends readonly string[],
>(
  name: N,
  pk: P,
  sk: S,
) => ({
  index: name,
  pk: { field: `${name}pk`, composite: pk, casing },
  sk: { field: `${name}sk`, composite: sk, casing },
  condition: (item: Readonly<Record<string, unknown>>) => pk.every((part) => item[part] !== ''),
});

export const EncounterEntity = new Entity(
  {
    model: { entity: 'encounter', version: '1', service },
    attributes: {
      practiceId: text,
      encounterId: text,
      status: text,
      createdAt: text,
      version: { type: 'number', required: true },
      patientId: indexedText,
      record,
    },
    indexes: {
      primary: primary(['practiceId', 'encounterId'], []),
      byPatient: index('gsi1', ['practiceId', 'patientId'], ['createdAt']),
      byStatus: index('gsi2', ['practiceId', 'status'], ['createdAt']),
    },
  },
  configuration,
);

export const ClaimEntity = new Entity(
  {
    model: { entity: 'claim', version: '1', service },
    attributes: {
      practiceId: text,
      claimId: text,
      encounterId: text,
      patientId: text,
      status: text,
      dateOfService: text,
      version: { type: 'number', required: true },
      payerControlNumber: indexedText,
      record,
    },
    indexes: {
      primary: primary(['claimId'], []),
      byPatient: index('gsi1', ['practiceId', 'patientId'], ['dateOfService', 'claimId']),
      byStatus: index('gsi2', ['practiceId', 'status'], ['dateOfService', 'claimId']),
      byEncounter: index('gsi3', ['practiceId', 'encounterId'], ['claimId']),
      byPayerControlNumber: index('gsi4', ['payerControlNumber'], ['claimId']),
    },
  },
  configuration,
);

/** Every number that a payer gave a claim leads to it: an index would be read late, and holds the last number only. */
export const ClaimNumberEntity = new Entity(
  {
    model: { entity: 'claimNumber', version: '1', service },
    attributes: { payerControlNumber: text, claimId: text },
    indexes: { primary: primary(['payerControlNumber'], ['claimId']) },
  },
  configuration,
);

export const ClaimEventEntity = new Entity(
  {
    model: { entity: 'claimEvent', version: '1', service },
    attributes: {
      claimId: text,
      version: numbered,
      record,
    },
    indexes: { primary: primary(['claimId'], ['version']) },
  },
  configuration,
);

export const TaskEntity = new Entity(
  {
    model: { entity: 'task', version: '1', service },
    attributes: {
      taskId: text,
      practiceId: text,
      status: text,
      due: text,
      revision: { type: 'number' },
      claimId: indexedText,
      encounterId: indexedText,
      /** The part of the index of bells, as long as somebody is still to be told of the task. */
      bell: indexedText,
      bellAt: indexedText,
      record,
    },
    indexes: {
      primary: primary(['taskId'], []),
      byClaim: index('gsi1', ['claimId'], ['due']),
      byStatus: index('gsi2', ['practiceId', 'status'], ['due', 'taskId']),
      byEncounter: index('gsi3', ['practiceId', 'encounterId'], ['due']),
      byBell: index('gsi5', ['bell'], ['bellAt']),
    },
  },
  configuration,
);

export const PartnerFileEntity = new Entity(
  {
    model: { entity: 'partnerFile', version: '1', service },
    attributes: {
      partnerId: text,
      direction: { type: ['outbound', 'inbound'] as const, required: true },
      fileId: text,
      at: text,
      // Of a file that is about one claim; what a batch holds is known by its claims.
      claimId: indexedText,
      // Beside the record, for two answers may come at once.
      answeredTA1: { type: 'boolean' },
      answered999: { type: 'boolean' },
      record,
    },
    indexes: {
      primary: primary(['partnerId', 'direction'], ['fileId']),
      byDay: index('gsi2', ['partnerId', 'direction'], ['at']),
      byClaim: index('gsi3', ['claimId'], ['at']),
    },
  },
  configuration,
);

export const ControlNumberEntity = new Entity(
  {
    model: { entity: 'controlNumber', version: '1', service },
    attributes: { partnerId: text, purpose: text, number: { type: 'number', required: true } },
    indexes: { primary: primary(['partnerId'], ['purpose']) },
  },
  configuration,
);

export const TermDecisionEntity = new Entity(
  {
    model: { entity: 'termDecision', version: '1', service },
    attributes: {
      practiceId: text,
      kind: { type: ['term', 'phrase', 'notes'] as const, required: true },
      term: text,
      code: text,
      // No default: it would be set and counted up in one expression, which DynamoDB refuses.
      accepted: { type: 'number' },
      rejected: { type: 'number' },
    },
    indexes: { primary: primary(['practiceId'], ['kind', 'term', 'code']) },
  },
  configuration,
);

/** That a review was counted; it expires long after its workflow has ended. */
export const CountedReviewEntity = new Entity(
  {
    model: { entity: 'countedReview', version: '1', service },
    attributes: {
      reviewId: text,
      expiresAt: { type: 'number', required: true },
      // What was counted, so that it can be taken back; and that it was.
      rows: { type: 'any' },
      takenBack: { type: 'boolean' },
    },
    indexes: { primary: primary(['reviewId'], []) },
  },
  configuration,
);

/**
 * What payers made of lines, by payer and procedure: the newest months are read together. A row is of one line of one
 * claim, so that whoever posts other claims never meets it; it expires once no visit looks that far back.
 */
export const LineOutcomeEntity = new Entity(
  {
    model: { entity: 'lineOutcome', version: '1', service },
    attributes: {
      practiceId: text,
      payerId: text,
      procedure: text,
      month: text,
      claimId: text,
      lineNumber: numbered,
      submission: numbered,
      expiresAt: { type: 'number', required: true },
      record,
    },
    indexes: {
      primary: primary(
        ['practiceId', 'payerId', 'procedure'],
        ['month', 'claimId', 'lineNumber', 'submission'],
      ),
    },
  },
  configuration,
);

/** What waits: a transmission waits once, whichever outbox it would go to today. */
export const QueuedClaimEntity = new Entity(
  {
    model: { entity: 'queuedClaim', version: '1', service },
    attributes: {
      claimId: text,
      submissionNumber: { type: 'number', required: true },
      outboxId: text,
      queuedAt: text,
      // By whoever is about to write it into a file: what is taken is not taken back.
      taken: { type: 'boolean' },
      record,
    },
    indexes: {
      primary: primary(['claimId', 'submissionNumber'], []),
      byOutbox: index('gsi2', ['outboxId'], ['queuedAt', 'claimId']),
    },
  },
  configuration,
);

/** The one table: a claim, its event, its numbers and what became of its lines are written through it in one transaction. */
export const ledger = new Service(
  {
    claim: ClaimEntity,
    claimEvent: ClaimEventEntity,
    claimNumber: ClaimNumberEntity,
    lineOutcome: LineOutcomeEntity,
    queuedClaim: QueuedClaimEntity,
  },
  configuration,
);

/** What coders decided, and that it was counted: in one transaction, so that a review counts once. */
export const memoryLedger = new Service(
  { termDecision: TermDecisionEntity, countedReview: CountedReviewEntity },
  configuration,
);
