import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { patientControlNumber } from '../domain/ids.ts';
import type { Payer } from '../domain/payer.ts';
import { claimPosition } from '../domain/position.ts';
import type { Practice } from '../domain/practice.ts';
import type { StatusInquiry } from '../edi/x276/status-inquiry.ts';
import type { StatusResponse } from '../edi/x277/status-response.ts';

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
export const toStatusInquiry = (claim: Claim, practice: Practice, payer: Payer): StatusInquiry => {
  const { patient, coverage, submissions } = claim;
  const holder = coverage.subscriber ?? patient;
  const organization = { kind: 'organization' as const, name: practice.name };
  return {
    payer: { kind: 'organization', name: payer.name, idQualifier: 'PI', id: payer.payerId },
    receiver: { ...organization, idQualifier: '46', id: practice.taxId },
    provider: { ...organization, idQualifier: 'XX', id: practice.npi },
    subscriber: {
      kind: 'person',
      name: holder.lastName,
      firstName: holder.firstName,
      memberId: coverage.memberId,
      ...(!coverage.subscriber && { dateOfBirth: patient.dateOfBirth, gender: patient.gender }),
    },
    ...(coverage.subscriber && {
      dependent: {
        kind: 'person' as const,
        name: patient.lastName,
        firstName: patient.firstName,
        dateOfBirth: patient.dateOfBirth,
        gender: patient.gender,
      },
    }),
    traceNumber: statusTrace(claim.claimId, submissions.length, claim.followUps),
    ...(claim.payerControlNumber && { payerControlNumber: claim.payerControlNumber }),
    patientControlNumber: patientControlNumber(claim.claimId, submissions.length),
    charge: claimPosition(claim).charge,
    servicePeriod: { from: claim.dateOfService },
  };
};

export type ClaimStatusOutcome = {
  outcome: 'pending' | 'finalized' | 'rejected' | 'not-found' | 'information-requested' | 'unanswered';
  reason: string;
};

/** What a 277 category means for the workflow; finalized claims still wait for their 835, which alone moves money. */
const outcomeOf = (category: string): ClaimStatusOutcome['outcome'] => {
  if (/^(P|A[0125])/.test(category)) return 'pending';
  if (category.startsWith('F')) return 'finalized';
  if (/^A[3678]$/.test(category)) return 'rejected';
  if (category.startsWith('R')) return 'information-requested';
  return category === 'A4' || category === 'D0' ? 'not-found' : 'unanswered';
};

export const readClaimStatus = ({ statuses }: StatusResponse): ClaimStatusOutcome => {
  const [code] = statuses.flatMap(({ codes }) => codes);
  if (!code) return { outcome: 'unanswered', reason: 'none' };
  return { outcome: outcomeOf(code.category), reason: `${code.category}:${code.status}` };
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
    { type: 'status-answered', actor: claim.payerId, detail: { outcome, reason, inquiry } },
  );
};
