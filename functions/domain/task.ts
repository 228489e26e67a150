import { z } from 'zod';
import { DecidingActor } from './actor.ts';
import { Sent } from './appeals/packet.ts';
import { TaskRouting } from './denials/routing-rule.ts';
import { RecordMending } from './patients/record-mending.ts';
import { Desk } from './practice.ts';
import { ActionLimit } from './tasks/action-limit.ts';
import { Correction } from './tasks/correction.ts';
import { PartDecision } from './tasks/decided-part.ts';
import { HandBack, HandlingEntry } from './tasks/handling.ts';
import { OtherPayer } from './tasks/other-payer.ts';
import { TaskShare } from './tasks/share.ts';
import { WriteOffReason } from './tasks/write-off-reason.ts';

export const TaskKind = z.enum([
  'coding',
  'encounter-edits',
  'registration-edits',
  'unreadable-document',
  'invalid-registration',
  'unplaced-file',
  'visit-changed',
  'coverage',
  'rejection',
  'denial',
  'correction',
  'no-answer',
  'information-requested',
  'missing-remittance',
  'missing-acknowledgement',
  'partner-file',
  'refused-batch',
  'open-account',
  'deposit',
  'patient-record',
  'practice-records',
  'underpayment',
  'record-mending',
  'known-coverage',
  'work-stopped',
]);
export type TaskKind = z.infer<typeof TaskKind>;

/**
 * What can be decided about a claim; its lifecycle branches on it. withdraw: news settled or changed what was asked, so
 * that nobody decides it.
 */
export const claimActions = [
  'resubmit',
  'appeal',
  'bill-next-payer',
  'bill-patient',
  'write-off',
  'keep-waiting',
  'decide-parts',
  'withdraw',
  'let-stand',
  'bill-other-payer',
  'void',
] as const;
export type ClaimAction = (typeof claimActions)[number];

/** What can be decided about claims that were refused together: all go out again, or each is worked by itself. */
export const batchActions = ['send-again', 'work-each'] as const;

/** What can be decided about what a correction says of a patient's record: it is mended, or stays with a reason. */
export const recordActions = ['mend-record', 'keep-record'] as const;

/**
 * What the owner of a task can decide; start-over: new documents came, so that there is nothing to decide any more;
 * start-again: the work that stopped is tried again.
 */
export const TaskAction = z.enum([
  'confirm-codes',
  'check-again',
  'bill-as-is',
  'not-billable',
  ...claimActions,
  ...batchActions,
  'dismiss',
  'start-over',
  ...recordActions,
  'start-again',
]);
export type TaskAction = z.infer<typeof TaskAction>;

/** What was decided, as it was stated. */
const StatedOutcome = z.object({
  action: TaskAction,
  by: DecidingActor,
  at: z.string(),
  note: z.string().max(2000).default(''),
  correction: Correction.optional(),
  parts: z
    .array(PartDecision)
    .max(100)
    .optional()
    .describe('of decide-parts: what becomes of single adjustments'),
  otherPayer: OtherPayer.optional().describe('of bill-other-payer: who is billed, and at which place'),
  sent: Sent.optional().describe('of appeal, and of keep-waiting where documents went to the payer'),
  writeOffReason: WriteOffReason.optional().describe('of what is written off'),
  proposedBy: DecidingActor.optional().describe(
    'of a write-off that a second person confirmed: who was the first',
  ),
  formDigest: z
    .string()
    .optional()
    .describe('of the form that stated it: sent again, it is the same decision'),
});

export const TaskOutcome = StatedOutcome.extend({
  endedBy: z.string().optional().describe('of withdraw: the task whose decision ended this one'),
  sentNow: z
    .object({ by: DecidingActor, at: z.string(), kept: StatedOutcome.describe('as it waited until then') })
    .optional()
    .describe('of a correction that somebody sent without waiting for other desks'),
});
export type TaskOutcome = z.infer<typeof TaskOutcome>;

/** Why a task exists, in the payer's or the guideline's own code and in words. */
export const TaskReason = z.object({
  code: z.string(),
  text: z.string(),
  pageOnly: z
    .literal(true)
    .optional()
    .describe('it names another visit or its day, or a file as somebody called it: no mail has it'),
});
export type TaskReason = z.infer<typeof TaskReason>;

export const Task = z.object({
  taskId: z.string(),
  practiceId: z.string(),
  kind: TaskKind,
  owner: Desk,
  email: z.email(),
  claimId: z.string().optional(),
  encounterId: z.string().optional(),
  paymentId: z.string().optional().describe('the payment of which something is not posted'),
  title: z.string(),
  reasons: z.array(TaskReason),
  advice: z.string().describe('what to do, in a sentence or two'),
  actions: z.array(TaskAction).min(1).describe('the recommended one first'),
  limits: z
    .array(ActionLimit)
    .default([])
    .describe('the last days on which the payer takes what the actions send'),
  basis: z.string().optional().describe('of a claim’s task: what of the claim it was asked on'),
  routing: TaskRouting.optional().describe(
    'of a denial: the tables and rules that sent it here, as they were',
  ),
  status: z.enum(['open', 'done']),
  due: z.string().describe('instant'),
  remindAt: z.string().describe('instant'),
  notifiedAt: z.string().optional().describe('when the owner was told'),
  remindedAt: z.string().optional(),
  escalatedAt: z.string().optional(),
  linkNonce: z.string(),
  links: z
    .record(z.string(), z.string())
    .optional()
    .describe('the nonce of the last mail to each mailbox: the links of earlier ones open nothing'),
  handBack: HandBack.optional().describe('by which link whoever handed the task over may take that back'),
  revision: z.int().optional().describe('how often it was written since it was raised'),
  history: z.array(HandlingEntry).default([]).describe('what was done with it without deciding'),
  proposal: TaskOutcome.optional().describe('a write-off above the limit that waits for a second person'),
  secondAskedAt: z.string().optional(),
  share: TaskShare.optional().describe('of a claim of which several desks have parts'),
  awaitedAs: z.string().optional().describe('what its decision is awaited as, where not as its own id'),
  kept: TaskOutcome.optional().describe('a correction that waits for the parts of other desks'),
  suggestedPayer: OtherPayer.optional().describe('who is likely owed the claim, with what the record has'),
  mending: RecordMending.optional().describe('of a proposal to mend a patient’s record'),
  outcome: TaskOutcome.optional(),
  carriedOutAt: z
    .string()
    .optional()
    .describe('of a decision that no workflow waits for: when it was carried out'),
  createdAt: z.string(),
});
export type Task = z.infer<typeof Task>;
