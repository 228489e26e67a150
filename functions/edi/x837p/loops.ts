import { E, level, loop, R, S, scalar, segment, unbounded, type ValueOf } from '../guide/declare.ts';
import { beginningFields } from '../guide/hierarchical-beginning.ts';
import {
  cityAddress,
  contact,
  entityName,
  reference,
  references,
  streetAddress,
} from '../guide/shared-segments.ts';
import { claimLoop } from './claim-loop.ts';
import { organizationName } from './claim-segments.ts';
import {
  filingIndicators,
  insuranceTypes,
  type otherPayerLoop,
  responsibilities,
} from './other-payer-loop.ts';
import { specialty } from './provider-loops.ts';
import type { lineAdjudicationLoop, serviceLineLoop } from './service-line-loop.ts';

/** What 2000B and 2000C say of a patient: PAT*****D8*20260301*01*155*Y. */
const patientFacts = {
  dateOfDeath: S.day(5),
  weightUnit: S.code(7, '01'), // pounds
  weight: S.quantity(8),
  pregnant: S.code(9, 'Y'),
};

/** DMG*D8*19800214*F */
const demographics = segment('DMG', { dateOfBirth: E.day(1), gender: E.code(3, 'F M U') });

/** Loop 2010CA. */
const patientNameLoop = loop('2010CA', {
  // NM1*QC*1*OKAFOR*ADA
  name: R.inline(
    segment(
      'NM1',
      { name: E.text(3), firstName: S.text(4), middleName: S.text(5), suffix: S.text(7) },
      { '1': 'QC', '2': '1' },
    ),
  ),
  street: E.inline(streetAddress),
  city: E.inline(cityAddress),
  demographics: E.inline(demographics),
  casualtyClaimNumber: S.one(reference('Y4')), // property and casualty
  casualtyPatientId: S.one(references('1W SY')),
  contact: S.one(contact('IC', 'EX TE')),
});

/** Loop 2000C: a patient who is not the subscriber. */
const patientLevel = level('2000C', '23', {
  patientInformation: R.inline(
    segment('PAT', { relationship: R.code(1, '01 19 20 21 39 40 53 G8'), ...patientFacts }), // 01 spouse, 19 child
  ),
  patient: R.one(patientNameLoop),
  claims: E.many(100, claimLoop),
});

/** Loop 2010BA. */
const subscriberNameLoop = loop('2010BA', {
  name: R.inline(entityName('IL', S, 'II MI')),
  street: S.inline(streetAddress),
  city: S.inline(cityAddress),
  demographics: S.inline(demographics),
  socialSecurityNumber: S.one(reference('SY')),
  casualtyClaimNumber: S.one(reference('Y4')), // property and casualty
  contact: S.one(contact('IC', 'EX TE')),
});

/** Loop 2010BB. */
const payerLoop = loop('2010BB', {
  name: R.inline(organizationName('PR', E, 'PI XV')),
  street: S.inline(streetAddress),
  city: S.inline(cityAddress),
  references: S.many(3, references('2U EI FY NF')),
  billingProviderIds: S.many(2, references('G2 LU')),
});

/** Loop 2000B: the holder of a policy and the payer of it. */
const subscriberLevel = level('2000B', '22', {
  // SBR*P*18*GRP01******CI
  coverage: R.inline(
    segment('SBR', {
      responsibility: R.code(1, responsibilities),
      relationship: S.code(2, '18'), // 18 the subscriber is the patient, else absent
      groupNumber: S.text(3),
      groupName: S.text(4),
      insuranceType: S.code(5, insuranceTypes),
      claimFilingIndicator: S.code(9, filingIndicators),
    }),
  ),
  patientInformation: S.inline(segment('PAT', patientFacts)),
  subscriber: R.one(subscriberNameLoop),
  payer: R.one(payerLoop),
  claims: S.many(100, claimLoop),
  patients: S.many(unbounded, patientLevel),
});

/** Loop 2010AA. */
const billingProviderLoop = loop('2010AA', {
  name: R.inline(entityName('85', S, 'XX')),
  street: E.inline(streetAddress),
  city: E.inline(cityAddress),
  taxId: E.one(references('EI SY')), // EI of an employer, SY a social security number
  licenses: S.many(2, references('0B 1G')),
  contacts: S.many(2, contact('IC', 'EM EX FX TE')),
});

/** Loop 2010AB: where payments go, when not to the provider's address. */
const payToAddressLoop = loop('2010AB', {
  payTo: R.inline(segment('NM1', { entityType: R.code(2, '1 2') }, { '1': '87' })),
  street: E.inline(streetAddress),
  city: E.inline(cityAddress),
});

/** Loop 2010AC: a plan that claims back what it paid for another one. */
const payToPlanLoop = loop('2010AC', {
  name: R.inline(organizationName('PE', E, 'PI XV')),
  street: E.inline(streetAddress),
  city: E.inline(cityAddress),
  references: S.one(references('2U FY NF')),
  taxId: E.one(reference('EI')),
});

/** Loop 2000A. */
const billingProviderLevel = level('2000A', '20', {
  specialty: S.inline(specialty('BI')),
  currency: S.one(scalar('CUR', R.text(2), { '1': '85' })),
  provider: R.one(billingProviderLoop),
  payToAddress: S.one(payToAddressLoop),
  payToPlan: S.one(payToPlanLoop),
  subscribers: E.many(unbounded, subscriberLevel),
});

/** Claims that one submitter sends to one receiver. */
export const professionalClaimSetLoop = loop('837P', {
  // BHT*0019*00*244579*20260302*1023*CH
  beginning: R.inline(
    segment(
      'BHT',
      {
        ...beginningFields('00 18'), // 00 original, 18 sent again
        type: E.code(6, '31 CH RP'), // CH claims, RP encounters, 31 a plan claims back
      },
      { '1': '0019' },
    ),
  ),
  // Loop 1000A.
  submitter: R.one(
    loop('1000A', {
      name: R.inline(entityName('41', R, '46')),
      contacts: E.many(2, contact('IC', 'EM EX FX TE')),
    }),
  ),
  // Loop 1000B.
  receiver: R.one(loop('1000B', { name: R.inline(organizationName('40', R, '46')) })),
  billingProviders: E.many(unbounded, billingProviderLevel),
});

/** The 837P from BHT on. */
export type ProfessionalClaimSet = ValueOf<typeof professionalClaimSetLoop>;
/** A billing provider and whose services it bills (2000A). */
export type BillingProviderLevel = ValueOf<typeof billingProviderLevel>;
/** A policy and the claims under it (2000B). */
export type SubscriberLevel = ValueOf<typeof subscriberLevel>;
/** A patient under someone else's policy (2000C). */
export type PatientLevel = ValueOf<typeof patientLevel>;
/** A professional claim (2300). */
export type ProfessionalClaim = ValueOf<typeof claimLoop>;
/** A service of a claim (2400). */
export type ProfessionalServiceLine = ValueOf<typeof serviceLineLoop>;
/** A payer before or after the one that is billed (2320). */
export type OtherPayer = ValueOf<typeof otherPayerLoop>;
/** A payer's decision on a service (2430). */
export type LineAdjudication = ValueOf<typeof lineAdjudicationLoop>;
