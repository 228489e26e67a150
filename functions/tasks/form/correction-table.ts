import type { Claim } from '../../domain/claim.ts';
import type { Desk } from '../../domain/practice.ts';
import type { Correction } from '../../domain/tasks/correction.ts';
import { toDollars } from '../../edi/money.ts';

/** A field of the form, and where its text goes in what is corrected; '' is the whole of it. */
export type CorrectionPart = {
  readonly name: string;
  readonly part: string;
  readonly label: string;
  /** Whether what is corrected cannot go without it. */
  readonly required?: boolean;
  readonly holds?: 'lines';
};

/** One key of a correction as a form has it. */
export type CorrectionGroup = {
  readonly key: Exclude<keyof Correction, 'codes' | 'support'>;
  readonly topic: Topic;
  /** A claim cannot go without it: its fields may be changed and not emptied. */
  readonly required?: boolean;
  readonly parts: readonly CorrectionPart[];
  readonly of: (claim: Claim) => unknown;
};

export const topics = {
  identity: 'Member id and patient’s name',
  patient: 'The patient',
  policy: 'The policy',
  authorization: 'Authorization and referral',
  providers: 'Providers',
  visit: 'Date, place and circumstances of the visit',
  lines: 'Drugs and charges',
} as const;
export type Topic = keyof typeof topics;

const one = (
  key: CorrectionGroup['key'],
  topic: Topic,
  label: string,
  of: CorrectionGroup['of'],
  options: { readonly required?: boolean; readonly holds?: 'lines' } = {},
): CorrectionGroup => ({ key, topic, of, parts: [{ name: key, part: '', label, ...options }], ...options });

const provider = (
  key: CorrectionGroup['key'],
  stem: string,
  who: string,
  of: CorrectionGroup['of'],
  required = false,
): CorrectionGroup => ({
  key,
  topic: 'providers',
  required,
  of,
  parts: [
    { name: `${stem}Npi`, part: 'npi', label: `NPI of the ${who}`, required: true },
    { name: `${stem}LastName`, part: 'lastName', label: `Last name of the ${who}`, required: true },
    { name: `${stem}FirstName`, part: 'firstName', label: `First name of the ${who}`, required: true },
  ],
});

const addressParts = (stem: string, of: string, prefix = ''): readonly CorrectionPart[] => [
  { name: `${stem}Street`, part: `${prefix}line1`, label: `Street of the ${of}`, required: true },
  { name: `${stem}Line2`, part: `${prefix}line2`, label: `Second line of the address of the ${of}` },
  { name: `${stem}City`, part: `${prefix}city`, label: `City of the ${of}`, required: true },
  { name: `${stem}State`, part: `${prefix}state`, label: `State of the ${of}`, required: true },
  { name: `${stem}Zip`, part: `${prefix}postalCode`, label: `ZIP code of the ${of}`, required: true },
];

const required = true;

const drugLines = ({ lines }: Claim): string =>
  lines
    .flatMap(({ lineNumber, facts }) =>
      facts?.drug ? [`${lineNumber} ${facts.drug.ndc} ${facts.drug.quantity} ${facts.drug.unit}`] : [],
    )
    .join('\n');

const chargeLines = ({ lines }: Claim): string =>
  lines.map(({ lineNumber, charge }) => `${lineNumber} ${toDollars(charge)}`).join('\n');

const attachmentLines = ({ visit }: Claim): string =>
  (visit?.attachments ?? [])
    .map((at) => [at.reportType, at.transmission, at.controlNumber].filter(Boolean).join(' '))
    .join('\n');

/** Everything that denials ask for, by topic, with the fields that state it. */
export const correctionGroups: readonly CorrectionGroup[] = [
  one('memberId', 'identity', 'Member id', ({ coverage }) => coverage.memberId, { required }),
  one('patientLastName', 'identity', 'Patient’s last name', ({ patient }) => patient.lastName, { required }),
  one('patientFirstName', 'identity', 'Patient’s first name', ({ patient }) => patient.firstName, {
    required,
  }),
  one('patientMiddleName', 'patient', 'Patient’s middle name', ({ patient }) => patient.middleName),
  one(
    'patientDateOfBirth',
    'patient',
    'Patient’s date of birth, as 1961-04-09',
    ({ patient }) => patient.dateOfBirth,
    {
      required,
    },
  ),
  one('patientGender', 'patient', 'Patient’s sex: F, M or U', ({ patient }) => patient.gender, { required }),
  {
    key: 'patientAddress',
    topic: 'patient',
    required,
    of: ({ patient }) => patient.address,
    parts: addressParts('patient', 'patient'),
  },
  one('groupNumber', 'policy', 'Group number', ({ coverage }) => coverage.groupNumber),
  one(
    'relationship',
    'policy',
    'Patient’s relation to who holds the policy: self, spouse, child, employee or other',
    ({ coverage }) => coverage.relationship,
    { required },
  ),
  {
    key: 'policyHolder',
    topic: 'policy',
    of: ({ coverage: { subscriber } }) => {
      const { lastName, firstName, dateOfBirth, gender } = subscriber ?? {};
      return subscriber && { lastName, firstName, dateOfBirth, gender };
    },
    parts: [
      { name: 'holderLastName', part: 'lastName', label: 'Last name of the policy holder', required },
      { name: 'holderFirstName', part: 'firstName', label: 'First name of the policy holder', required },
      {
        name: 'holderDateOfBirth',
        part: 'dateOfBirth',
        label: 'Date of birth of the policy holder',
        required,
      },
      { name: 'holderGender', part: 'gender', label: 'Sex of the policy holder: F, M or U', required },
    ],
  },
  one(
    'priorAuthorization',
    'authorization',
    'Prior authorization number',
    (claim) => claim.priorAuthorization,
  ),
  one('referralNumber', 'authorization', 'Referral number', ({ visit }) => visit?.referralNumber),
  provider('referringProvider', 'referring', 'referring provider', (claim) => claim.referringProvider),
  provider('renderingProvider', 'rendering', 'rendering provider', (claim) => claim.renderingProvider, true),
  provider('orderingProvider', 'ordering', 'ordering provider', ({ visit }) => visit?.orderingProvider),
  provider(
    'supervisingProvider',
    'supervising',
    'supervising provider',
    ({ visit }) => visit?.supervisingProvider,
  ),
  {
    key: 'serviceFacility',
    topic: 'providers',
    of: ({ visit }) => visit?.serviceFacility,
    parts: [
      { name: 'facilityName', part: 'name', label: 'Name of the service facility', required },
      { name: 'facilityNpi', part: 'npi', label: 'NPI of the service facility' },
      ...addressParts('facility', 'service facility', 'address.'),
    ],
  },
  one('dateOfService', 'visit', 'Date of service, as 2026-03-02', (claim) => claim.dateOfService, {
    required,
  }),
  one('placeOfService', 'visit', 'Place of service, two digits', (claim) => claim.placeOfService, {
    required,
  }),
  one('cliaNumber', 'visit', 'CLIA number', ({ visit }) => visit?.cliaNumber),
  {
    key: 'accident',
    topic: 'visit',
    of: ({ visit }) => visit?.accident && { ...visit.accident, causes: visit.accident.causes.join(' ') },
    parts: [
      { name: 'accidentCauses', part: 'causes', label: 'Accident: auto, employment or other', required },
      { name: 'accidentDate', part: 'date', label: 'Date of the accident', required },
      { name: 'accidentState', part: 'state', label: 'State of the accident' },
      { name: 'accidentClaim', part: 'claimNumber', label: 'Claim number of the liability carrier' },
    ],
  },
  one('claimNote', 'visit', 'Note to the payer, 80 characters', ({ visit }) => visit?.note?.text),
  one(
    'attachments',
    'visit',
    'Attachments, one a line: report type, way, control number, such as OZ FX 4711',
    attachmentLines,
    { holds: 'lines' },
  ),
  one(
    'drugs',
    'lines',
    'Drugs, one a line: service line, NDC, quantity, unit, such as 2 00069140601 1 ML',
    drugLines,
    {
      holds: 'lines',
    },
  ),
  one('charges', 'lines', 'Charges, one a line: service line and dollars, such as 2 150.00', chargeLines, {
    holds: 'lines',
    required,
  }),
];

/** What each desk usually mends; a biller sees to whatever the payer named. */
export const deskMends: Record<Desk, readonly Topic[]> = {
  coder: ['lines'],
  biller: ['identity', 'authorization', 'providers'],
  'front-desk': ['identity', 'patient', 'policy'],
  authorizations: ['authorization'],
  appeals: ['authorization'],
  credentialing: ['providers'],
  records: ['visit'],
};
