import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import type { Relationship } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { EligibilityInquiry } from '../edi/x270/eligibility-inquiry.ts';
import { coverageAnswer } from '../edi/x271/coverage.ts';
import type { EligibilityResponse } from '../edi/x271/eligibility-response.ts';

/** INS02 of a 270: the guide knows spouse, child and other. */
const dependentCodes: Record<Relationship, string | undefined> = {
  self: undefined,
  spouse: '01',
  child: '19',
  other: '34',
};

/** TRN02 of the 270, which the 271 repeats: names the claim and the check. */
export const eligibilityTrace = (claimId: string, check: number): string => `${claimId}-E${check}`;

export const parseEligibilityTrace = (trace: string): { claimId: string; check: number } | undefined => {
  const match = /^(C[0-9A-Z]{12})-E(\d+)$/.exec(trace);
  return match?.[1] && match[2] ? { claimId: match[1], check: Number(match[2]) } : undefined;
};

/** The 270 for a claim: is its patient covered on the date of service? */
export const toEligibilityInquiry = (claim: Claim, practice: Practice, payer: Payer): EligibilityInquiry => {
  const { patient, coverage } = claim;
  const holder = coverage.subscriber ?? patient;
  return {
    payer: { kind: 'organization', name: payer.name, idQualifier: 'PI', id: payer.payerId },
    provider: { kind: 'organization', name: practice.name, idQualifier: 'XX', id: practice.npi },
    subscriber: {
      kind: 'person',
      name: holder.lastName,
      firstName: holder.firstName,
      memberId: coverage.memberId,
      dateOfBirth: holder.dateOfBirth,
      gender: holder.gender,
    },
    ...(coverage.subscriber && {
      dependent: {
        kind: 'person' as const,
        name: patient.lastName,
        firstName: patient.firstName,
        dateOfBirth: patient.dateOfBirth,
        gender: patient.gender,
        relationship: dependentCodes[coverage.relationship],
      },
    }),
    traceNumber: eligibilityTrace(claim.claimId, claim.eligibilityChecks),
    traceOriginator: `9${practice.taxId}`,
    servicePeriod: { from: claim.dateOfService },
    serviceTypes: ['30'],
  };
};

export type EligibilityOutcome = { outcome: 'covered' | 'not-covered' | 'unanswered'; reason: string };

/** AAA03: the payer looked and did not find the person as we describe them; staff must verify. */
const personNotFound = new Set(['58', '64', '65', '67', '68', '71', '72', '73', '74', '75', '76']);

/** Reads a 271; a refusal that is no verdict on the person counts as no answer. */
export const readEligibility = (response: EligibilityResponse): EligibilityOutcome => {
  const notFound = response.rejections.find(({ reason }) => personNotFound.has(reason));
  if (notFound) return { outcome: 'not-covered', reason: `AAA ${notFound.reason}` };
  const answer = coverageAnswer(response);
  if (answer === 'active') return { outcome: 'covered', reason: 'EB 1' };
  if (answer === 'inactive') return { outcome: 'not-covered', reason: 'EB 6' };
  return { outcome: 'unanswered', reason: `AAA ${response.rejections[0]?.reason ?? 'none'}` };
};

/** Records the answer to one check of a claim that waits for it; a late or repeated answer changes nothing. */
export const recordEligibility = (
  claim: Claim,
  check: number,
  { outcome, reason }: EligibilityOutcome,
): ClaimChange | undefined => {
  if (claim.status !== 'ready' || claim.eligibilityChecks !== check) return undefined;
  return changed(
    claim,
    { eligibilityChecks: check + 1, ...(outcome !== 'unanswered' && { status: outcome }) },
    { type: 'eligibility-answered', actor: claim.payerId, detail: { outcome, reason } },
  );
};
