import { E, loop, R, S, segment } from '../guide/declare.ts';
import {
  adjustment,
  amount,
  cityAddress,
  day,
  entityName,
  reference,
  references,
  streetAddress,
} from '../guide/shared-segments.ts';
import { organizationName } from './claim-segments.ts';

/** SBR05, why Medicare is not the first to pay. */
export const insuranceTypes = '12 13 14 15 16 41 42 43 47';
export const responsibilities = 'A B C D E F G H P S T U'; // P primary, S secondary, T tertiary, U unknown
export const filingIndicators = '11 12 13 14 15 16 17 AM BL CH CI DS FI HM LM MA MB MC OF TV VA WC ZZ';

/** NM1*85*2, of which the payer knows the numbers that follow. */
const providerOf = (role: string, types: string) =>
  segment('NM1', { entityType: R.code(2, types) }, { '1': role });

const providerLoop = (id: string, role: string, types: string, qualifiers: string) =>
  loop(id, {
    provider: R.inline(providerOf(role, types)),
    references: E.many(3, references(qualifiers)),
  });

/** Loop 2330A. */
const otherSubscriberLoop = loop('2330A', {
  name: R.inline(entityName('IL', E, 'II MI')),
  street: S.inline(streetAddress),
  city: S.inline(cityAddress),
  socialSecurityNumber: S.one(reference('SY')),
});

/** Loop 2330B. */
const otherPayerNameLoop = loop('2330B', {
  name: R.inline(organizationName('PR', E, 'PI XV')),
  street: S.inline(streetAddress),
  city: S.inline(cityAddress),
  adjudicationDate: S.one(day('573')), // here, or at every adjudicated line
  references: S.many(2, references('2U EI FY NF')),
  priorAuthorization: S.one(reference('G1')),
  referralNumber: S.one(reference('9F')),
  adjustmentIndicator: S.one(reference('T4')), // Y: the payer changed an earlier decision
  claimControlNumber: S.one(reference('F8')),
});

/** Loop 2320: what a payer before or after this one covers and decided. */
export const otherPayerLoop = loop('2320', {
  // SBR*S*18*GRP01******CI
  coverage: R.inline(
    segment('SBR', {
      responsibility: R.code(1, responsibilities),
      relationship: E.code(2, '01 18 19 20 21 39 40 53 G8'), // 18 self
      groupNumber: S.text(3),
      groupName: S.text(4),
      insuranceType: S.code(5, insuranceTypes),
      claimFilingIndicator: S.code(9, filingIndicators),
    }),
  ),
  adjustments: S.many(5, adjustment),
  paid: S.one(amount('D')),
  nonCovered: S.one(amount('A8')),
  remainingPatientLiability: S.one(amount('EAF')),
  // OI***Y*P**Y
  consent: E.inline(
    segment('OI', {
      benefitsAssigned: E.code(3, 'N W Y'),
      patientSignatureSource: S.code(4, 'P'),
      releaseOfInformation: E.code(6, 'I Y'),
    }),
  ),
  // MOA***MA01
  outpatient: S.one(
    segment('MOA', {
      reimbursementRate: S.quantity(1),
      hcpcsPayable: S.money(2),
      remarks: S.run(5, S.external(3, 'rarc')),
      esrdPayment: S.money(8),
      professionalComponent: S.money(9),
    }),
  ),
  subscriber: E.one(otherSubscriberLoop),
  payer: E.one(otherPayerNameLoop),
  referringProvider: S.one(providerLoop('2330C', 'DN', '1', '0B 1G G2')),
  primaryCareProvider: S.one(providerLoop('2330C', 'P3', '1', '0B 1G G2')),
  renderingProvider: S.one(providerLoop('2330D', '82', '1 2', '0B 1G G2 LU')),
  serviceFacility: S.one(providerLoop('2330E', '77', '2', '0B G2 LU')),
  supervisingProvider: S.one(providerLoop('2330F', 'DQ', '1', '0B 1G G2 LU')),
  billingProvider: S.one(
    loop('2330G', {
      provider: R.inline(providerOf('85', '1 2')),
      references: E.many(2, references('G2 LU')),
    }),
  ),
});
