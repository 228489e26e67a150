import { join } from 'node:path';
import type { EncounterCodes } from '../../../functions/domain/coding.ts';
import type { Address, Coverage, Patient } from '../../../functions/domain/party.ts';
import { chargeFor } from '../../../functions/domain/practice.ts';
import { cents, sum } from '../../../functions/edi/money.ts';
import type { BilledClaim } from '../../../functions/edi/x837p/claims-of.ts';
import type {
  BillingProviderLevel,
  ProfessionalClaim,
  ProfessionalServiceLine,
  SubscriberLevel,
} from '../../../functions/edi/x837p/loops.ts';
import { samplesFolder } from '../../../local/samples.ts';
import { practice as aPractice } from '../../factories/practices.ts';
import { sampleVisit } from '../../factories/sample-visits.ts';

const practice = aPractice();

/** The day on which every file of these tests arrives. */
export const today = '2026-11-20';

export const rulesFolder = join(samplesFolder, 'payer-rules');

/** The claim that the visit of a sample becomes, with its first coverage and the codes that are expected of it. */
export const claimOf = (name: string, change: Partial<ProfessionalClaim> = {}): BilledClaim => {
  const sample = sampleVisit(name, today);
  if (!sample) throw new Error(`The visit ${name} is not coded`);
  const { registration: visit, expected } = sample;
  const [coverage] = visit.coverages;
  if (!coverage) throw new Error(`The visit ${name} has no coverage`);
  const lines = linesOf(expected, visit.dateOfService);
  const claim: ProfessionalClaim = {
    patientControlNumber: 'C0000SAMPLE00-1',
    totalCharge: sum(lines.map(({ charge }) => charge)),
    placeOfService: visit.placeOfService,
    frequency: '1',
    providerSignature: 'Y',
    assignment: 'A',
    benefitsAssigned: 'Y',
    releaseOfInformation: 'Y',
    diagnoses: expected.diagnoses.map((code, index) => ({
      qualifier: index === 0 ? 'ABK' : 'ABF',
      code: code.replace('.', ''),
    })),
    ...(visit.referringProvider && { referringProvider: referring }),
    lines,
    ...change,
  };
  return { claim, biller, ...levelsOf(visit.patient, coverage) };
};

const linesOf = (codes: EncounterCodes, dateOfService: string): ProfessionalServiceLine[] =>
  codes.services.map((service, index) => ({
    lineNumber: index + 1,
    procedure: { qualifier: 'HC', procedure: service.procedure, modifiers: service.modifiers },
    charge: cents((chargeFor(practice, service, dateOfService) ?? 0) * service.units),
    unitBasis: 'UN',
    units: service.units,
    diagnosisPointers: service.diagnosisPointers,
    servicePeriod: { from: dateOfService },
    lineControlNumber: String(index + 1),
  }));

const addressOf = ({ line1, line2, city, state, postalCode }: Address) => ({
  addressLine1: line1,
  addressLine2: line2,
  city,
  state,
  postalCode,
});

const detailsOf = ({ address, dateOfBirth, gender }: Patient) => ({
  ...addressOf(address),
  dateOfBirth,
  gender,
});

const biller: BillingProviderLevel = {
  provider: {
    entityType: '2',
    name: practice.name,
    idQualifier: 'XX',
    id: practice.npi,
    ...addressOf(practice.address),
    taxId: { qualifier: 'EI', id: practice.taxId },
  },
};

/** A patient who is not the holder of the policy is the holder's child here. */
const levelsOf = (
  patient: Patient,
  { memberId, payerId, responsibility, subscriber }: Coverage,
): Pick<BilledClaim, 'coverage' | 'dependent'> => {
  const holder = subscriber ?? patient;
  const isPatient = subscriber === undefined;
  const coverage = {
    responsibility,
    relationship: isPatient ? '18' : undefined,
    claimFilingIndicator: 'CI',
    subscriber: {
      entityType: '1',
      name: holder.lastName,
      firstName: holder.firstName,
      idQualifier: 'MI',
      id: memberId,
      ...(isPatient && detailsOf(patient)),
    },
    payer: { entityType: '2', name: payerId, idQualifier: 'PI', id: payerId },
  };
  if (isPatient) return { coverage };
  const { lastName: name, firstName } = patient;
  return { coverage, dependent: { relationship: '19', patient: { name, firstName, ...detailsOf(patient) } } };
};

export const referring = {
  entityType: '1',
  name: 'Pellegrino',
  firstName: 'Anita',
  idQualifier: 'XX',
  id: '2450100088',
};

export const withClaim = (billed: BilledClaim, change: Partial<ProfessionalClaim>): BilledClaim => ({
  ...billed,
  claim: { ...billed.claim, ...change },
});

export const withCoverage = (billed: BilledClaim, change: Partial<SubscriberLevel>): BilledClaim => ({
  ...billed,
  coverage: { ...billed.coverage, ...change },
});

export const withSubscriber = (
  billed: BilledClaim,
  change: Partial<SubscriberLevel['subscriber']>,
): BilledClaim => withCoverage(billed, { subscriber: { ...billed.coverage.subscriber, ...change } });
