import { z } from 'zod';
import { DecidingActor } from './actor.ts';
import { CodeSupport, EncounterCodes } from './coding.ts';
import { Provider } from './party.ts';
import { Desk } from './practice.ts';

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
]);
export type TaskKind = z.infer<typeof TaskKind>;

/** What can be decided about a claim; its lifecycle branches on it. */
export const claimActions = [
  'resubmit',
  'appeal',
  'bill-next-payer',
  'bill-patient',
  'write-off',
  'keep-waiting',
] as const;
export type ClaimAction = (typeof claimActions)[number];

/** What can be decided about claims that were refused together: all go out again, or each is worked by itself. */
export const batchActions = ['send-again', 'work-each'] as const;

/** What the owner of a task can decide; start-over: new documents came, so that there is nothing to decide any more. */
export const TaskAction = z.enum([
  'confirm-codes',
  'check-again',
  'bill-as-is',
  'not-billable',
  ...claimActions,
  ...batchActions,
  'dismiss',
  'start-over',
]);
export type TaskAction = z.infer<typeof TaskAction>;

/** Data that a biller mends before a claim goes out again; only what is named changes. */
export const Correction = z.object({
  memberId: z.string().min(2).max(80).optional(),
  patientLastName: z.string().min(1).max(60).optional(),
  patientFirstName: z.string().min(1).max(35).optional(),
  priorAuthorization: z.string().min(1).max(50).optional(),
  referringProvider: Provider.optional(),
  codes: EncounterCodes.optional(),
  support: z
    .array(CodeSupport)
    .optional()
    .describe('the words of the note behind codes that the coder added'),
});
export type Correction = z.infer<typeof Correction>;

export const TaskOutcome = z.object({
  action: TaskAction,
  by: DecidingActor,
  at: z.string(),
  note: z.string().max(2000).default(''),
  correction: Correction.optional(),
});
export type TaskOutcome = z.infer<typeof TaskOutcome>;

/** Why a task exists, in the payer's or the guideline's own code and in words. */
export const TaskReason = z.object({ code: z.string(), text: z.string() });
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
  status: z.enum(['open', 'done']),
  due: z.string().describe('instant'),
  remindAt: z.string().describe('instant'),
  notifiedAt: z.string().optional().describe('when the owner was told'),
  remindedAt: z.string().optional(),
  escalatedAt: z.string().optional(),
  linkNonce: z.string(),
  outcome: TaskOutcome.optional(),
  createdAt: z.string(),
});
export type Task = z.infer<typeof Task>;
