import { E, level, loop, R, S, segment, unbounded, type ValueOf } from '../guide/declare.ts';
import { beginningFields } from '../guide/hierarchical-beginning.ts';
import { amount, demographics, period, reference } from '../guide/shared-segments.ts';
import {
  dependentName,
  inquiredService,
  payerName,
  providerName,
  subscriberName,
  trace,
  unnamedEntity,
} from '../guide/status-segments.ts';

/** Loops 2210D and 2210E: a service that is asked about. */
const lineLoop = (id: string) =>
  loop(id, {
    service: R.inline(inquiredService),
    lineControlNumber: S.one(reference('FJ')),
    servicePeriod: E.one(period('472')),
  });

/** Loops 2200D and 2200E: a claim that is asked about, by its numbers, charge and days. */
const claimLoop = (letter: 'D' | 'E') =>
  loop(`2200${letter}`, {
    trace: R.inline(trace('1')),
    payerControlNumber: S.one(reference('1K')),
    billType: S.one(reference('BLT')), // of institutions
    applicationId: S.one(reference('LU')), // where the payer keeps the claim
    groupNumber: S.one(reference('6P')),
    patientControlNumber: S.one(reference('EJ')),
    prescriptionNumber: S.one(reference('XZ')),
    clearinghouseTrace: S.one(reference('D9')),
    charge: S.one(amount('T3')),
    servicePeriod: S.one(period('472')),
    lines: S.many(unbounded, lineLoop(`2210${letter}`)),
  });

const subscriberClaimLoop = claimLoop('D');

/** Loop 2000E: a dependent, who is then the patient. */
const dependentLevel = level(
  '2000E',
  '23',
  {
    demographics: E.inline(demographics),
    dependent: R.one(loop('2100E', { name: R.inline(dependentName) })),
    claims: E.many(unbounded, claimLoop('E')),
  },
  { isLeaf: true },
);

/** Loop 2000D: a subscriber, who is the patient of the claims that stand here. */
export const subscriberStatusInquiryLevel = level('2000D', '22', {
  demographics: S.inline(demographics),
  subscriber: R.one(loop('2100D', { name: R.inline(subscriberName) })),
  claims: S.many(unbounded, subscriberClaimLoop),
  dependents: S.many(unbounded, dependentLevel),
});

/** Loop 2000C. */
const providerLevel = level('2000C', '19', {
  providers: R.many(2, loop('2100C', { name: R.inline(providerName) })), // the same one by two numbers
  subscribers: E.many(unbounded, subscriberStatusInquiryLevel),
});

/** Loop 2000B. */
const receiverLevel = level('2000B', '21', {
  receiver: R.one(loop('2100B', { name: R.inline(unnamedEntity('41', '46')) })), // who asks
  providers: E.many(unbounded, providerLevel),
});

/** Loop 2000A. */
const sourceLevel = level('2000A', '20', {
  payer: R.one(loop('2100A', { name: R.inline(payerName) })),
  receivers: E.many(unbounded, receiverLevel),
});

/** Questions to payers about what became of claims. */
export const statusInquiryLoop = loop('276', {
  beginning: E.inline(segment('BHT', beginningFields('13'), { '1': '0010' })),
  sources: R.many(unbounded, sourceLevel),
});

/** The 276 from BHT on. */
export type StatusInquirySet = ValueOf<typeof statusInquiryLoop>;
/** A subscriber and the dependents, and the claims that are asked about (2000D). */
export type SubscriberStatusInquiry = ValueOf<typeof subscriberStatusInquiryLevel>;
/** A dependent and the claims that are asked about (2000E). */
export type DependentStatusInquiry = ValueOf<typeof dependentLevel>;
/** A claim that is asked about (2200D, 2200E). */
export type InquiredClaim = ValueOf<typeof subscriberClaimLoop>;
