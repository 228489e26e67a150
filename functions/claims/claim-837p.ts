import type { Claim, ClaimLine, NextPayer, PriorPayer, Submission } from '../domain/claim.ts';
import { patientControlNumber } from '../domain/ids.ts';
import type { Coverage, Patient, Provider, Relationship } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import { allAdjustments, claimPosition } from '../domain/position.ts';
import type { Practice } from '../domain/practice.ts';
import type {
  BillingProvider,
  ClaimPatient,
  ClaimProvider,
  ClaimSubscriber,
  LineAdjudication,
  OtherPayer,
  ProfessionalClaim,
  ProfessionalServiceLine,
} from '../edi/x837p/professional-claim.ts';

/** SBR02 and PAT01 individual relationship codes. */
const relationshipCodes: Record<Relationship, string> = {
  self: '18',
  spouse: '01',
  child: '19',
  other: 'G8',
};

/** The claim as an 837P says it (005010X222A1), for the transmission given. */
export const toProfessionalClaim = (
  claim: Claim,
  submission: Submission,
  practice: Practice,
  payer: Payer,
): ProfessionalClaim => ({
  patientControlNumber: patientControlNumber(claim.claimId, submission.number),
  totalCharge: claimPosition(claim).charge,
  placeOfService: claim.placeOfService,
  frequency: submission.frequency,
  ...(submission.originalReference && { originalReference: submission.originalReference }),
  ...(claim.priorAuthorization && { priorAuthorization: claim.priorAuthorization }),
  dates: [],
  attachments: [],
  billingProvider: billingProvider(practice),
  subscriber: claimSubscriber(claim.patient, claim.coverage),
  ...(claim.coverage.subscriber && { patient: claimPatient(claim.patient, claim.coverage) }),
  payer: { name: payer.name, id: payer.payerId },
  responsibility: claim.responsibility,
  claimFilingIndicator: payer.claimFilingIndicator,
  diagnoses: claim.diagnoses,
  ...(claim.referringProvider && { referringProvider: toProvider(claim.referringProvider) }),
  renderingProvider: toProvider(claim.renderingProvider),
  otherPayers: [
    ...claim.priorPayers.map((prior) => priorPayer(claim, prior)),
    ...claim.nextPayers.map((next) => otherPayer(claim.patient, next)),
  ],
  lines: claim.lines.map((line) => serviceLine(claim, line)),
});

const billingProvider = (practice: Practice): BillingProvider => ({
  kind: 'organization',
  name: practice.name,
  npi: practice.npi,
  taxonomy: practice.taxonomy,
  taxId: practice.taxId,
  address: practice.address,
  contact: { name: 'BILLING OFFICE', phone: practice.phone },
});

const toProvider = (provider: Provider): ClaimProvider => ({
  kind: 'person',
  name: provider.lastName,
  firstName: provider.firstName,
  npi: provider.npi,
  ...(provider.taxonomy && { taxonomy: provider.taxonomy }),
});

const personName = (person: { lastName: string; firstName: string; middleName?: string | undefined }) => ({
  kind: 'person' as const,
  name: person.lastName,
  firstName: person.firstName,
  ...(person.middleName && { middleName: person.middleName }),
});

/** Address and demographics of a subscriber are sent only when that is the patient (2010BA). */
const claimSubscriber = (patient: Patient, coverage: Coverage): ClaimSubscriber => ({
  ...personName(coverage.subscriber ?? patient),
  memberId: coverage.memberId,
  ...(coverage.groupNumber && { groupNumber: coverage.groupNumber }),
  ...(!coverage.subscriber && {
    address: patient.address,
    dateOfBirth: patient.dateOfBirth,
    gender: patient.gender,
  }),
});

const claimPatient = (patient: Patient, coverage: Coverage): ClaimPatient => ({
  ...personName(patient),
  relationship: relationshipCodes[coverage.relationship],
  address: patient.address,
  dateOfBirth: patient.dateOfBirth,
  gender: patient.gender,
});

const otherPayer = (
  patient: Patient,
  { coverage, payerName, claimFilingIndicator }: NextPayer,
): OtherPayer => ({
  responsibility: coverage.responsibility,
  relationship: relationshipCodes[coverage.relationship],
  ...(coverage.groupNumber && { groupNumber: coverage.groupNumber }),
  claimFilingIndicator,
  adjustments: [],
  subscriber: { ...personName(coverage.subscriber ?? patient), memberId: coverage.memberId },
  name: payerName,
  id: coverage.payerId,
});

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
  return {
    ...otherPayer(claim.patient, prior),
    adjustments: byLine ? adjudication.adjustments : allAdjustments(adjudication),
    paid: adjudication.paid,
    ...(adjudication.payerControlNumber && { claimControlNumber: adjudication.payerControlNumber }),
    ...(!byLine && { adjudicationDate: adjudication.paymentDate }),
  };
};

const serviceLine = (claim: Claim, line: ClaimLine): ProfessionalServiceLine => ({
  lineNumber: line.lineNumber,
  procedure: { qualifier: 'HC', procedure: line.procedure, modifiers: line.modifiers },
  charge: line.charge,
  units: line.units,
  diagnosisPointers: line.diagnosisPointers,
  servicePeriod: { from: claim.dateOfService },
  lineControlNumber: String(line.lineNumber),
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
      procedure: { qualifier: 'HC', procedure: line.procedure, modifiers: line.modifiers },
      units: line.units,
      adjustments: decided.adjustments,
      adjudicationDate: adjudication.paymentDate,
    }));
