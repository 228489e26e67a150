import { Entity, Service } from 'electrodb';
import { configuration, index, indexedText, numbered, primary, record, service, text } from '../table.ts';

/** What payers take back beside their claims, by what they name it: the claim may become known later. */
export const RecoveryEntity = new Entity(
  {
    model: { entity: 'recovery', version: '1', service },
    attributes: { reference: text, takebackId: text, record },
    indexes: { primary: primary(['reference'], ['takebackId']) },
  },
  configuration,
);

/** Payments of payers, the undated ones before all others; their parts that are posted are counted beside the record. */
export const PaymentEntity = new Entity(
  {
    model: { entity: 'payment', version: '1', service },
    attributes: {
      paymentId: text,
      practiceId: indexedText,
      date: indexedText,
      version: { type: 'number', required: true },
      postedParts: { type: 'number' },
      record,
    },
    indexes: {
      primary: primary(['paymentId'], []),
      byDate: index('gsi2', ['practiceId'], ['date', 'paymentId']),
    },
  },
  configuration,
);

/**
 * `posted` is written by the first posting of a part only, in the transaction that counts it; `changes` counts how
 * often it was changed since, so that nobody overwrites what somebody else said of it.
 */
export const PaymentPartEntity = new Entity(
  {
    model: { entity: 'paymentPart', version: '1', service },
    attributes: {
      ...{ paymentId: text, tellingId: text, part: numbered, record },
      posted: { type: 'boolean' },
      changes: { type: 'number' },
    },
    indexes: { primary: primary(['paymentId'], ['tellingId', 'part']) },
  },
  configuration,
);

/** What people decided about accounts of the provider-level ledger: added, never changed. */
export const AccountDecisionEntity = new Entity(
  {
    model: { entity: 'accountDecision', version: '1', service },
    attributes: { practiceId: text, accountId: text, number: numbered, record },
    indexes: { primary: primary(['practiceId'], ['accountId', 'number']) },
  },
  configuration,
);

/** A part of a payment that is posted, and the count of those: in one transaction, so that a part counts once. */
export const paymentLedger = new Service(
  { payment: PaymentEntity, paymentPart: PaymentPartEntity },
  configuration,
);
