import { payerActor } from '../domain/actor.ts';
import type { Claim } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import type { Relationship, Subscriber } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import type { Practice } from '../domain/practice.ts';
import type { AnswerOutcome } from '../domain/wait.ts';
import { beginningOf } from '../edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../edi/envelope/interchange-header.ts';
import type { EligibilityInquirySet, SubscriberInquiry } from '../edi/x270/guide.ts';
import type { MemberAnswer } from '../edi/x271/answers-of.ts';
import { coverageAnswer } from '../edi/x271/coverage.ts';

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
export const toEligibilityInquiry = (
  claim: Claim,
  practice: Practice,
  payer: Payer,
  envelope: InterchangeHeader,
): EligibilityInquirySet => ({
  purpose: '13',
  ...beginningOf(envelope),
  sources: [
    {
      source: { entity: 'PR', entityType: '2', name: payer.name, idQualifier: 'PI', id: payer.payerId },
      receivers: [
        {
          receiver: {
            entity: '1P',
            entityType: '2',
            name: practice.name,
            idQualifier: 'XX',
            id: practice.npi,
          },
          subscribers: [toSubscriberInquiry(claim, practice)],
        },
      ],
    },
  ],
});

/** The subscriber, and the patient as a dependent where that is somebody else; the question is about the patient. */
export const toSubscriberInquiry = (claim: Claim, practice: Practice): SubscriberInquiry => {
  const { patient, coverage } = claim;
  const traces = [
    {
      traceNumber: eligibilityTrace(claim.claimId, claim.eligibilityChecks),
      traceOriginator: `9${practice.taxId}`,
    },
  ];
  const question = {
    dates: [{ qualifier: '291', period: { from: claim.dateOfService } }],
    questions: [{ serviceTypes: ['30'] }],
  };
  const member = { idQualifier: 'MI', id: coverage.memberId };
  if (coverage.subscriber === undefined)
    return { traces, subscriber: { ...personOf(patient), ...member, ...question } };
  const relationship = dependentCodes[coverage.relationship];
  return {
    subscriber: { ...personOf(coverage.subscriber), ...member },
    dependents: [
      { traces, dependent: { ...personOf(patient), ...(relationship && { relationship }), ...question } },
    ],
  };
};

const personOf = ({ lastName, firstName, dateOfBirth, gender }: Subscriber) => ({
  entityType: '1',
  name: lastName,
  firstName,
  dateOfBirth,
  gender,
});

export type EligibilityOutcome = { outcome: AnswerOutcome<'eligibility'>; reason: string };

/** AAA03: the payer looked and did not find the person as we describe them; staff must verify. */
const personNotFound = new Set(['58', '64', '65', '67', '68', '71', '72', '73', '74', '75', '76']);

/** Reads a 271; a refusal that is no verdict on the person counts as no answer. */
export const readEligibility = (answer: MemberAnswer): EligibilityOutcome => {
  const notFound = answer.rejections.find(({ reason }) => personNotFound.has(reason));
  if (notFound) return { outcome: 'not-covered', reason: `AAA ${notFound.reason}` };
  const coverage = coverageAnswer(answer);
  if (coverage === 'active') return { outcome: 'covered', reason: 'EB 1' };
  if (coverage === 'inactive') return { outcome: 'not-covered', reason: 'EB 6' };
  return { outcome: 'unanswered', reason: `AAA ${answer.rejections[0]?.reason ?? 'none'}` };
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
    { type: 'eligibility-answered', actor: payerActor(claim.payerId), detail: { outcome, reason } },
  );
};
