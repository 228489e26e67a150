import { Entity } from 'electrodb';
import { configuration, index, indexedText, primary, record, service, text } from '../table.ts';

/** Places that a practice's programs listen at. Who works one stands beside the record. */
export const WebhookEndpointEntity = new Entity(
  {
    model: { entity: 'webhookEndpoint', version: '1', service },
    attributes: {
      practiceId: text,
      endpointId: text,
      version: { type: 'number', required: true },
      busyUntil: { type: 'number' },
      record,
    },
    indexes: {
      primary: primary(['practiceId'], ['endpointId']),
      // One small partition that names them all, for whoever looks what is due.
      all: index('gsi1', [], ['endpointId']),
    },
  },
  configuration,
);

/** Messages for an endpoint; what is due is in an index of its own, and everything expires by itself. */
export const WebhookDeliveryEntity = new Entity(
  {
    model: { entity: 'webhookDelivery', version: '1', service },
    attributes: {
      endpointId: text,
      messageId: text,
      createdAt: text,
      /** The endpoint, as long as something is to be sent. */
      dueTo: indexedText,
      dueAt: indexedText,
      revision: { type: 'number', required: true },
      expiresAt: { type: 'number', required: true },
      record,
    },
    indexes: {
      primary: primary(['endpointId'], ['messageId']),
      byTime: index('gsi1', ['endpointId'], ['createdAt', 'messageId']),
      byDue: index('gsi2', ['dueTo'], ['dueAt', 'messageId']),
    },
  },
  configuration,
);
