import type { Claim, Submission } from '../../domain/claim.ts';
import { patientControlNumber } from '../../domain/ids.ts';
import { chargeOf } from '../../domain/ledger/transmitted-charge.ts';
import { type Coverage, isPatientSubscriber, type Patient } from '../../domain/party.ts';
import type { Payer } from '../../domain/payer.ts';
import { type BillingEntity, billingEntityOf } from '../../domain/practice/billing-entity.ts';
import { contactOf, enrolmentFor } from '../../domain/practice/partner-enrolment.ts';
import type { Practice } from '../../domain/practice.ts';
import type { VisitFacts } from '../../domain/visit/visit-facts.ts';
import { beginningOf } from '../../edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../../edi/envelope/interchange-header.ts';
import type {
  BillingProviderLevel,
  PatientLevel,
  ProfessionalClaim,
  ProfessionalClaimSet,
  SubscriberLevel,
} from '../../edi/x837p/loops.ts';
import { claimFactsOf } from './claim-facts.ts';
import { otherPayersOf } from './other-payers.ts';
import {
  addressOf,
  memberOf,
  nameOf,
  organization,
  providerOf,
  relationshipCodes,
  renderingProviderOf,
} from './parties.ts';
import { serviceLineOf } from './service-line.ts';
import { spelled } from './wire-text.ts';

/** Who a claim is between: the practice bills, the payer is billed. */
export type ClaimParties = { readonly practice: Practice; readonly payer: Payer };

/** The 837P of one claim (005010X222A1), for the transmission given. */
export const toProfessionalClaimSet = (
  claim: Claim,
  submission: Submission,
  { practice, payer }: ClaimParties,
  envelope: InterchangeHeader,
): ProfessionalClaimSet =>
  spelled({
    purpose: '00',
    ...beginningOf(envelope),
    type: 'CH',
    ...endsOf(practice, payer),
    billingProviders: [billingLevel(claim, submission, { practice, payer })],
  });

/** Loops 1000A and 1000B: who sends and who takes the file, as the partner enrolled them. */
const endsOf = (practice: Practice, payer: Payer) => {
  const enrolment = enrolmentFor(practice, payer);
  return {
    submitter: {
      ...organization(enrolment.submitterName ?? practice.name, '46', enrolment.submitterId),
      contacts: [contactOf(enrolment, practice)],
    },
    receiver: organization(enrolment.receiverName ?? payer.name, '46', enrolment.receiverId),
  };
};

const billingOffice = ({ phone }: Pick<Practice, 'phone'>) => ({
  name: 'BILLING OFFICE',
  numbers: [{ qualifier: 'TE', number: phone }],
});

/** Loop 2000A with its claim. */
const billingLevel = (
  claim: Claim,
  submission: Submission,
  { practice, payer }: ClaimParties,
): BillingProviderLevel => {
  const entity = billingEntityOf(practice, claim);
  return {
    taxonomy: entity.taxonomy,
    provider: billingProvider(entity),
    ...(entity.payTo && {
      payToAddress: { entityType: entity.person ? '1' : '2', ...addressOf(entity.payTo) },
    }),
    subscribers: [subscriberLevel(claim, submission, payer, entity)],
  };
};

/** Loop 2010AA: an organization or a person, by its tax id or social security number. */
const billingProvider = (entity: BillingEntity): BillingProviderLevel['provider'] => ({
  ...(entity.person
    ? { ...nameOf(entity.person), entityType: '1', idQualifier: 'XX', id: entity.npi }
    : organization(entity.name ?? '', 'XX', entity.npi)),
  ...addressOf(entity.address),
  taxId: { qualifier: entity.taxIdKind === 'employer' ? 'EI' : 'SY', id: entity.taxId },
  contacts: [billingOffice(entity)],
});

/** Address and demographics are sent of the patient alone, be that the subscriber or not. */
const demographicsOf = ({ address, dateOfBirth, gender }: Patient) => ({
  ...addressOf(address),
  dateOfBirth,
  gender,
});

/** PAT: what of the patient's state bears on the claim. */
const patientFactsOf = (
  { dateOfDeath }: Patient,
  { patientWeightPounds: weight, pregnant }: VisitFacts = {},
) => ({
  ...(dateOfDeath && { dateOfDeath }),
  ...(weight !== undefined && { weightUnit: '01', weight }),
  ...(pregnant && { pregnant: 'Y' }),
});

/** The number that a property and casualty insurer gave the accident: of the policy and of the patient (REF*Y4). */
const casualtyOf = ({ visit }: Claim) => {
  const number = visit?.accident?.claimNumber;
  return number === undefined ? {} : { casualtyClaimNumber: number };
};

/** A claim stands under its subscriber when that is the patient, else under the patient's own level. */
const subscriberLevel = (
  claim: Claim,
  submission: Submission,
  payer: Payer,
  entity: BillingEntity,
): SubscriberLevel => {
  const { coverage, patient, responsibility, visit } = claim;
  const claims = [toProfessionalClaim(claim, submission, entity)];
  const isPatient = isPatientSubscriber(coverage);
  return {
    responsibility,
    relationship: isPatient ? relationshipCodes.self : undefined,
    groupNumber: coverage.groupNumber || undefined,
    insuranceType: coverage.insuranceType,
    claimFilingIndicator: payer.claimFilingIndicator,
    ...(isPatient && patientFactsOf(patient, visit)),
    subscriber: {
      ...memberOf(patient, coverage),
      ...(isPatient && demographicsOf(patient)),
      ...casualtyOf(claim),
    },
    payer: organization(payer.name, 'PI', payer.payerId),
    ...(isPatient ? { claims } : { patients: [{ ...patientLevel(claim, coverage), claims }] }),
  };
};

const patientLevel = (claim: Claim, coverage: Coverage): PatientLevel => ({
  relationship: relationshipCodes[coverage.relationship],
  ...patientFactsOf(claim.patient, claim.visit),
  patient: { ...nameOf(claim.patient), ...demographicsOf(claim.patient), ...casualtyOf(claim) },
});

/** Loop 2300. Who gave the services is left out where that is who bills (2310B). */
const toProfessionalClaim = (
  claim: Claim,
  submission: Submission,
  entity: BillingEntity,
): ProfessionalClaim => ({
  patientControlNumber: patientControlNumber(claim.claimId, submission.number),
  totalCharge: chargeOf(claim),
  placeOfService: claim.placeOfService,
  frequency: submission.frequency,
  ...claimFactsOf(claim),
  priorAuthorization: claim.priorAuthorization || undefined,
  originalReference: submission.originalReference || undefined,
  diagnoses: claim.diagnoses.map(toDiagnosis),
  ...(claim.referringProvider && { referringProvider: providerOf(claim.referringProvider) }),
  ...(claim.renderingProvider.npi !== entity.npi && {
    renderingProvider: renderingProviderOf(claim.renderingProvider),
  }),
  otherPayers: otherPayersOf(claim),
  lines: claim.lines.map((line) => serviceLineOf(claim, submission, line)),
});

/** ICD-10-CM, the principal one first, written without its dot. */
const toDiagnosis = (code: string, index: number) => ({
  qualifier: index === 0 ? 'ABK' : 'ABF',
  code: code.replaceAll('.', ''),
});
