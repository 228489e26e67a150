import { z } from 'zod';
import { DecidingActor } from './actor.ts';
import { CodeSuggestion, CodingBasis, CodingReview, EncounterCodes, RejectedCode } from './coding.ts';
import { Ruled } from './rules/billed-visit.ts';
import { NetChange } from './rules/net-change.ts';
import { AskedAgain, BeforeVisitDecision, UndoneVisitDecision } from './undo/visit/visit-decision.ts';
import { EditFinding, EditOverride } from './visit/edit-finding.ts';
import { EncounterRegistration } from './visit/registration.ts';

/**
 * registered: no note yet · documented: a note, no registration yet · coding: the workflow runs · unreadable: the
 * document is kept and the clinic was told · coded: codes are confirmed · claimed: a claim exists · self-pay: no payer ·
 * not-billable: nothing of it is billed, and somebody said why.
 */
export const EncounterStatus = z.enum([
  'registered',
  'documented',
  'coding',
  'unreadable',
  'coded',
  'claimed',
  'self-pay',
  'not-billable',
]);
export type EncounterStatus = z.infer<typeof EncounterStatus>;

/** A document of the visit as it lies in the intake bucket; the digest names its content. */
export const EncounterDocument = z.object({ key: z.string(), digest: z.string(), receivedAt: z.string() });
export type EncounterDocument = z.infer<typeof EncounterDocument>;

export const Encounter = z.object({
  practiceId: z.string(),
  encounterId: z.string(),
  status: EncounterStatus,
  version: z.int().min(1),
  registration: EncounterRegistration.optional(),
  document: EncounterDocument.optional(),
  furtherDocuments: z.array(EncounterDocument).optional().describe('addenda and results, as they came'),
  textKey: z
    .string()
    .optional()
    .describe('the text of the document, in the intake bucket: evidence counts in it'),
  unreadDocuments: z
    .array(z.string())
    .optional()
    .describe('why documents beside the readable ones say nothing: asked of the coder'),
  suggestions: z.array(CodeSuggestion),
  proposedFor: z
    .object({ round: z.string(), outcome: z.enum(['confident', 'needs-coder']) })
    .optional()
    .describe('what codes were proposed for last, and whether a coder is asked'),
  rejectedCodes: z.array(RejectedCode).optional(),
  codingBasis: CodingBasis.optional().describe('what the suggestions were made with'),
  codingReviews: z.array(CodingReview).optional().describe('who decided what, the latest last'),
  questions: z
    .array(z.string())
    .describe('what the coder, or for an unreadable document the clinic, has to answer'),
  queries: z
    .array(z.string())
    .optional()
    .describe('questions to the clinician as text that is ready to be sent'),
  findings: z.array(EditFinding).describe('edits that the visit breaks'),
  overrides: z.array(EditOverride).default([]).describe('warnings of edits that somebody answered'),
  repairs: z
    .array(NetChange)
    .optional()
    .describe('what of the registration was written otherwise than it is kept'),
  ruled: Ruled.optional().describe('what the practice’s rules changed when the visit was scrubbed last'),
  proposal: EncounterCodes.optional(),
  codes: EncounterCodes.optional(),
  codingRounds: z.int().min(0).describe("how often codes were confirmed: numbers the encounter's tasks"),
  codedBy: DecidingActor.optional().describe('whoever decided, or the step that applied the policy'),
  codesAcceptedFor: z
    .array(z.string())
    .describe('the tasks whose codes were taken, or the policy: each counts once'),
  restartedFor: z
    .array(z.string())
    .default([])
    .describe('the tasks that ended without codes, for the visit is read or checked again: each counts once'),
  notBillable: z
    .object({ reason: z.string(), by: DecidingActor, at: z.string() })
    .optional()
    .describe('why nothing of the visit is billed, and who said so'),
  beforeDecision: BeforeVisitDecision.optional().describe('what the last decision changed, as it was'),
  undone: z.array(UndoneVisitDecision).optional().describe('decisions that were taken back, the latest last'),
  asksAgain: AskedAgain.optional().describe('the task that is open again, and is to be decided first'),
  claimIds: z.array(z.string()).optional().describe('the claims that were made of it last'),
  executionArn: z.string().optional().describe('the coding workflow that drives the encounter'),
  createdAt: z.string(),
});
export type Encounter = z.infer<typeof Encounter>;

export type EncounterId = Pick<Readonly<Encounter>, 'practiceId' | 'encounterId'>;

/** Decides a patch of the encounter as it stands; undefined when there is nothing to change. */
export type PatchEncounter = (encounter: Encounter) => Partial<Encounter> | undefined;

/** Patches the encounter as it stands, or a new one, and returns it as it then is. */
export type ChangeEncounter = (id: EncounterId, patch: PatchEncounter) => Promise<Encounter>;
