import { z } from 'zod';
import type { Claim, ClaimEvent } from '../claim.ts';
import type { PartnerFile } from '../partner-file.ts';
import type { Task } from '../task.ts';
import { undoneBy } from '../undo/undone.ts';
import { type AuditEntry, AuditPurpose } from './audit-entry.ts';

/** What of a patient went to somebody outside the practice, or was taken out of it as a whole. */
export const Disclosure = z.object({
  at: z.string().describe('the instant, or the day where a person stated it'),
  what: z.enum([
    'claim',
    'eligibility-inquiry',
    'status-inquiry',
    'appeal',
    'documents',
    'patient-bill',
    'export',
  ]),
  to: z.object({
    kind: z.enum(['payer', 'patient', 'member']),
    id: z.string().describe('of the payer, the patient, or whoever took it out'),
    through: z.string().optional().describe('the clearinghouse or other partner that passed it on'),
  }),
  purpose: AuditPurpose,
  claimId: z.string().optional(),
  reference: z.string().optional().describe('the file, or what the receiver confirmed it with'),
});
export type Disclosure = z.infer<typeof Disclosure>;

/** A claim with all that tells where it went. */
export type DisclosedClaim = {
  readonly claim: Claim;
  readonly events: readonly ClaimEvent[];
  readonly tasks: readonly Task[];
  /** Through whom files to its payer go, and the inquiries (270, 276) among them. */
  readonly partnerId: string | undefined;
  readonly inquiries: readonly PartnerFile[];
};

const inquiryNames: Partial<Record<PartnerFile['transaction'], Disclosure['what']>> = {
  '270': 'eligibility-inquiry',
  '276': 'status-inquiry',
};

const billEvents: readonly string[] = ['billed-to-patient', 'bill-patient'];

type Part = Pick<Disclosure, 'at' | 'what' | 'reference'>;

/**
 * The accounting of a patient's disclosures (45 CFR 164.528), oldest first. The rule lets those for payment and to the
 * patient go unlisted; here they are listed all the same, each with its purpose.
 */
export const disclosuresOf = (
  claims: readonly DisclosedClaim[],
  exports: readonly AuditEntry[],
): Disclosure[] =>
  [...claims.flatMap(ofClaim), ...exports.map(ofExport)].toSorted(({ at: one }, { at: other }) =>
    one.localeCompare(other),
  );

const ofClaim = ({ claim, events, tasks, partnerId, inquiries }: DisclosedClaim): Disclosure[] => {
  const { claimId, payerId, patientId } = claim;
  const payer = { kind: 'payer' as const, id: payerId };
  const toPayer = (part: Part, through: string | undefined): Disclosure => ({
    ...{ ...part, claimId, purpose: 'payment' },
    to: { ...payer, ...(through !== undefined && { through }) },
  });
  return [
    ...sentClaims(claim).map((part) => toPayer(part, partnerId)),
    ...inquiries.flatMap((file) => inquiryIn(file).map((part) => toPayer(part, file.partnerId))),
    ...sentPapers(claim, tasks).map((part) => toPayer(part, undefined)),
    ...events.flatMap(({ type, at }): Disclosure[] =>
      billEvents.includes(type)
        ? [{ at, what: 'patient-bill', to: { kind: 'patient', id: patientId }, purpose: 'payment', claimId }]
        : [],
    ),
  ];
};

/** What another payer passed on is its disclosure, not ours. */
const sentClaims = ({ submissions }: Claim): Part[] =>
  submissions.flatMap(({ sentAt, fileName, forwarded }) =>
    sentAt !== undefined && !forwarded
      ? [{ at: sentAt, what: 'claim' as const, ...(fileName && { reference: fileName }) }]
      : [],
  );

const inquiryIn = ({ transaction, fileId, at, outcome }: PartnerFile): Part[] => {
  const what = inquiryNames[transaction];
  return what && outcome === 'sent' ? [{ at, what, reference: fileId }] : [];
};

/** Appeals are the claim's own; other documents that went to the payer stand in what was decided about its tasks. */
const sentPapers = (claim: Claim, tasks: readonly Task[]): Part[] => {
  const appeals = claim.appeals ?? [];
  const appealed = new Set(appeals.map(({ taskId }) => taskId));
  const others = tasks.flatMap(({ taskId, outcome }) =>
    outcome?.sent && !appealed.has(taskId) && !undoneBy(claim, taskId) ? [outcome.sent] : [],
  );
  const part = (what: 'appeal' | 'documents', { on, confirmation }: (typeof others)[number]): Part => ({
    ...{ at: on, what },
    ...(confirmation && { reference: confirmation }),
  });
  return [
    ...appeals.map(({ sent }) => part('appeal', sent)),
    ...others.map((sent) => part('documents', sent)),
  ];
};

const ofExport = ({ at, by, purpose, requestId }: AuditEntry): Disclosure => ({
  ...{ at, what: 'export', purpose, reference: requestId },
  to: { kind: 'member', id: by.subject },
});
