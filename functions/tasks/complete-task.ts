import type { Claim } from '../domain/claim.ts';
import { withPayersAfter } from '../domain/coordination/claim-after.ts';
import { checkOtherPayer } from '../domain/coordination/payer-order.ts';
import type { Checked, Finding } from '../domain/finding.ts';
import type { Payer } from '../domain/payer.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { isOutdated, recordNewer } from '../domain/tasks/basis.ts';
import { checkParts } from '../domain/tasks/open-parts.ts';
import { taskNewer } from '../domain/tasks/revision.ts';
import { checkOutcome } from './check-outcome.ts';
import { type Completion, type CompletionEffects, decideTask } from './decide-task.ts';
import { decideBeside } from './desks/decide-beside.ts';
import { handledInWords } from './handling/handled-in-words.ts';
import { newsOf } from './news-of-claim.ts';
import { lacksSecondPerson, type SecondPersonEffects } from './second-person.ts';

/** Where a claim is read, how a second person is asked, and who carries out what no workflow waits for. */
export type DecisionEffects = CompletionEffects &
  ClaimReader &
  SecondPersonEffects & {
    /** Carries out what no workflow waits for; done before, it does nothing twice. */
    readonly carryOut: (task: Task) => Promise<void>;
  };

export type ClaimReader = {
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
};

/**
 * Decides a task; the first decision wins. Whoever waits for it is answered with the decision that stands, also
 * when the task was closed before: a crash between closing and answering then leaves nothing hanging.
 */
export const completeTask = async (
  task: Task,
  outcome: TaskOutcome,
  effects: DecisionEffects,
): Promise<Checked<Completion>> => {
  const findings =
    task.status === 'open'
      ? [...checkOutcome(task, outcome), ...(await checkRecord(task, outcome, effects))]
      : [];
  if (findings.length > 0) return { success: false, findings };
  const proposed = await proposedOf(task, outcome, effects);
  if (proposed === 'changed') return changedSince(task, await effects.getTask(task.taskId));
  if (proposed) return { success: true, data: { task: proposed, taken: true, isProposed: true } };
  const claim = task.claimId === undefined ? undefined : await effects.findClaim(task.claimId);
  const beside = await decideBeside(task, outcome, claim, effects);
  if (beside) {
    if (!beside.success) return beside;
    const { data } = beside;
    return data === 'changed'
      ? changedSince(task, await effects.getTask(task.taskId))
      : { success: true, data };
  }
  const seconded =
    task.proposal && writesOff(outcome) ? { ...outcome, proposedBy: task.proposal.by } : outcome;
  const completion = await decideTask(task, seconded, effects);
  if (completion.task.status === 'done') await effects.carryOut(completion.task);
  return completion.task.status === 'open'
    ? changedSince(task, completion.task)
    : { success: true, data: completion };
};

/** Somebody did something with the task meanwhile: whoever decides has to see it first. */
const changedSince = (read: Task, now: Task): Checked<never> => ({
  success: false,
  findings: [
    { code: taskNewer, path: 'action', detail: `Nothing was decided. ${handledInWords(read, now)}` },
  ],
});

const writesOff = ({ action }: TaskOutcome): boolean => action === 'write-off' || action === 'decide-parts';

/** The task with its proposal, where a write-off is too large for one person. */
const proposedOf = async (
  task: Task,
  outcome: TaskOutcome,
  effects: DecisionEffects,
): Promise<Task | 'changed' | undefined> => {
  if (task.status !== 'open' || task.claimId === undefined || !writesOff(outcome)) return undefined;
  const claim = await effects.findClaim(task.claimId);
  return claim && lacksSecondPerson(task, outcome, claim, effects);
};

/** What the claim as it stands has against a decision: that it has changed since, or that less of it is open. */
export const checkRecord = async (
  { claimId, basis, share }: Task,
  { parts, otherPayer }: TaskOutcome,
  { findClaim, listPayers }: ClaimReader,
): Promise<readonly Finding[]> => {
  if (claimId === undefined || [basis, parts, otherPayer].every((one) => one === undefined)) return [];
  const claim = await findClaim(claimId);
  if (claim === undefined) return [];
  if (!isOutdated({ basis, share }, claim)) {
    const payers = otherPayer ? await listPayers(claim.practiceId) : [];
    const getPayer = async (_practiceId: string, id: string) => payers.find(({ payerId }) => payerId === id);
    const billed = otherPayer ? await withPayersAfter(claim, { findClaim, getPayer }) : claim;
    return [
      ...(parts ? checkParts(claim, parts, share) : []),
      ...(otherPayer ? checkOtherPayer(billed, otherPayer, payers) : []),
    ];
  }
  const detail = `Nothing was decided, for the claim has changed since you were asked. ${newsOf(claim)} What is left to decide comes as a new task within some minutes`;
  return [{ code: recordNewer, path: 'action', detail }];
};
