import type { ChangeClaim } from '../domain/claim-change.ts';
import { parsePatientControlNumber, type Transmission } from '../domain/ids.ts';
import { type HeldBatch, taskOfHeld } from '../domain/outbox/held-batch.ts';
import { sendAnew } from '../domain/outbox/transmissions.ts';
import type { Task, TaskOutcome } from '../domain/task.ts';
import { type AnswerWait, waits } from '../domain/wait.ts';

export type HeldEffects = {
  readonly listHeld: () => Promise<readonly HeldBatch[]>;
  readonly findTask: (taskId: string) => Promise<Task | undefined>;
  readonly tasksOfClaim: (claimId: string) => Promise<readonly Task[]>;
  readonly changeClaim: ChangeClaim;
  readonly answerWait: AnswerWait;
  readonly removeHeld: (heldId: string) => Promise<void>;
};

/**
 * Carries out what a biller decided about claims that were refused together: all go out again, or each becomes a task
 * of its own. Their lifecycles go on by their records. Returns 0: what goes out again waits in its outbox first.
 */
export const workHeldBatch = async (held: HeldBatch, effects: HeldEffects): Promise<0> => {
  const task = await effects.findTask(taskOfHeld(held));
  if (task?.status !== 'done' || !task.outcome) return 0;
  for (const number of held.claims) {
    const transmission = parsePatientControlNumber(number);
    if (transmission) await release(transmission, task.outcome, effects);
  }
  await effects.removeHeld(held.heldId);
  return 0;
};

/** A claim that somebody has on the desk by now goes the way that is decided there. */
const release = async (
  { claimId, submissionNumber }: Transmission,
  { action, by }: TaskOutcome,
  effects: HeldEffects,
): Promise<void> => {
  const isOnDesk = (await effects.tasksOfClaim(claimId)).some(({ status }) => status === 'open');
  if (isOnDesk) return;
  if (action === 'send-again')
    await effects.changeClaim(claimId, (claim) => sendAnew(claim, submissionNumber, by));
  await effects.answerWait(waits.acknowledgement(claimId, submissionNumber), { outcome: 'rejected' });
};
