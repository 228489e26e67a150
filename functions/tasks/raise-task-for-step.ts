import { z } from 'zod';
import type { ClaimContext, GetClaimContext } from '../domain/claim.ts';
import { isGivenOver } from '../domain/coordination/given-over.ts';
import { shortDigest } from '../domain/digest.ts';
import type { Encounter, EncounterId } from '../domain/encounter.ts';
import { ClaimStep, EncounterStep } from '../domain/step.ts';
import type { ClaimAction } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { basisOf, type ClaimTaskKind, claimTaskId, claimTaskKinds } from '../domain/tasks/basis.ts';
import { VisitTaskKind } from '../domain/tasks/visit-task.ts';
import { documentsDigest } from '../domain/visit/documents.ts';
import { type WaitFor, waits } from '../domain/wait.ts';
import { type DenialWork, type RaiseDenialEffects, raiseDenial } from './desks/raise-denial.ts';
import { type RaiseTaskEffects, raiseTask } from './raise-task.ts';

const encounterKinds = [...VisitTaskKind.options, 'unreadable-document'] as const;
type EncounterKind = (typeof encounterKinds)[number];

const ClaimTask = ClaimStep.extend({ kind: z.enum(claimTaskKinds) });
const EncounterTask = EncounterStep.extend({ kind: z.enum(encounterKinds) });

/** What a state machine asks for: a kind of task about a claim or an encounter. */
export const RaiseTaskStep = z.union([ClaimTask, EncounterTask]);
export type RaiseTaskStep = z.infer<typeof RaiseTaskStep>;

/** The kinds of work that concern a claim as a whole; of a denial several desks may have parts. */
type WholeClaimKind = Exclude<ClaimTaskKind, 'denial'>;

type ClaimDrafts = Readonly<
  Record<WholeClaimKind, (context: ClaimContext) => TaskDraft<ClaimAction> | Promise<TaskDraft<ClaimAction>>>
>;

/** Each area knows the work to do about what it knows: the drafts of its tasks. */
export type StepTaskEffects = RaiseTaskEffects & {
  readonly getClaimContext: GetClaimContext;
  readonly getEncounter: (id: EncounterId) => Promise<Encounter>;
  readonly visitOf: (step: EncounterStep) => Promise<EncounterId>;
  readonly denials: Pick<RaiseDenialEffects, 'workOf' | 'findTask' | 'closeTask' | 'answerWait'>;
  readonly claimDrafts: ClaimDrafts;
  readonly encounterDrafts: Readonly<Record<EncounterKind, (encounter: Encounter) => TaskDraft>>;
};

export type RaisedTask = { readonly outcome: 'raised'; readonly taskId: string; readonly wait: WaitFor };

/** Raises the task that a step asks for, and names the wait for its decision. */
export const raiseTaskForStep = async (
  step: RaiseTaskStep,
  effects: StepTaskEffects,
): Promise<RaisedTask> => {
  const taskId =
    'claimId' in step ? await raiseClaimTask(step, effects) : await raiseEncounterTask(step, effects);
  // A person decides: no bell ends this wait, the task's own bell reminds and escalates.
  return { outcome: 'raised', taskId, wait: { waitId: waits.task(taskId), round: 0, ringAt: null } };
};

/** The kinds in which it may turn out that another payer owes the claim. */
const asksWhoPays: readonly ClaimTaskKind[] = ['coverage', 'rejection', 'denial', 'no-answer'];

/**
 * The work on a claim, of which a person may say that other payers are billed, where its kind may show it; recommended
 * where the draft knows who is owed the claim.
 */
export const withOtherPayer = (
  kind: ClaimTaskKind,
  draft: TaskDraft<ClaimAction>,
): TaskDraft<ClaimAction> => {
  if (!asksWhoPays.includes(kind)) return draft;
  const { actions, suggestedPayer } = draft;
  return {
    ...draft,
    actions: suggestedPayer ? ['bill-other-payer', ...actions] : [...actions, 'bill-other-payer'],
  };
};

/** The work on a claim. Of one in whose place another payer is billed nothing is asked but how its money goes back. */
export const claimDraft = async (
  kind: WholeClaimKind | 'denial',
  context: ClaimContext,
  drafts: ClaimDrafts,
): Promise<TaskDraft<ClaimAction>> =>
  kind === 'denial' || isGivenOver(context.claim)
    ? drafts.correction(context)
    : withOtherPayer(kind, await drafts[kind](context));

/** Numbered by the decisions so far: raised again before anybody decided, it is the same task. Returns what is awaited. */
const raiseClaimTask = async (
  { kind, claimId }: z.infer<typeof ClaimTask>,
  effects: StepTaskEffects,
): Promise<string> => {
  const context = await effects.getClaimContext(claimId);
  if (kind === 'denial' && !isGivenOver(context.claim)) {
    const { denials } = effects;
    return raiseDenial(context, { ...effects, ...denials, workOf: (of) => workOf(of, denials) });
  }
  const { practiceId, encounterId } = context.claim;
  const taskId = claimTaskId(context.claim, kind);
  const draft = { ...(await claimDraft(kind, context, effects.claimDrafts)), basis: basisOf(context.claim) };
  await raiseTask(draft, { practiceId, taskId, claimId, encounterId }, effects);
  return taskId;
};

const workOf = async (
  context: ClaimContext,
  denials: Pick<RaiseDenialEffects, 'workOf'>,
): Promise<DenialWork> => {
  const work = await denials.workOf(context);
  return { ...work, describe: (own) => withOtherPayer('denial', work.describe(own)) };
};

/** What a task about a visit is numbered by, so that raised again before anybody decided it is the same task. */
const roundOf = (kind: EncounterKind, encounter: Encounter): string | number => {
  const { codingRounds, restartedFor, undone = [] } = encounter;
  const restarts = restartedFor.length;
  // What was asked after a decision that was taken back is not asked again by the same task.
  if (kind.endsWith('-edits') || kind === 'practice-records') return codingRounds + restarts + undone.length;
  const digest = documentsDigest(encounter) ?? '';
  return kind === 'coding' && restarts > 0 ? `${digest}/${restarts}` : digest;
};

/** Returns what its decision is awaited as: a task that is open again, as another wait than before. */
const raiseEncounterTask = async (
  { kind, ...step }: z.infer<typeof EncounterTask>,
  effects: StepTaskEffects,
): Promise<string> => {
  const id = await effects.visitOf(step);
  const encounter = await effects.getEncounter(id);
  const again = encounter.asksAgain?.kind === kind ? encounter.asksAgain.taskId : undefined;
  const round = roundOf(kind, encounter);
  const taskId = again ?? `${shortDigest(`${id.practiceId}/${id.encounterId}/${round}`)}-${kind}`;
  const task = await raiseTask(effects.encounterDrafts[kind](encounter), { ...id, taskId }, effects);
  return task.awaitedAs ?? task.taskId;
};
