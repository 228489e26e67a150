import type { Interchange } from '../../../functions/edi/envelope/interchange.ts';
import type { Guide } from '../../../functions/edi/guide/declare.ts';
import { cents } from '../../../functions/edi/money.ts';
import { standardDelimiters } from '../../../functions/edi/text/delimiters.ts';
import type {
  DependentInquiry,
  EligibilityInquirySet,
  SubscriberInquiry,
} from '../../../functions/edi/x270/loops.ts';
import type {
  DependentAnswer,
  EligibilityResponseSet,
  SubscriberAnswer,
} from '../../../functions/edi/x271/loops.ts';
import type {
  DependentStatusInquiry,
  InquiredClaim,
  StatusInquirySet,
  SubscriberStatusInquiry,
} from '../../../functions/edi/x276/loops.ts';
import type {
  ClaimStatus,
  DependentStatus,
  StatusResponseSet,
  SubscriberStatus,
} from '../../../functions/edi/x277/loops.ts';
import type {
  AcknowledgedProvider,
  AcknowledgedReceiver,
  ClaimAcknowledgement,
  ClaimAcknowledgementSet,
  PatientAcknowledgement,
} from '../../../functions/edi/x277ca/loops.ts';
import type {
  ImplementationAcknowledgement,
  TransactionSetAcknowledgement,
} from '../../../functions/edi/x999/loops.ts';
import { header } from './interchange-headers.ts';

/** An interchange with one set. */
export const interchangeOf = (guide: Guide, data: object): Interchange => ({
  header: header(),
  delimiters: standardDelimiters,
  groups: [
    {
      header: {
        functionalId: guide.functionalId,
        senderId: 'LAKESIDE',
        receiverId: 'NORTHWIND',
        createdAt: '2026-03-02T09:30:00.000Z',
        controlNumber: '4711',
        version: guide.version,
      },
      sets: [{ guide: guide.name, controlNumber: '0001', data }],
    },
  ],
  acknowledgements: [],
});

const beginning = { reference: 'B4711', date: '2026-03-02', time: '0930' };

const payer = { entityType: '2', name: 'NORTHWIND HEALTH', idQualifier: 'PI', id: 'NW001' };
const practice = {
  entityType: '2',
  name: 'LAKESIDE FAMILY PRACTICE',
  idQualifier: 'XX',
  id: '1234567893',
};
const member = { entityType: '1', name: 'OKAFOR', firstName: 'ADA', idQualifier: 'MI', id: 'W100200300' };
const child = { entityType: '1', name: 'OKAFOR', firstName: 'BEN' };
const birth = { dateOfBirth: '1980-02-14', gender: 'F' };

const trace = { traceNumber: '93175-012547', traceOriginator: '9877281234' };

/** The child of a member, about whom the 270 asks. */
export const dependentInquiry = (changes: Partial<DependentInquiry['dependent']> = {}): DependentInquiry => ({
  traces: [trace],
  dependent: {
    ...child,
    dateOfBirth: '2012-05-30',
    relationship: '19',
    dates: [{ qualifier: '291', period: { from: '2026-03-02' } }],
    questions: [{ serviceTypes: ['30'] }],
    ...changes,
  },
});

/** A member who is the patient, and whether the plan covers them. */
export const subscriberInquiry = (
  changes: Partial<SubscriberInquiry['subscriber']> = {},
  dependents?: DependentInquiry[],
): SubscriberInquiry => ({
  traces: [trace],
  subscriber: {
    ...member,
    ...birth,
    dates: [{ qualifier: '291', period: { from: '2026-03-02' } }],
    questions: [{ serviceTypes: ['30'] }],
    ...changes,
  },
  dependents,
});

export const eligibilityInquirySet = (...subscribers: SubscriberInquiry[]): EligibilityInquirySet => ({
  purpose: '13',
  ...beginning,
  sources: [
    {
      source: { entity: 'PR', ...payer },
      receivers: [{ receiver: { entity: '1P', ...practice }, subscribers }],
    },
  ],
});

/** The child's answer: covered. */
export const dependentAnswer = (changes: Partial<DependentAnswer['dependent']> = {}): DependentAnswer => ({
  traces: [{ kind: '2', ...trace }],
  dependent: {
    ...child,
    relationship: '19',
    benefits: [{ information: '1', serviceTypes: ['30'], planDescription: 'GOLD 123' }],
    ...changes,
  },
});

/** An active member with a copayment in the network. */
export const subscriberAnswer = (
  changes: Partial<SubscriberAnswer['subscriber']> = {},
  dependents?: DependentAnswer[],
): SubscriberAnswer => ({
  traces: [{ kind: '2', ...trace }],
  subscriber: {
    ...member,
    ...birth,
    references: [{ qualifier: '6P', id: 'GRP01', name: 'ACME' }],
    dates: [{ qualifier: '346', period: { from: '2026-01-01' } }],
    benefits: [
      { information: '1', serviceTypes: ['30'], insuranceType: 'HM', planDescription: 'GOLD 123' },
      {
        information: 'B',
        serviceTypes: ['98', 'UC'],
        timePeriod: '27',
        amount: cents(2500),
        inNetwork: 'Y',
        dates: [{ qualifier: '292', period: { from: '2026-01-01', through: '2026-12-31' } }],
        messages: ['PER VISIT'],
        related: { entities: [{ entity: 'P3', entityType: '1', name: 'JONES', firstName: 'MARCUS' }] },
      },
    ],
    ...changes,
  },
  dependents,
});

export const eligibilityResponseSet = (...subscribers: SubscriberAnswer[]): EligibilityResponseSet => ({
  purpose: '11',
  ...beginning,
  sources: [
    {
      source: { entity: 'PR', ...payer },
      receivers: [{ receiver: { entity: '1P', ...practice }, subscribers }],
    },
  ],
});

export const inquiredClaim = (changes: Partial<InquiredClaim> = {}): InquiredClaim => ({
  traceNumber: 'T100',
  patientControlNumber: 'C100-1',
  charge: cents(15000),
  servicePeriod: { from: '2026-03-02' },
  ...changes,
});

export const dependentStatusInquiry = (...claims: InquiredClaim[]): DependentStatusInquiry => ({
  dateOfBirth: '2012-05-30',
  gender: 'M',
  dependent: child,
  claims,
});

/** A member who is the patient of one claim. */
export const subscriberStatusInquiry = (
  changes: Partial<SubscriberStatusInquiry> = {},
): SubscriberStatusInquiry => ({
  ...birth,
  subscriber: member,
  claims: [inquiredClaim()],
  ...changes,
});

const clearinghouse = { entityType: '2', name: 'XYZ SERVICE', idQualifier: '46', id: 'X67E' };

export const statusInquirySet = (...subscribers: SubscriberStatusInquiry[]): StatusInquirySet => ({
  purpose: '13',
  ...beginning,
  sources: [
    {
      payer,
      receivers: [{ receiver: clearinghouse, providers: [{ providers: [practice], subscribers }] }],
    },
  ],
});

/** A claim that was paid. */
export const claimStatus = (changes: Partial<ClaimStatus> = {}): ClaimStatus => ({
  traceNumber: 'T100',
  statuses: [
    {
      status: { category: 'F1', status: '65' },
      effectiveDate: '2026-03-20',
      charge: cents(15000),
      paid: cents(10000),
      finalizedDate: '2026-03-19',
      remittanceDate: '2026-03-20',
      remittanceTrace: 'CK0012345',
    },
  ],
  payerControlNumber: 'ICN900100',
  patientControlNumber: 'C100-1',
  servicePeriod: { from: '2026-03-02' },
  lines: [
    {
      procedure: { qualifier: 'HC', procedure: '99213', modifiers: ['25'] },
      charge: cents(15000),
      units: 1,
      paid: cents(10000),
      statuses: [{ status: { category: 'F1', status: '65' }, effectiveDate: '2026-03-20' }],
      servicePeriod: { from: '2026-03-02' },
    },
  ],
  ...changes,
});

export const dependentStatus = (...claims: ClaimStatus[]): DependentStatus => ({ dependent: child, claims });

export const subscriberStatus = (changes: Partial<SubscriberStatus> = {}): SubscriberStatus => ({
  subscriber: member,
  claims: [claimStatus()],
  ...changes,
});

export const statusResponseSet = (...subscribers: SubscriberStatus[]): StatusResponseSet => ({
  purpose: '08',
  ...beginning,
  type: 'DG',
  sources: [
    {
      payer,
      receivers: [{ receiver: clearinghouse, providers: [{ providers: [practice], subscribers }] }],
    },
  ],
});

/** A claim of 150.00 that was taken. */
export const acceptedClaim = (changes: Partial<ClaimAcknowledgement> = {}): ClaimAcknowledgement => ({
  patientControlNumber: 'C100-1',
  statuses: [
    {
      status: { category: 'A2', status: '20', entity: 'PR' },
      effectiveDate: '2026-03-02',
      action: 'WQ',
      charge: cents(15000),
    },
  ],
  payerControlNumber: 'ICN900100',
  servicePeriod: { from: '2026-03-02' },
  ...changes,
});

/** A claim of 80.00 that was sent back for a code. */
export const rejectedClaim = (changes: Partial<ClaimAcknowledgement> = {}): ClaimAcknowledgement => ({
  patientControlNumber: 'C100-2',
  statuses: [
    {
      status: { category: 'A7', status: '254', entity: '85' },
      furtherStatuses: [{ category: 'A7', status: '511' }],
      effectiveDate: '2026-03-02',
      action: 'U',
      charge: cents(8000),
    },
  ],
  servicePeriod: { from: '2026-03-02' },
  lines: [
    {
      procedure: { qualifier: 'HC', procedure: '99213' },
      charge: cents(8000),
      statuses: [{ status: { category: 'A7', status: '454' }, effectiveDate: '2026-03-02', action: 'U' }],
      lineControlNumber: 'L1',
    },
  ],
  ...changes,
});

export const patientAcknowledgement = (...claims: ClaimAcknowledgement[]): PatientAcknowledgement => ({
  patient: member,
  claims,
});

type ProviderVerdict = NonNullable<AcknowledgedProvider['verdict']>;
type BatchVerdict = NonNullable<AcknowledgedReceiver['verdict']>;

/** A provider with an accepted claim of 150.00 and a rejected one of 80.00, and the totals that fit. */
export const acknowledgedProvider = (
  verdict: Partial<ProviderVerdict> = {},
  patients: PatientAcknowledgement[] = [patientAcknowledgement(acceptedClaim(), rejectedClaim())],
): AcknowledgedProvider => ({
  providers: [practice],
  verdict: {
    traceNumber: '0',
    statuses: [
      { status: { category: 'A1', status: '19', entity: 'PR' }, action: 'WQ', charge: cents(23000) },
    ],
    acceptedQuantity: 1,
    rejectedQuantity: 1,
    acceptedAmount: cents(15000),
    rejectedAmount: cents(8000),
    ...verdict,
  },
  patients,
});

export const claimAcknowledgementSet = (
  providers: AcknowledgedProvider[] = [acknowledgedProvider()],
  verdict: Partial<BatchVerdict> = {},
): ClaimAcknowledgementSet => ({
  purpose: '08',
  ...beginning,
  type: 'TH',
  source: {
    source: { entity: 'PR', ...payer },
    receipt: { traceNumber: 'R1', received: '2026-03-02', processed: '2026-03-02' },
    receiver: {
      receiver: { entityType: '2', name: 'LAKESIDE', idQualifier: '46', id: 'LS01' },
      verdict: {
        traceNumber: 'B4711',
        statuses: [
          {
            status: { category: 'A1', status: '19', entity: 'PR' },
            effectiveDate: '2026-03-02',
            action: 'WQ',
            charge: cents(23000),
          },
        ],
        acceptedQuantity: 1,
        rejectedQuantity: 1,
        acceptedAmount: cents(15000),
        rejectedAmount: cents(8000),
        ...verdict,
      },
      providers,
    },
  },
});

/** A set without errors. */
export const acceptedSet = (
  changes: Partial<TransactionSetAcknowledgement> = {},
): TransactionSetAcknowledgement => ({
  transaction: '837',
  controlNumber: '0001',
  version: '005010X222A1',
  status: 'A',
  ...changes,
});

/** A set with a claim that the guide demands more of. */
export const rejectedSet = (
  changes: Partial<TransactionSetAcknowledgement> = {},
): TransactionSetAcknowledgement => ({
  transaction: '837',
  controlNumber: '0002',
  version: '005010X222A1',
  segmentErrors: [
    {
      segmentId: 'REF',
      position: 57,
      loop: '2300',
      code: 'I6',
      contexts: [
        {
          identifications: [{ name: 'SITUATIONAL TRIGGER' }],
          segmentId: 'CLM',
          position: 43,
          loop: '2300',
          place: { element: 5, component: 3 },
        },
        { identifications: [{ name: 'CLM01', value: 'C100-1' }] },
      ],
    },
    {
      segmentId: 'CLM',
      position: 43,
      code: '8',
      elementErrors: [{ place: { element: 2 }, referenceNumber: 782, code: '1' }],
    },
  ],
  status: 'R',
  errorCodes: ['5', 'I5'],
  ...changes,
});

/** A group of one accepted set and one rejected. */
export const acknowledgement = (
  changes: Partial<ImplementationAcknowledgement> = {},
): ImplementationAcknowledgement => ({
  functionalId: 'HC',
  groupControlNumber: '4711',
  version: '005010X222A1',
  transactionSets: [acceptedSet(), rejectedSet()],
  status: 'P',
  includedSets: 2,
  receivedSets: 2,
  acceptedSets: 1,
  ...changes,
});
