import { bearing, E, level, loop, R, S, segment, unbounded, type ValueOf } from '../guide/declare.ts';
import { beginningFields } from '../guide/hierarchical-beginning.ts';
import { contact, period, reference } from '../guide/shared-segments.ts';
import {
  answeredService,
  claimStatusInformation,
  dependentName,
  payerName,
  providerName,
  refusalInformation,
  serviceStatusInformation,
  subscriberName,
  trace,
  unnamedEntity,
} from '../guide/status-segments.ts';

/** Loops 2220D and 2220E: the state of a service. */
const lineLoop = (id: string) =>
  loop(id, {
    service: R.inline(answeredService),
    statuses: bearing(E.many(unbounded, serviceStatusInformation)),
    lineControlNumber: S.one(reference('FJ')),
    servicePeriod: E.one(period('472')),
  });

/** Loops 2200D and 2200E: the state of a claim. */
const claimLoop = (letter: 'D' | 'E') =>
  loop(`2200${letter}`, {
    trace: R.inline(trace('2')),
    statuses: bearing(E.many(unbounded, claimStatusInformation)),
    payerControlNumber: S.one(reference('1K')),
    billType: S.one(reference('BLT')), // of institutions
    patientControlNumber: S.one(reference('EJ')),
    prescriptionNumber: S.one(reference('XZ')),
    voucher: S.one(reference('VV')),
    clearinghouseTrace: S.one(reference('D9')),
    servicePeriod: S.one(period('472')),
    lines: bearing(S.many(unbounded, lineLoop(`2220${letter}`))),
  });

const subscriberClaimLoop = claimLoop('D');

/** Loops 2200B and 2200C: a verdict on everything that a receiver or a provider asked. */
const refusalLoop = (id: string, kind: string, entities: string) =>
  loop(id, {
    trace: R.inline(trace(kind)),
    statuses: bearing(E.many(unbounded, refusalInformation(entities))),
  });

const receiverRefusalLoop = refusalLoop('2200B', '2', '41 AY PR');

/** Loop 2000E. */
const dependentLevel = level(
  '2000E',
  '23',
  {
    dependent: R.one(loop('2100E', { name: R.inline(dependentName) })),
    claims: E.many(unbounded, claimLoop('E')),
  },
  { isLeaf: true },
);

/** Loop 2000D: a subscriber, who is the patient of the claims that stand here. */
export const subscriberStatusLevel = level('2000D', '22', {
  subscriber: R.one(loop('2100D', { name: R.inline(subscriberName) })),
  claims: S.many(unbounded, subscriberClaimLoop),
  dependents: S.many(unbounded, dependentLevel),
});

/** Loop 2000C. */
const providerLevel = level('2000C', '19', {
  providers: R.many(2, loop('2100C', { name: R.inline(providerName) })), // the same one by two numbers
  refusal: S.one(refusalLoop('2200C', '1', '1P')),
  subscribers: S.many(unbounded, subscriberStatusLevel),
});

/** Loop 2000B. */
const receiverLevel = level('2000B', '21', {
  receiver: R.one(loop('2100B', { name: R.inline(unnamedEntity('41', '46')) })), // who asked
  refusal: S.one(receiverRefusalLoop),
  providers: S.many(unbounded, providerLevel),
});

/** Loop 2000A. */
const sourceLevel = level('2000A', '20', {
  payer: R.one(
    loop('2100A', {
      name: R.inline(payerName),
      contact: S.one(contact('IC', 'ED EM EX FX TE')),
    }),
  ),
  receivers: E.many(unbounded, receiverLevel),
});

/** A payer's answers about what became of claims. */
export const statusResponseLoop = loop('277', {
  // BHT*0010*08*277X212*20050916*0810*DG
  beginning: E.inline(segment('BHT', { ...beginningFields('08'), type: E.code(6, 'DG') }, { '1': '0010' })),
  sources: R.many(unbounded, sourceLevel),
});

/** The 277 from BHT on. */
export type StatusResponseSet = ValueOf<typeof statusResponseLoop>;
/** A subscriber and the dependents, and the states of their claims (2000D). */
export type SubscriberStatus = ValueOf<typeof subscriberStatusLevel>;
/** A dependent and the states of their claims (2000E). */
export type DependentStatus = ValueOf<typeof dependentLevel>;
/** The state of a claim (2200D, 2200E). */
export type ClaimStatus = ValueOf<typeof subscriberClaimLoop>;
/** The state of a service (2220D, 2220E). */
export type ServiceStatus = NonNullable<ClaimStatus['lines']>[number];
/** A verdict on everything that a receiver or a provider asked (2200B, 2200C). */
export type StatusRefusal = ValueOf<typeof receiverRefusalLoop>;
