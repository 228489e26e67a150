import type { Claim, ClaimLine, NextPayer, PriorPayer, Submission } from '../../domain/claim.ts';
import { lineControlNumber, patientControlNumber } from '../../domain/ids.ts';
import { allAdjustments } from '../../domain/ledger/decision.ts';
import type { Address, Coverage, Patient, Person, Provider, Relationship } from '../../domain/party.ts';
import type { Payer } from '../../domain/payer.ts';
import { claimPosition } from '../../domain/position.ts';
import type { Practice } from '../../domain/practice.ts';
import { beginningOf } from '../../edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../../edi/envelope/interchange-header.ts';
import { adjustmentSegments } from '../../edi/guide/adjustment-list.ts';
import type {
  BillingProviderLevel,
  LineAdjudication,
  OtherPayer,
  PatientLevel,
  ProfessionalClaim,
  ProfessionalClaimSet,
  ProfessionalServiceLine,
  SubscriberLevel,
} from '../../edi/x837p/loops.ts';

/** SBR02 and PAT01 individual relationship codes. */
const relationshipCodes: Record<Relationship, string> = {
  self: '18',
  spouse: '01',
  child: '19',
  other: 'G8',
};

/** Who a claim is between: the practice bills, the payer is billed. */
export type ClaimParties = { readonly practice: Practice; readonly payer: Payer };

/** The 837P of one claim (005010X222A1), for the transmission given. */
export const toProfessionalClaimSet = (
  claim: Claim,
  submission: Submission,
  { practice, payer }: ClaimParties,
  envelope: InterchangeHeader,
): ProfessionalClaimSet => ({
  purpose: '00',
  ...beginningOf(envelope),
  type: 'CH',
  submitter: {
    ...organization(practice.name, '46', practice.taxId),
    contacts: [billingOffice(practice)],
  },
  receiver: organization(payer.name, '46', payer.receiverId),
  billingProviders: [
    { ...billingProvider(practice), subscribers: [subscriberLevel(claim, submission, payer)] },
  ],
});

const organization = (name: string, idQualifier: string, id: string) => ({
  entityType: '2',
  name,
  idQualifier,
  id,
});

const billingOffice = ({ phone }: Practice) => ({
  name: 'BILLING OFFICE',
  numbers: [{ qualifier: 'TE', number: phone }],
});

const addressOf = ({ line1, line2, city, state, postalCode }: Address) => ({
  addressLine1: line1,
  addressLine2: line2,
  city,
  state,
  postalCode,
});

const billingProvider = (practice: Practice): BillingProviderLevel => ({
  taxonomy: practice.taxonomy,
  provider: {
    ...organization(practice.name, 'XX', practice.npi),
    ...addressOf(practice.address),
    taxId: { qualifier: 'EI', id: practice.taxId },
    contacts: [billingOffice(practice)],
  },
});

const nameOf = ({ lastName, firstName, middleName }: Person) => ({
  name: lastName,
  firstName,
  middleName: middleName || undefined,
});

/** Address and demographics are sent of the patient alone, be that the subscriber or not. */
const patientFacts = ({ address, dateOfBirth, gender }: Patient) => ({
  ...addressOf(address),
  dateOfBirth,
  gender,
});

/** A claim stands under its subscriber when that is the patient, else under the patient's own level. */
const subscriberLevel = (claim: Claim, submission: Submission, payer: Payer): SubscriberLevel => {
  const { coverage, patient, responsibility } = claim;
  const claims = [toProfessionalClaim(claim, submission)];
  const isPatient = coverage.subscriber === undefined;
  return {
    responsibility,
    relationship: isPatient ? relationshipCodes.self : undefined,
    groupNumber: coverage.groupNumber || undefined,
    insuranceType: coverage.insuranceType,
    claimFilingIndicator: payer.claimFilingIndicator,
    subscriber: {
      ...memberOf(patient, coverage),
      ...(isPatient && patientFacts(patient)),
    },
    payer: organization(payer.name, 'PI', payer.payerId),
    ...(isPatient ? { claims } : { patients: [{ ...patientLevel(patient, coverage), claims }] }),
  };
};

const memberOf = (patient: Patient, coverage: Coverage) => ({
  entityType: '1',
  ...nameOf(coverage.subscriber ?? patient),
  idQualifier: 'MI',
  id: coverage.memberId,
});

const patientLevel = (patient: Patient, coverage: Coverage): PatientLevel => ({
  relationship: relationshipCodes[coverage.relationship],
  patient: { ...nameOf(patient), ...patientFacts(patient) },
});

const toProfessionalClaim = (claim: Claim, submission: Submission): ProfessionalClaim => ({
  patientControlNumber: patientControlNumber(claim.claimId, submission.number),
  totalCharge: claimPosition(claim).charge,
  placeOfService: claim.placeOfService,
  frequency: submission.frequency,
  ...consent,
  providerSignature: 'Y',
  assignment: 'A',
  priorAuthorization: claim.priorAuthorization || undefined,
  originalReference: submission.originalReference || undefined,
  diagnoses: claim.diagnoses.map(toDiagnosis),
  ...(claim.referringProvider && { referringProvider: toProvider(claim.referringProvider) }),
  renderingProvider: renderingProvider(claim.renderingProvider),
  otherPayers: otherPayers(claim),
  lines: claim.lines.map((line) => serviceLine(claim, submission, line)),
});

/** What the patient signed at registration: pay the practice, and tell the payer what it needs. */
const consent = { benefitsAssigned: 'Y', releaseOfInformation: 'Y' };

/** ICD-10-CM, the principal one first, written without its dot. */
const toDiagnosis = (code: string, index: number) => ({
  qualifier: index === 0 ? 'ABK' : 'ABF',
  code: code.replaceAll('.', ''),
});

const toProvider = (provider: Provider) => ({
  entityType: '1',
  name: provider.lastName,
  firstName: provider.firstName,
  idQualifier: 'XX',
  id: provider.npi,
});

const renderingProvider = ({ taxonomy, ...provider }: Provider) => ({
  ...toProvider(provider),
  ...(taxonomy && { taxonomy }),
});

const otherPayers = (claim: Claim): OtherPayer[] | undefined => {
  const others = [
    ...claim.priorPayers.map((prior) => priorPayer(claim, prior)),
    ...claim.nextPayers.map((next) => otherPayer(claim.patient, next)),
  ];
  return others.length > 0 ? others : undefined;
};

const otherPayer = (patient: Patient, next: NextPayer) => {
  const { coverage, payerName, claimFilingIndicator } = next;
  return {
    responsibility: coverage.responsibility,
    relationship: relationshipCodes[coverage.relationship],
    groupNumber: coverage.groupNumber || undefined,
    insuranceType: coverage.insuranceType,
    claimFilingIndicator,
    ...consent,
    subscriber: memberOf(patient, coverage),
    payer: organization(payerName, 'PI', coverage.payerId),
  };
};

/**
 * Whether every decision of a prior payer belongs to a line of the claim. A payer that drops our line numbers
 * (REF*6R) is told of at claim level, where its adjustments still balance.
 */
const decidedByLine = (claim: Claim, { adjudication }: PriorPayer): boolean =>
  adjudication.lines.length > 0 &&
  adjudication.lines.every((decided) =>
    claim.lines.some(({ lineNumber }) => lineNumber === decided.lineNumber),
  );

/** The date of the decision stands at exactly one level: on the lines (2430) where the payer decided by line. */
const priorPayer = (claim: Claim, prior: PriorPayer): OtherPayer => {
  const { adjudication } = prior;
  const byLine = decidedByLine(claim, prior);
  const other = otherPayer(claim.patient, prior);
  return {
    ...other,
    adjustments: adjustmentSegments(byLine ? adjudication.adjustments : allAdjustments(adjudication)),
    paid: adjudication.paid,
    payer: {
      ...other.payer,
      adjudicationDate: byLine ? undefined : adjudication.paymentDate,
      claimControlNumber: adjudication.payerControlNumber || undefined,
    },
  };
};

const procedureOf = ({ procedure, modifiers }: ClaimLine) => ({
  qualifier: 'HC',
  procedure,
  ...(modifiers.length > 0 && { modifiers }),
});

const serviceLine = (claim: Claim, { number }: Submission, line: ClaimLine): ProfessionalServiceLine => ({
  lineNumber: line.lineNumber,
  procedure: procedureOf(line),
  charge: line.charge,
  unitBasis: 'UN',
  units: line.units,
  diagnosisPointers: line.diagnosisPointers,
  servicePeriod: { from: claim.dateOfService },
  lineControlNumber: lineControlNumber(patientControlNumber(claim.claimId, number), line.lineNumber),
  adjudications: claim.priorPayers
    .filter((prior) => decidedByLine(claim, prior))
    .flatMap((prior) => lineAdjudications(prior, line)),
});

const lineAdjudications = ({ coverage, adjudication }: PriorPayer, line: ClaimLine): LineAdjudication[] =>
  adjudication.lines
    .filter(({ lineNumber }) => lineNumber === line.lineNumber)
    .map((decided) => ({
      payerId: coverage.payerId,
      paid: decided.paid,
      procedure: procedureOf(line),
      units: line.units,
      adjustments: adjustmentSegments(decided.adjustments),
      adjudicationDate: adjudication.paymentDate,
    }));
