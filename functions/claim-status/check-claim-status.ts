import { payerActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { patientControlNumber } from '../domain/ids.ts';
import type { Person } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import { claimPosition } from '../domain/position.ts';
import type { Practice } from '../domain/practice.ts';
import type { AnswerOutcome } from '../domain/wait.ts';
import { beginningOf } from '../edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../edi/envelope/interchange-header.ts';
import type { InquiredClaim, StatusInquirySet, SubscriberStatusInquiry } from '../edi/x276/guide.ts';
import type { ClaimStatus } from '../edi/x277/guide.ts';

/** TRN02 of the 276, which the 277 repeats: names the claim, the transmission and the inquiry. */
export const statusTrace = (claimId: string, submissionNumber: number, inquiry: number): string =>
  `${claimId}-${submissionNumber}-S${inquiry}`;

export const parseStatusTrace = (
  trace: string,
): { claimId: string; submissionNumber: number; inquiry: number } | undefined => {
  const match = /^(C[0-9A-Z]{12})-(\d+)-S(\d+)$/.exec(trace);
  return match?.[1]
    ? { claimId: match[1], submissionNumber: Number(match[2]), inquiry: Number(match[3]) }
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
    ...nameOf(coverage.subscriber ?? patient),
    idQualifier: 'MI',
    id: coverage.memberId,
  };
  return coverage.subscriber === undefined
    ? { ...born, subscriber, claims }
    : { subscriber, dependents: [{ ...born, dependent: nameOf(patient), claims }] };
};

const nameOf = ({ lastName, firstName }: Person) => ({ entityType: '1', name: lastName, firstName });

const inquiredClaim = (claim: Claim): InquiredClaim => {
  const { claimId, submissions, payerControlNumber, dateOfService } = claim;
  return {
    traceNumber: statusTrace(claimId, submissions.length, claim.followUps),
    ...(payerControlNumber && { payerControlNumber }),
    patientControlNumber: patientControlNumber(claimId, submissions.length),
    charge: claimPosition(claim).charge,
    servicePeriod: { from: dateOfService },
  };
};

export type ClaimStatusOutcome = { outcome: AnswerOutcome<'claimStatus'>; reason: string };

/** What a 277 category means for the workflow; finalized claims still wait for their 835, which alone moves money. */
const outcomeOf = (category: string): ClaimStatusOutcome['outcome'] => {
  if (/^(P|A[0125])/.test(category)) return 'pending';
  if (category.startsWith('F')) return 'finalized';
  if (/^A[3678]$/.test(category)) return 'rejected';
  if (category.startsWith('R')) return 'information-requested';
  return category === 'A4' || category === 'D0' ? 'not-found' : 'unanswered';
};

export const readClaimStatus = ({ statuses: [first] = [] }: ClaimStatus): ClaimStatusOutcome => {
  if (!first) return { outcome: 'unanswered', reason: 'none' };
  const { category, status } = first.status;
  return { outcome: outcomeOf(category), reason: `${category}:${status}` };
};

/** Records the answer to one inquiry; a late or repeated one changes nothing. */
export const recordClaimStatus = (
  claim: Claim,
  inquiry: number,
  { outcome, reason }: ClaimStatusOutcome,
  payerControlNumber?: string,
): ClaimChange | undefined => {
  if (claim.followUps !== inquiry) return undefined;
  return changed(
    claim,
    { followUps: inquiry + 1, ...(payerControlNumber && { payerControlNumber }) },
    { type: 'status-answered', actor: payerActor(claim.payerId), detail: { outcome, reason, inquiry } },
  );
};
