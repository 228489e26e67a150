import type { Claim, ClaimContext } from '../domain/claim.ts';
import { parseTrace, patientControlNumber } from '../domain/ids.ts';
import { chargeOf } from '../domain/ledger/transmitted-charge.ts';
import type { RenderFile } from '../domain/partner-file.ts';
import { type Coverage, isPatientSubscriber, type Person } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import { interchangeHeader } from '../domain/practice/partner-enrolment.ts';
import type { Practice } from '../domain/practice.ts';
import { beginningOf } from '../edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../edi/envelope/interchange-header.ts';
import { writeSets } from '../edi/sets.ts';
import { statusInquiryGuide } from '../edi/x276/guide.ts';
import type { InquiredClaim, StatusInquirySet, SubscriberStatusInquiry } from '../edi/x276/loops.ts';

/** How the 276 about the transmission of a claim that was sent last is rendered. */
export const rendering276 =
  ({ claim, practice, payer }: ClaimContext): RenderFile =>
  (controlNumber, createdAt) => {
    const envelope = interchangeHeader(practice, payer, controlNumber, createdAt);
    const inquiry = toStatusInquiry(claim, practice, payer, envelope);
    return writeSets(envelope, statusInquiryGuide, [inquiry]);
  };

/** TRN02 of the 276, which the 277 repeats: names the claim, the transmission and the inquiry. */
export const statusTrace = (claimId: string, submissionNumber: number, inquiry: number): string =>
  `${claimId}-${submissionNumber}-S${inquiry}`;

/** One inquiry about a transmission of a claim. */
export type StatusInquiry = {
  readonly claimId: string;
  readonly submissionNumber: number;
  readonly inquiry: number;
};

export const parseStatusTrace = (trace: string): StatusInquiry | undefined => {
  const named = parseTrace(trace);
  const [, number, inquiry] = /^(\d+)-S(\d+)$/.exec(named?.rest ?? '') ?? [];
  return named && number && inquiry
    ? { claimId: named.claimId, submissionNumber: Number(number), inquiry: Number(inquiry) }
    : undefined;
};

/** The 276 about the transmission sent last. */
export const toStatusInquiry = (
  claim: Claim,
  practice: Practice,
  payer: Payer,
  envelope: InterchangeHeader,
): StatusInquirySet => {
  const organization = { entityType: '2', name: practice.name };
  const provider = { ...organization, idQualifier: 'XX', id: practice.npi };
  return {
    purpose: '13',
    ...beginningOf(envelope),
    sources: [
      {
        payer: { entityType: '2', name: payer.name, idQualifier: 'PI', id: payer.payerId },
        receivers: [
          {
            receiver: { ...organization, idQualifier: '46', id: practice.taxId },
            providers: [{ providers: [provider], subscribers: [toSubscriberStatusInquiry(claim)] }],
          },
        ],
      },
    ],
  };
};

/** The subscriber, and the patient as a dependent where that is somebody else; the claim stands at the patient. */
export const toSubscriberStatusInquiry = (claim: Claim): SubscriberStatusInquiry => {
  const { patient, coverage } = claim;
  const claims = [inquiredClaim(claim)];
  const born = { dateOfBirth: patient.dateOfBirth, gender: patient.gender };
  const subscriber = {
    ...holderOf(coverage, patient),
    idQualifier: 'MI',
    id: coverage.memberId,
  };
  return isPatientSubscriber(coverage)
    ? { ...born, subscriber, claims }
    : { subscriber, dependents: [{ ...born, dependent: nameOf(patient), claims }] };
};

/** Whoever holds the policy: an employer has a name and no more. */
const holderOf = ({ subscriber, employer }: Coverage, patient: Person) =>
  employer ? { entityType: '2', name: employer.name } : nameOf(subscriber ?? patient);

const nameOf = ({ lastName, firstName }: Person) => ({ entityType: '1', name: lastName, firstName });

const inquiredClaim = (claim: Claim): InquiredClaim => {
  const { claimId, submissions, payerControlNumber, dateOfService } = claim;
  return {
    traceNumber: statusTrace(claimId, submissions.length, claim.followUps),
    ...(payerControlNumber && { payerControlNumber }),
    patientControlNumber: patientControlNumber(claimId, submissions.length),
    charge: chargeOf(claim),
    servicePeriod: { from: dateOfService },
  };
};
