import type { Checked, Finding } from '../../domain/finding.ts';
import type { Task } from '../../domain/task.ts';
import type { Sending } from '../../domain/tasks/handling.ts';
import { taskNewer } from '../../domain/tasks/revision.ts';
import { checkOutcome } from '../check-outcome.ts';
import { checkRecord, type DecisionEffects } from '../complete-task.ts';
import { handledInWords } from '../handling/handled-in-words.ts';
import { decidedMeanwhile, undecidedOthers } from './decide-beside.ts';
import { releaseKept } from './kept-correction.ts';

/**
 * Sends a correction that waits for other desks now, with what they have corrected so far. It replaces the whole claim,
 * so that the parts of the others come back with the payer's answer: their tasks end and say by which. It is decided in
 * the words of who corrected, and keeps who sent it. Twice is once.
 */
export const sendNow = async (
  task: Task,
  { by, of }: Sending,
  now: Date,
  effects: DecisionEffects,
): Promise<Checked<Task>> => {
  const { kept, outcome } = task;
  if (outcome?.sentNow) return { success: true, data: task };
  if (outcome) return refused({ code: 'task-decided', path: 'kept', detail: 'The task was decided before' });
  if (!kept) return refused({ code: 'nothing-waits', path: 'kept', detail: 'No correction waits with it' });
  if (of !== undefined && of !== kept.at) return refused(another);
  const claim = await effects.findClaim(task.claimId ?? '');
  const [finding] = [...checkOutcome(task, kept), ...(await checkRecord(task, kept, effects))];
  if (!claim || finding) return refused(finding ?? another);
  const others = await undecidedOthers(task, claim, effects);
  const decided = others.find(({ status }) => status === 'done');
  if (decided) return refused(decidedMeanwhile(decided));
  await releaseKept([task, ...others], now, effects, { by, taskId: task.taskId });
  const standing = await effects.getTask(task.taskId);
  if (standing.outcome?.sentNow) return { success: true, data: standing };
  const detail = `Nothing was sent. ${handledInWords(task, standing)}`;
  return refused({ code: taskNewer, path: 'kept', detail });
};

const refused = (finding: Finding): Checked<never> => ({ success: false, findings: [finding] });

const another: Finding = {
  code: taskNewer,
  path: 'kept',
  detail: 'Nothing was sent. What waits has changed since: look again',
};
