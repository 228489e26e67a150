import type { Interchange } from '../../../functions/edi/envelope/interchange.ts';
import { cents } from '../../../functions/edi/money.ts';
import { standardDelimiters } from '../../../functions/edi/text/delimiters.ts';
import type {
  BillingProviderLevel,
  LineAdjudication,
  OtherPayer,
  PatientLevel,
  ProfessionalClaim,
  ProfessionalClaimSet,
  ProfessionalServiceLine,
  SubscriberLevel,
} from '../../../functions/edi/x837p/loops.ts';
import { header } from './interchange-headers.ts';

/** A valid service of 150.00; each test changes the one thing it is about. */
export const serviceLine = (changes: Partial<ProfessionalServiceLine> = {}): ProfessionalServiceLine => ({
  lineNumber: 1,
  procedure: { qualifier: 'HC', procedure: '99213', modifiers: ['25'] },
  charge: cents(15000),
  unitBasis: 'UN',
  units: 1,
  diagnosisPointers: [1],
  servicePeriod: { from: '2026-03-02' },
  ...changes,
});

/** A valid original claim with one service. */
export const claim = (changes: Partial<ProfessionalClaim> = {}): ProfessionalClaim => ({
  patientControlNumber: 'C100-1',
  totalCharge: cents(15000),
  placeOfService: '11',
  frequency: '1',
  providerSignature: 'Y',
  assignment: 'A',
  benefitsAssigned: 'Y',
  releaseOfInformation: 'Y',
  diagnoses: [{ qualifier: 'ABK', code: 'J069' }],
  lines: [serviceLine()],
  ...changes,
});

/** A subscriber who is the patient, insured first by a commercial payer. */
export const subscriberLevel = (changes: Partial<SubscriberLevel> = {}): SubscriberLevel => ({
  responsibility: 'P',
  relationship: '18',
  groupNumber: 'GRP01',
  claimFilingIndicator: 'CI',
  subscriber: {
    entityType: '1',
    name: 'OKAFOR',
    firstName: 'ADA',
    idQualifier: 'MI',
    id: 'W100200300',
    addressLine1: '12 ELM ST',
    city: 'LINCOLN',
    state: 'NE',
    postalCode: '68508',
    dateOfBirth: '1980-02-14',
    gender: 'F',
  },
  payer: { entityType: '2', name: 'NORTHWIND HEALTH', idQualifier: 'PI', id: 'NW001' },
  claims: [claim()],
  ...changes,
});

/** The subscriber's child. */
export const patientLevel = (changes: Partial<PatientLevel> = {}): PatientLevel => ({
  relationship: '19',
  patient: {
    name: 'OKAFOR',
    firstName: 'BEN',
    addressLine1: '12 ELM ST',
    city: 'LINCOLN',
    state: 'NE',
    postalCode: '68508',
    dateOfBirth: '2015-06-30',
    gender: 'M',
  },
  claims: [claim()],
  ...changes,
});

/** A subscriber whose child is the patient. */
export const familyLevel = (changes: Partial<PatientLevel> = {}): SubscriberLevel =>
  subscriberLevel({ relationship: undefined, claims: undefined, patients: [patientLevel(changes)] });

const billingLevel = (subscribers: SubscriberLevel[]): BillingProviderLevel => ({
  taxonomy: '207Q00000X',
  provider: {
    entityType: '2',
    name: 'LAKESIDE FAMILY PRACTICE',
    idQualifier: 'XX',
    id: '1234567893',
    addressLine1: '400 LAKE AVE',
    city: 'LINCOLN',
    state: 'NE',
    postalCode: '685080000',
    taxId: { qualifier: 'EI', id: '123456789' },
  },
  subscribers,
});

/** A valid set of the subscribers given, else of one with one claim. */
export const claimSet = (...subscribers: SubscriberLevel[]): ProfessionalClaimSet => ({
  purpose: '00',
  reference: '000004711',
  date: '2026-03-02',
  time: '0930',
  type: 'CH',
  submitter: {
    entityType: '2',
    name: 'LAKESIDE BILLING',
    idQualifier: '46',
    id: 'LAKESIDE',
    contacts: [{ name: 'JO VANCE', numbers: [{ qualifier: 'TE', number: '4025550100' }] }],
  },
  receiver: { entityType: '2', name: 'NORTHWIND', idQualifier: '46', id: 'NORTHWIND' },
  billingProviders: [billingLevel(subscribers.length > 0 ? subscribers : [subscriberLevel()])],
});

/** A set of one claim by a subscriber who is the patient. */
export const withClaim = (changes: Partial<ProfessionalClaim>): ProfessionalClaimSet =>
  claimSet(subscriberLevel({ claims: [claim(changes)] }));

/** A set of one claim with these services, numbered and summed up. */
export const withLines = (...lines: Partial<ProfessionalServiceLine>[]): ProfessionalClaimSet =>
  withClaim(linesOf(lines));

const linesOf = (changes: Partial<ProfessionalServiceLine>[]) => {
  const lines = changes.map((one, index) => serviceLine({ lineNumber: index + 1, ...one }));
  return { lines, totalCharge: cents(lines.reduce((total, { charge }) => total + charge, 0)) };
};

/** A decision on a service of 150.00: 120.00 paid, 30.00 contractual. */
export const adjudication = (changes: Partial<LineAdjudication> = {}): LineAdjudication => ({
  payerId: 'PRIOR1',
  paid: cents(12000),
  procedure: { qualifier: 'HC', procedure: '99213' },
  units: 1,
  adjustments: [{ group: 'CO', reasons: [{ reason: '45', amount: cents(3000) }] }],
  adjudicationDate: '2026-02-20',
  ...changes,
});

/** A payer that has not decided yet. */
export const otherPayer = (changes: Partial<OtherPayer> = {}): OtherPayer => ({
  responsibility: 'S',
  relationship: '18',
  claimFilingIndicator: 'CI',
  benefitsAssigned: 'Y',
  releaseOfInformation: 'Y',
  subscriber: { entityType: '1', name: 'OKAFOR', firstName: 'ADA', idQualifier: 'MI', id: 'P55' },
  payer: { entityType: '2', name: 'PRIOR HEALTH', idQualifier: 'PI', id: 'PRIOR1' },
  ...changes,
});

/** A payer that decided on the whole claim of 150.00: 120.00 paid, 30.00 contractual. */
export const decidedPayer = (changes: Partial<OtherPayer> = {}): OtherPayer =>
  otherPayer({
    paid: cents(12000),
    adjustments: [{ group: 'CO', reasons: [{ reason: '45', amount: cents(3000) }] }],
    payer: {
      entityType: '2',
      name: 'PRIOR HEALTH',
      idQualifier: 'PI',
      id: 'PRIOR1',
      adjudicationDate: '2026-02-20',
    },
    ...changes,
  });

/** A claim of 150.00 that another payer decided on by line. */
export const decidedByLine = (
  decision: Partial<LineAdjudication> = {},
  payer: Partial<OtherPayer> = {},
): Partial<ProfessionalClaim> => ({
  otherPayers: [otherPayer({ paid: cents(12000), ...payer })],
  lines: [serviceLine({ adjudications: [adjudication(decision)] })],
});

/** An interchange of one set. */
export const interchangeOf = (data: ProfessionalClaimSet): Interchange => ({
  header: header(),
  delimiters: standardDelimiters,
  groups: [
    {
      header: {
        functionalId: 'HC',
        senderId: 'LAKESIDE',
        receiverId: 'NORTHWIND',
        createdAt: '2026-03-02T09:30:00.000Z',
        controlNumber: '4711',
        version: '005010X222A1',
      },
      sets: [{ guide: '837P', controlNumber: '0001', data }],
    },
  ],
  acknowledgements: [],
});
