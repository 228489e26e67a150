import type { Interchange } from '../../functions/edi/envelope/interchange.ts';
import { cents, sum } from '../../functions/edi/money.ts';
import { standardDelimiters } from '../../functions/edi/text/delimiters.ts';
import { professionalClaimGuide } from '../../functions/edi/x837p/guide.ts';
import type {
  BillingProviderLevel,
  ProfessionalClaim,
  ProfessionalClaimSet,
  ProfessionalServiceLine,
  SubscriberLevel,
} from '../../functions/edi/x837p/loops.ts';
import {
  dayOfService,
  firstNames,
  type Invention,
  inventing,
  lastNames,
  npiOf,
  padded,
  procedures,
} from './invent.ts';

/** X12 advises receivers to take at least so many claims in one set. */
const claimsInSet = 5000;
/** As many claims as a billing provider of a middle-sized group has in one file. */
const claimsOfProvider = 250;

const diagnosisCodes = ['J069', 'I10', 'E119', 'M5450', 'S93401A', 'R0789', 'J45909', 'N390'] as const;

const inventLine = (invention: Invention, control: string, lineNumber: number): ProfessionalServiceLine => {
  const { pick, number, chance } = invention;
  return {
    lineNumber,
    procedure: {
      qualifier: 'HC',
      procedure: pick(procedures),
      ...(chance(0.4) && { modifiers: [pick(['25', '59', 'RT', 'LT'])] }),
    },
    charge: cents(number(4000, 60000)),
    unitBasis: 'UN',
    units: number(1, 3),
    diagnosisPointers: chance(0.5) ? [1] : [1, 2],
    servicePeriod: { from: dayOfService(invention) },
    lineControlNumber: `${control}-${lineNumber}`,
  };
};

/** Two to four different ones, the first of which is the principal. */
const inventDiagnoses = ({ number }: Invention): NonNullable<ProfessionalClaim['diagnoses']> => {
  const first = number(0, diagnosisCodes.length - 4);
  return diagnosisCodes.slice(first, first + number(2, 4)).map((code, index) => ({
    qualifier: index === 0 ? 'ABK' : 'ABF',
    code,
  }));
};

const inventPerson = ({ pick, number }: Invention) => ({
  entityType: '1',
  name: pick(lastNames),
  firstName: pick(firstNames),
  idQualifier: 'XX',
  id: npiOf(100000000 + number(0, 99999999)),
});

const facility = {
  entityType: '2',
  name: 'NORTH SHORE OUTPATIENT CENTER',
  idQualifier: 'XX',
  id: '1999999984',
  addressLine1: '2100 LONDON ROAD',
  city: 'DULUTH',
  state: 'MN',
  postalCode: '558120002',
};

/** Loop 2300: the claim charges what its lines do (CLM02). */
const inventClaim = (invention: Invention, claim: number): ProfessionalClaim => {
  const patientControlNumber = `PC${padded(claim, 8)}-1`;
  const count = invention.number(1, 4);
  const lines = Array.from({ length: count }, (_, index) =>
    inventLine(invention, patientControlNumber, index + 1),
  );
  return {
    patientControlNumber,
    totalCharge: sum(lines.map(({ charge }) => charge)),
    placeOfService: '11',
    frequency: '1',
    providerSignature: 'Y',
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    onsetDate: dayOfService(invention).replace('-02-', '-01-'), // before any service
    priorAuthorization: `AUTH${padded(claim, 8)}`,
    clearinghouseTrace: `TRACE${padded(claim, 10)}`,
    medicalRecordNumber: `MRN-${padded(claim, 8)}`,
    diagnoses: inventDiagnoses(invention),
    referringProvider: inventPerson(invention),
    renderingProvider: { ...inventPerson(invention), taxonomy: '207Q00000X' },
    serviceFacility: facility,
    lines,
  };
};

const inventSubscriber = (invention: Invention, claim: number): SubscriberLevel => {
  const { pick, number } = invention;
  return {
    responsibility: 'P',
    relationship: '18',
    groupNumber: `GROUP-${padded(number(1, 9999), 4)}`,
    claimFilingIndicator: 'CI',
    subscriber: {
      entityType: '1',
      name: pick(lastNames),
      firstName: pick(firstNames),
      idQualifier: 'MI',
      id: `W${padded(number(0, 999999999), 9)}`,
      addressLine1: `${number(1, 9999)} HARBOR LANE`,
      city: 'DULUTH',
      state: 'MN',
      postalCode: '55802',
      dateOfBirth: `19${number(40, 99)}-0${number(1, 9)}-${number(10, 28)}`,
      gender: pick(['F', 'M']),
    },
    payer: { entityType: '2', name: 'PLAINS MUTUAL HEALTH', idQualifier: 'PI', id: '98765' },
    claims: [inventClaim(invention, claim)],
  };
};

type Range = readonly [from: number, to: number];

const ranges = ([from, to]: Range, size: number): Range[] =>
  Array.from({ length: Math.ceil((to - from) / size) }, (_, index) => [
    from + index * size,
    Math.min(from + (index + 1) * size, to),
  ]);

const inventProvider = (invention: Invention, [from, to]: Range): BillingProviderLevel => ({
  taxonomy: '207Q00000X',
  provider: {
    entityType: '2',
    name: 'LAKESIDE FAMILY MEDICINE',
    idQualifier: 'XX',
    id: npiOf(100000000 + invention.number(0, 99999999)),
    addressLine1: '400 SHORE ROAD',
    addressLine2: 'SUITE 2',
    city: 'DULUTH',
    state: 'MN',
    postalCode: '558020001',
    taxId: { qualifier: 'EI', id: '123456789' },
    contacts: [{ name: 'BILLING DESK', numbers: [{ qualifier: 'TE', number: '2185550100' }] }],
  },
  subscribers: Array.from({ length: to - from }, (_, index) => inventSubscriber(invention, from + index + 1)),
});

const inventSet = (invention: Invention, claims: Range): ProfessionalClaimSet => ({
  purpose: '00',
  reference: `BATCH${padded(claims[0], 8)}`,
  date: '2026-03-02',
  time: '0930',
  type: 'CH',
  submitter: {
    entityType: '2',
    name: 'LAKESIDE BILLING',
    idQualifier: '46',
    id: 'LAKESIDE01',
    contacts: [{ name: 'EDI DESK', numbers: [{ qualifier: 'TE', number: '2185550101' }] }],
  },
  receiver: { entityType: '2', name: 'PLAINS MUTUAL HEALTH', idQualifier: '46', id: '98765' },
  billingProviders: ranges(claims, claimsOfProvider).map((range) => inventProvider(invention, range)),
});

/** An interchange of so many professional claims, as a program would have it that writes one. */
export const claimInterchange = (claims: number): Interchange => {
  const invention = inventing(837);
  const createdAt = '2026-03-02T09:30:00.000Z';
  return {
    header: { senderId: 'LAKESIDE', receiverId: 'PLAINS', controlNumber: 837, createdAt, usage: 'P' },
    delimiters: standardDelimiters,
    groups: [
      {
        header: {
          functionalId: professionalClaimGuide.functionalId,
          senderId: 'LAKESIDE',
          receiverId: 'PLAINS',
          createdAt,
          controlNumber: '837',
          version: professionalClaimGuide.version,
        },
        sets: ranges([0, claims], claimsInSet).map((range, index) => ({
          guide: professionalClaimGuide.name,
          controlNumber: padded(index + 1, 4),
          data: inventSet(invention, range),
        })),
      },
    ],
    acknowledgements: [],
  };
};
