import type { Claim, ClaimContext } from '../domain/claim.ts';
import { parseTrace } from '../domain/ids.ts';
import type { PartnerFile, RenderFile } from '../domain/partner-file.ts';
import { type Coverage, isPatientSubscriber, type Relationship, type Subscriber } from '../domain/party.ts';
import type { Payer } from '../domain/payer.ts';
import { interchangeHeader } from '../domain/practice/partner-enrolment.ts';
import type { Practice } from '../domain/practice.ts';
import { beginningOf } from '../edi/envelope/beginning-of.ts';
import type { InterchangeHeader } from '../edi/envelope/interchange-header.ts';
import { writeSets } from '../edi/sets.ts';
import { eligibilityInquiryGuide } from '../edi/x270/guide.ts';
import type { EligibilityInquirySet, SubscriberInquiry } from '../edi/x270/loops.ts';

/** How the 270 of a claim is rendered; throws UnwritableValue where X12 cannot carry a value. */
export const rendering270 =
  ({ claim, practice, payer }: ClaimContext): RenderFile =>
  (controlNumber, createdAt) => {
    const envelope = interchangeHeader(practice, payer, controlNumber, createdAt);
    const inquiry = toEligibilityInquiry(claim, practice, payer, envelope);
    return writeSets(envelope, eligibilityInquiryGuide, [inquiry]);
  };

/** INS02 of a 270: the guide knows spouse, child and other. */
const dependentCodes: Record<Relationship, string | undefined> = {
  self: undefined,
  spouse: '01',
  child: '19',
  employee: '34',
  other: '34',
};

/** TRN02 of the 270, which the 271 repeats: names the claim and the check. */
export const eligibilityTrace = (claimId: string, check: number): string => `${claimId}-E${check}`;

/** One check of a claim's coverage. */
export type EligibilityCheck = { readonly claimId: string; readonly check: number };

export const parseEligibilityTrace = (trace: string): EligibilityCheck | undefined => {
  const named = parseTrace(trace);
  const [, check] = /^E(\d+)$/.exec(named?.rest ?? '') ?? [];
  return named && check ? { claimId: named.claimId, check: Number(check) } : undefined;
};

/** What the file of a 270 is for: the claim and the check. */
export const eligibilityPurpose = (claimId: string, check: number): string => `${claimId}/${check}`;

/** The check that a file of ours asked for; undefined for other files, and for those from before their purpose was kept. */
export const checkAskedBy = ({
  transaction,
  claimId,
  purpose,
}: PartnerFile): EligibilityCheck | undefined => {
  const check = Number(purpose?.split('/').at(-1));
  return transaction === '270' && claimId !== undefined && Number.isInteger(check)
    ? { claimId, check }
    : undefined;
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
  if (isPatientSubscriber(coverage))
    return { traces, subscriber: { ...personOf(patient), ...member, ...question } };
  const relationship = dependentCodes[coverage.relationship];
  return {
    subscriber: { ...holderOf(coverage, patient), ...member },
    dependents: [
      { traces, dependent: { ...personOf(patient), ...(relationship && { relationship }), ...question } },
    ],
  };
};

/** Whoever holds the policy: an employer has a name and no more. */
const holderOf = ({ subscriber, employer }: Coverage, patient: Subscriber) =>
  employer ? { entityType: '2', name: employer.name } : personOf(subscriber ?? patient);

const personOf = ({ lastName, firstName, dateOfBirth, gender }: Subscriber) => ({
  entityType: '1',
  name: lastName,
  firstName,
  dateOfBirth,
  gender,
});
