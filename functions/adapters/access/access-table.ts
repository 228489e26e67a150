import { Entity } from 'electrodb';
import { configuration, index, numbered, primary, record, service, text } from '../table.ts';

/** What people and programs are in a practice, in versions that nobody changes. */
export const MembershipEntity = new Entity(
  {
    model: { entity: 'membership', version: '1', service },
    attributes: { practiceId: text, subject: text, version: numbered, record },
    indexes: {
      primary: primary(['practiceId'], ['subject', 'version']),
      // Where somebody is a member at all: it may lag, so that each is read again where it stands.
      bySubject: index('gsi1', ['subject'], ['practiceId', 'version']),
    },
  },
  configuration,
);

/** The code that opens a task to a mailbox without an account; it expires by itself. */
export const LinkCodeEntity = new Entity(
  {
    model: { entity: 'linkCode', version: '1', service },
    attributes: {
      taskId: text,
      mailbox: text,
      version: { type: 'number', required: true },
      expiresAt: { type: 'number', required: true },
      record,
    },
    indexes: { primary: primary(['taskId'], ['mailbox']) },
  },
  configuration,
);

/** A request that its caller named by a key, and what it was answered with, packed; it expires after a day. */
export const RequestKeyEntity = new Entity(
  {
    model: { entity: 'requestKey', version: '1', service },
    attributes: {
      keyId: text,
      digest: text,
      state: { type: ['running', 'done', 'unknown'] as const, required: true },
      lease: text,
      leaseEnds: { type: 'number', required: true },
      expiresAt: { type: 'number', required: true },
      answer: { type: 'any' },
    },
    indexes: { primary: primary(['keyId'], []) },
  },
  configuration,
);

/** How many requests a client made in a window of some seconds. */
export const ClientCountEntity = new Entity(
  {
    model: { entity: 'clientCount', version: '1', service },
    attributes: {
      client: text,
      window: { type: 'number', required: true },
      expiresAt: { type: 'number', required: true },
      // No default: it would be set and counted up in one expression, which DynamoDB refuses.
      requests: { type: 'number' },
    },
    indexes: { primary: primary(['client', 'window'], []) },
  },
  configuration,
);
