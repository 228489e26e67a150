import type { Claim } from '../../domain/claim.ts';
import type { Checked, Finding } from '../../domain/finding.ts';
import type { Task, TaskOutcome } from '../../domain/task.ts';
import { revised, taskNewer } from '../../domain/tasks/revision.ts';
import { isShared } from '../../domain/tasks/share.ts';
import { isApplied } from '../../domain/undo/decided.ts';
import { type Completion, type CompletionEffects, decideTask } from '../decide-task.ts';
import type { SecondPersonEffects } from '../second-person.ts';
import { actionWords, deskNames } from '../wording.ts';
import { afterClosing, closeOthers, othersOf } from './close-others.ts';
import { contradictions, releaseKept } from './kept-correction.ts';

type Effects = CompletionEffects & SecondPersonEffects;

/** What the other desks have against a decision about the claim as a whole, or what came of it. */
type Beside = Checked<Completion | 'changed'>;

/**
 * A decision about the claim as a whole while other desks have parts of it; undefined where it is none, so that it is
 * decided like any other. A correction waits for the other desks, and goes out once with theirs. What else goes to a
 * payer goes at once and ends the others' tasks, unless one of them has corrected or decided already.
 */
export const decideBeside = async (
  task: Task,
  outcome: TaskOutcome,
  claim: Claim | undefined,
  effects: Effects,
): Promise<Beside | undefined> => {
  if (task.status === 'done' || !isShared(task.share) || !claim || outcome.action === 'decide-parts')
    return undefined;
  const others = await undecidedOthers(task, claim, effects);
  const findings = against(outcome, others);
  if (findings.length > 0) return { success: false, findings };
  return outcome.action === 'resubmit'
    ? keep(task, outcome, others, effects)
    : takeAtOnce(task, outcome, others, effects);
};

/** The tasks of other desks that are open, or whose decision the lifecycle has not carried out. */
export const undecidedOthers = async (
  task: Task,
  claim: Claim,
  effects: Pick<Effects, 'getTask'>,
): Promise<readonly Task[]> =>
  (await othersOf(task, effects)).filter(
    ({ status, outcome, taskId }) =>
      status === 'open' || (outcome?.action !== 'withdraw' && !isApplied(claim, taskId)),
  );

const against = (outcome: TaskOutcome, others: readonly Task[]): readonly Finding[] => {
  const decided = others.find(({ status }) => status === 'done');
  if (decided) return [decidedMeanwhile(decided)];
  if (outcome.action === 'resubmit') return contradictions(outcome, others);
  const corrected = others.find(({ kept }) => kept !== undefined);
  if (!corrected) return [];
  const detail = `${deskNames[corrected.owner]} has corrected the claim, and it waits to go out: ${actionWords[outcome.action].title} does not go beside it. Decide amounts, correct as well, or ask ${deskNames[corrected.owner]} to take the correction back`;
  return [{ code: 'correction-waits', path: 'action', detail }];
};

/** Why nothing was decided for a claim of which another desk has decided, or done, something just now. */
export const decidedMeanwhile = ({ owner, outcome }: Task): Finding => ({
  code: taskNewer,
  path: 'action',
  detail: outcome
    ? `Nothing was decided. ${deskNames[owner]} has just decided: ${actionWords[outcome.action].title}. It is being carried out; look again in a minute`
    : `Nothing was decided. ${deskNames[owner]} has just done something with its own task; look again`,
});

const keep = async (
  task: Task,
  outcome: TaskOutcome,
  others: readonly Task[],
  effects: Effects,
): Promise<Beside> => {
  // Nobody else is left: the round that asks again is under way.
  if (others.length === 0) return { success: true, data: await decideTask(task, outcome, effects) };
  const kept = revised({ ...task, kept: outcome });
  if (!(await effects.saveOpenTask(kept))) return { success: true, data: 'changed' };
  const open = [kept, ...others];
  const isLast = open.every((one) => one.kept !== undefined);
  const sent = isLast ? await releaseKept(open, new Date(outcome.at), effects) : undefined;
  return { success: true, data: { task: sent ?? kept, taken: true, ...(!sent && { isKept: true }) } };
};

const takeAtOnce = async (
  task: Task,
  outcome: TaskOutcome,
  others: readonly Task[],
  effects: Effects,
): Promise<Beside> => {
  const note = `${deskNames[task.owner]} has decided about the claim as a whole: ${actionWords[outcome.action].title}. What is left to decide comes as a task.`;
  const why = { note, now: new Date(outcome.at), by: outcome.by, endedBy: task.taskId };
  const { closed, decided } = await closeOthers(others, why, effects);
  if (decided) {
    await afterClosing(closed, effects);
    return { success: false, findings: [decidedMeanwhile(decided)] };
  }
  const completion = await decideTask(task, outcome, effects);
  await afterClosing(closed, effects);
  return { success: true, data: completion.task.status === 'open' ? 'changed' : completion };
};
