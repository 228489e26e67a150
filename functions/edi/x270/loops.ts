import { E, level, loop, R, S, segment, unbounded, type ValueOf } from '../guide/declare.ts';
import {
  dependentName,
  diagnosisCodes,
  diagnosisPointers,
  inquiredProvider,
  payerName,
  periods,
  procedureFields,
  receiverName,
  receiverReference,
  receiverSpecialty,
  serviceTypeCodes,
  subscriberName,
  traceFields,
} from '../guide/eligibility-segments.ts';
import { beginningFields } from '../guide/hierarchical-beginning.ts';
import { amount, cityAddress, demographics, references, streetAddress } from '../guide/shared-segments.ts';

/** TRN*1*93175-012547*9877281234 */
const trace = segment('TRN', traceFields, { '1': '1' });

// EQ*30 or EQ**HC:99213
const question = {
  serviceTypes: S.repeat(99, S.code(1, serviceTypeCodes)), // 30 health benefit plan coverage
  procedure: S.composite(2, procedureFields),
  diagnosisPointers: diagnosisPointers(5),
};

const placeOfService = segment('III', { code: R.external(2, 'place-of-service') }, { '1': 'ZZ' });

/** Loop 2110C: what is asked about the subscriber. */
const subscriberQuestionLoop = loop('2110C', {
  question: R.inline(segment('EQ', { ...question, coverageLevel: S.code(3, 'FAM') })),
  spendDown: S.one(amount('R')),
  spendDownBilled: S.one(amount('PB')),
  placeOfService: S.one(placeOfService),
  authorization: S.one(references('9F G1')), // 9F referral, G1 prior authorisation
  planDates: S.one(periods('291')),
});

/** Loop 2110D: what is asked about the dependent. */
const dependentQuestionLoop = loop('2110D', {
  question: R.inline(segment('EQ', question)),
  placeOfService: S.one(placeOfService),
  authorization: S.one(references('9F G1')),
  planDates: S.one(periods('291')),
});

/** Loop 2000D: a dependent, who is then the patient. */
const dependentLevel = level('2000D', '23', {
  traces: S.many(2, trace),
  dependent: R.one(
    loop('2100D', {
      name: R.inline(dependentName),
      references: S.many(9, references('18 1L 1W 6P CT EA EJ F6 GH HJ IF IG MRC N6 SY Y4')),
      street: S.inline(streetAddress),
      city: S.inline(cityAddress),
      provider: S.one(inquiredProvider),
      demographics: S.inline(demographics),
      // INS*N*19
      relation: S.inline(
        segment(
          'INS',
          {
            relationship: R.code(2, '01 19 34'), // 01 spouse, 19 child, 34 other
            birthSequence: S.count(17), // of a twin
          },
          { '1': 'N' },
        ),
      ),
      diagnoses: S.one(diagnosisCodes),
      dates: S.many(2, periods('102 291')), // 102 issue of the card, 291 plan
      questions: E.many(99, dependentQuestionLoop),
    }),
  ),
});

/** Loop 2000C: a subscriber, who is the patient when no dependent follows. */
export const subscriberInquiryLevel = level('2000C', '22', {
  traces: S.many(2, trace),
  subscriber: R.one(
    loop('2100C', {
      name: R.inline(subscriberName),
      references: S.many(9, references('18 1L 1W 3H 6P CT EA EJ F6 GH HJ IG N6 NQ SY Y4')), // 6P group number
      street: S.inline(streetAddress),
      city: S.inline(cityAddress),
      provider: S.one(inquiredProvider),
      demographics: S.inline(demographics),
      // INS*Y*18***************2
      relation: S.inline(
        segment('INS', { relationship: R.code(2, '18'), birthSequence: E.count(17) }, { '1': 'Y' }),
      ),
      diagnoses: S.one(diagnosisCodes),
      dates: S.many(2, periods('102 291')),
      questions: S.many(99, subscriberQuestionLoop),
    }),
  ),
  dependents: S.many(unbounded, dependentLevel),
});

/** Loop 2000B. */
const receiverLevel = level('2000B', '21', {
  receiver: R.one(
    loop('2100B', {
      name: R.inline(receiverName),
      references: S.many(9, receiverReference),
      street: S.inline(streetAddress),
      city: S.inline(cityAddress),
      specialty: S.one(receiverSpecialty),
    }),
  ),
  subscribers: E.many(unbounded, subscriberInquiryLevel),
});

/** Loop 2000A. */
const sourceLevel = level('2000A', '20', {
  source: R.one(loop('2100A', { name: R.inline(payerName) })),
  receivers: E.many(unbounded, receiverLevel),
});

/** Questions to payers about what their members are covered for. */
export const eligibilityInquiryLoop = loop('270', {
  beginning: E.inline(
    segment('BHT', { ...beginningFields('01 13'), type: S.code(6, 'RT') }, { '1': '0022' }), // RT spend down
  ),
  sources: R.many(unbounded, sourceLevel),
});

/** The 270 from BHT on. */
export type EligibilityInquirySet = ValueOf<typeof eligibilityInquiryLoop>;
/** A subscriber and the dependents, and what is asked about them (2000C). */
export type SubscriberInquiry = ValueOf<typeof subscriberInquiryLevel>;
/** A dependent and what is asked about them (2000D). */
export type DependentInquiry = ValueOf<typeof dependentLevel>;
/** A question about a service (2110C). */
export type CoverageQuestion = ValueOf<typeof subscriberQuestionLoop>;
