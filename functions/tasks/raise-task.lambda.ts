import { z } from 'zod';
import { describeRejection } from '../acknowledgements/describe-rejection.ts';
import { type ClaimContext, getClaimContext } from '../adapters/claim-context.ts';
import { claimHistory } from '../adapters/claim-store.ts';
import { getEncounter } from '../adapters/encounter-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { describeSilence } from '../claim-status/describe-silence.ts';
import { describeCoding, describeEdits } from '../coding/describe-coding.ts';
import { describeDenial } from '../denials/describe-denial.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Encounter } from '../domain/encounter.ts';
import { ClaimStep, EncounterStep } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { type WaitFor, waits } from '../domain/wait.ts';
import { describeCoverage } from '../eligibility/describe-coverage.ts';
import { describeUnreadable } from '../intake/describe-unreadable.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { raiseTask } from './raise-task.ts';

const claimKinds = ['coverage', 'rejection', 'denial', 'no-answer'] as const;
const encounterKinds = ['coding', 'encounter-edits', 'unreadable-document'] as const;

const Step = z.union([
  ClaimStep.extend({ kind: z.enum(claimKinds) }),
  EncounterStep.extend({ kind: z.enum(encounterKinds) }),
]);

export const handler = taskHandler(Step, async (step) => {
  const task = 'claimId' in step ? await raiseClaimTask(step) : await raiseEncounterTask(step);
  return { outcome: 'raised', taskId: task.taskId, wait: waitFor(task) };
});

/** A person decides: no bell ends this wait, the task's own clock reminds and escalates. */
const waitFor = ({ taskId }: Task): WaitFor => ({ waitId: waits.task(taskId), round: 0, ringAt: null });

type ClaimKind = (typeof claimKinds)[number];

const claimDrafts: Record<ClaimKind, (context: ClaimContext) => Promise<TaskDraft>> = {
  coverage: async ({ claim, payer }) => describeCoverage(payer, await claimHistory(claim.claimId)),
  rejection: async ({ claim, payer }) => describeRejection(claim, payer),
  denial: async ({ claim, payer }) => describeDenial(claim, payer),
  'no-answer': async ({ claim, payer }) => describeSilence(claim, payer, await claimHistory(claim.claimId)),
};

/** Numbered by the decisions so far: raised again before anybody decided, it is the same task. */
const raiseClaimTask = async ({ kind, claimId }: { kind: ClaimKind; claimId: string }): Promise<Task> => {
  const context = await getClaimContext(claimId);
  const { practiceId, encounterId, decisions } = context.claim;
  const taskId = `${claimId}-${decisions.length}-${kind}`;
  return raiseTask(
    await claimDrafts[kind](context),
    { practiceId, taskId, claimId, encounterId },
    taskEffects,
  );
};

type EncounterKind = (typeof encounterKinds)[number];

const encounterDrafts: Record<EncounterKind, (encounter: Encounter) => TaskDraft> = {
  coding: ({ questions }) => describeCoding(questions),
  'encounter-edits': ({ findings }) => describeEdits(findings),
  'unreadable-document': ({ questions }) => describeUnreadable(questions[0] ?? 'The document cannot be read'),
};

/** Edits are numbered by the rounds of coding; the other two happen once for each document. */
const raiseEncounterTask = async ({
  kind,
  ...id
}: {
  kind: EncounterKind;
  practiceId: string;
  encounterId: string;
}): Promise<Task> => {
  const encounter = await getEncounter(id);
  const round = kind === 'encounter-edits' ? encounter.codingRounds : (encounter.document?.digest ?? '');
  const taskId = `${shortDigest(`${id.practiceId}/${id.encounterId}/${round}`)}-${kind}`;
  return raiseTask(encounterDrafts[kind](encounter), { ...id, taskId }, taskEffects);
};
