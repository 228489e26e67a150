import { cents } from '../../functions/edi/money.ts';
import type {
  OtherPayer,
  ProfessionalClaim,
  ProfessionalClaimFile,
  ProfessionalServiceLine,
} from '../../functions/edi/x837p/professional-claim.ts';
import { header } from './interchange-headers.ts';

const home = { line1: '12 Harbor Lane', city: 'Duluth', state: 'MN', postalCode: '55802' };

export const serviceLine = (changes: Partial<ProfessionalServiceLine> = {}): ProfessionalServiceLine => ({
  lineNumber: 1,
  procedure: { qualifier: 'HC', procedure: '99213', modifiers: ['25'] },
  charge: cents(15000),
  unitBasis: 'UN',
  units: 1,
  diagnosisPointers: [1, 2],
  servicePeriod: { from: '2026-02-27' },
  lineControlNumber: 'C0000000000A1-1-1',
  adjudications: [],
  ...changes,
});

export const professionalClaim = (changes: Partial<ProfessionalClaim> = {}): ProfessionalClaim => ({
  patientControlNumber: 'C0000000000A1-1',
  totalCharge: cents(15000),
  placeOfService: '11',
  frequency: '1',
  providerSignature: 'Y',
  assignment: 'A',
  benefitsAssigned: 'Y',
  releaseOfInformation: 'Y',
  dates: [],
  attachments: [],
  billingProvider: {
    kind: 'organization',
    name: 'LAKESIDE FAMILY MEDICINE',
    npi: '1234567893',
    taxonomy: '207Q00000X',
    address: {
      line1: '400 Shore Road',
      line2: 'Suite 2',
      city: 'Duluth',
      state: 'MN',
      postalCode: '558020001',
    },
    taxId: '123456789',
    contact: { name: 'BILLING DESK', phone: '2185550100' },
  },
  subscriber: {
    kind: 'person',
    name: 'OKAFOR',
    firstName: 'ADA',
    middleName: 'N',
    memberId: 'W100200300',
    groupNumber: 'G-77',
    dateOfBirth: '1961-07-04',
    gender: 'F',
    address: home,
  },
  payer: { name: 'NORTHWIND HEALTH', id: 'NWH01' },
  responsibility: 'P',
  claimFilingIndicator: 'CI',
  diagnoses: ['E11.9', 'I10'],
  renderingProvider: {
    kind: 'person',
    name: 'LINDQVIST',
    firstName: 'MAJA',
    npi: '1999999984',
    taxonomy: '207Q00000X',
  },
  otherPayers: [],
  lines: [serviceLine()],
  ...changes,
});

/** The child of the subscriber is the patient. */
export const dependentClaim = (changes: Partial<ProfessionalClaim> = {}): ProfessionalClaim =>
  professionalClaim({
    patientControlNumber: 'C0000000000B2-1',
    subscriber: { kind: 'person', name: 'OKAFOR', firstName: 'ADA', memberId: 'W100200300' },
    patient: {
      kind: 'person',
      name: 'OKAFOR',
      firstName: 'CHIDI',
      relationship: '19',
      dateOfBirth: '2015-01-31',
      gender: 'M',
      address: home,
    },
    ...changes,
  });

const primaryPayer: OtherPayer = {
  responsibility: 'P',
  relationship: '18',
  groupNumber: 'G-77',
  claimFilingIndicator: 'CI',
  adjustments: [],
  paid: cents(10000),
  remainingPatientLiability: cents(2000),
  amounts: [],
  benefitsAssigned: 'Y',
  releaseOfInformation: 'Y',
  subscriber: { kind: 'person', name: 'OKAFOR', firstName: 'ADA', memberId: 'W100200300', address: home },
  name: 'NORTHWIND HEALTH',
  id: 'NWH01',
  claimControlNumber: 'ICN900100',
};

/** Billed to the second payer: the first paid 100.00 of 150.00, contractual 30.00, coinsurance 20.00. */
export const secondaryClaim = (changes: Partial<ProfessionalClaim> = {}): ProfessionalClaim =>
  professionalClaim({
    patientControlNumber: 'C0000000000C3-1',
    responsibility: 'S',
    payer: { name: 'PRAIRIE MUTUAL', id: 'PRM22' },
    otherPayers: [primaryPayer],
    lines: [
      serviceLine({
        adjudications: [
          {
            payerId: 'NWH01',
            paid: cents(10000),
            procedure: { qualifier: 'HC', procedure: '99213', modifiers: ['25'] },
            units: 1,
            adjustments: [
              { group: 'CO', reason: '45', amount: cents(3000) },
              { group: 'PR', reason: '2', amount: cents(2000) },
            ],
            adjudicationDate: '2026-03-20',
          },
        ],
      }),
    ],
    ...changes,
  });

/** A claim with everything optional that we write at claim level. */
export const fullClaim = (): ProfessionalClaim =>
  professionalClaim({
    frequency: '7',
    originalReference: 'ICN900100',
    priorAuthorization: 'AUTH55',
    referralNumber: 'REF66',
    delayReason: '7',
    relatedCauses: { codes: ['AA'], state: 'MN' },
    dates: [{ qualifier: '439', date: '2026-02-20' }],
    attachments: [
      { reportType: '03', transmission: 'EL', controlNumber: 'ACN1' },
      { reportType: 'OZ', transmission: 'AA' },
    ],
    patientPaid: cents(2550),
    note: 'SEEN TWICE ON THE SAME DAY',
    referringProvider: { kind: 'person', name: 'DUBOIS', firstName: 'RENEE', npi: '1245319599' },
    serviceFacility: {
      kind: 'organization',
      name: 'LAKESIDE ANNEX',
      npi: '1558598797',
      address: { line1: '410 Shore Road', city: 'Duluth', state: 'MN', postalCode: '558020001' },
    },
    lines: [
      serviceLine({
        note: 'LEFT KNEE',
        orderingProvider: { kind: 'person', name: 'DUBOIS', firstName: 'RENEE', npi: '1245319599' },
      }),
      serviceLine({
        lineNumber: 2,
        procedure: { qualifier: 'HC', procedure: 'J3301', modifiers: [], description: 'INJECTION' },
        units: 1.5,
        charge: cents(1005),
        placeOfService: '12',
        servicePeriod: { from: '2026-02-26', through: '2026-02-27' },
        lineControlNumber: 'C0000000000A1-1-2',
        renderingProvider: {
          kind: 'organization',
          name: 'LAKESIDE NURSES',
          npi: '1558598797',
          taxonomy: '163W00000X',
        },
      }),
    ],
    totalCharge: cents(16005),
  });

export const claimFile = (claims: ProfessionalClaim[]): ProfessionalClaimFile => ({
  envelope: header(),
  submitter: {
    name: 'LAKESIDE FAMILY MEDICINE',
    id: 'LAKESIDE',
    contact: { name: 'BILLING DESK', phone: '2185550100' },
  },
  receiver: { name: 'NORTHWIND HEALTH', id: 'NORTHWIND' },
  claims,
});
