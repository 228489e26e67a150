import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { Entity, Service } from 'electrodb';
import { requiredEnv } from '../../runtime/environment.ts';
import { auditEnv } from './audit.env.ts';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

const configuration = { client, table: requiredEnv(auditEnv.tableName) };

const text = { type: 'string', required: true } as const;
const record = { type: 'any', required: true } as const;
const service = 'claimwright-audit';
/** A field's place in a key, as the library writes templates. */
const part = (field: string): string => `\${${field}}`;
const casing = 'none' as const;

/** The partition's first letters are what IAM tells entries from links by (`infra/constructs/audit-trail.ts`). */
export const AuditEntryEntity = new Entity(
  {
    model: { entity: 'auditEntry', version: '1', service },
    attributes: { practiceId: text, entryId: text, record },
    indexes: {
      primary: {
        pk: { field: 'pk', composite: ['practiceId'], template: `entries#${part('practiceId')}`, casing },
        sk: { field: 'sk', composite: ['entryId'], template: part('entryId'), casing },
      },
    },
  },
  configuration,
);

/** A word before the number: the library would write a key of one number as a number. */
export const AuditLinkEntity = new Entity(
  {
    model: { entity: 'auditLink', version: '1', service },
    attributes: {
      practiceId: text,
      sequence: { type: 'number', required: true, padding: { length: 12, char: '0' } },
      record,
    },
    indexes: {
      primary: {
        pk: { field: 'pk', composite: ['practiceId'], template: `links#${part('practiceId')}`, casing },
        sk: { field: 'sk', composite: ['sequence'], template: `link#${part('sequence')}`, casing },
      },
    },
  },
  configuration,
);

/** That an entry has its link: written with it, so that no entry is chained twice. */
export const ChainedEntryEntity = new Entity(
  {
    model: { entity: 'chainedEntry', version: '1', service },
    attributes: { practiceId: text, entryId: text, sequence: { type: 'number', required: true } },
    indexes: {
      primary: {
        pk: { field: 'pk', composite: ['practiceId'], template: `chained#${part('practiceId')}`, casing },
        sk: { field: 'sk', composite: ['entryId'], template: part('entryId'), casing },
      },
    },
  },
  configuration,
);

export const chainLedger = new Service({ link: AuditLinkEntity, chained: ChainedEntryEntity }, configuration);
