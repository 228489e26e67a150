import { mendingEffects } from '../adapters/patients/mending-effects.ts';
import { payerOrderEffects } from '../adapters/payer-order-effects.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { noteCarriedOut } from '../adapters/task-store.ts';
import { withdrawalEffects } from '../adapters/withdrawal-effects.ts';
import { billKnownPayer } from '../coordination/bill-known-payer.ts';
import { followCoverages } from '../coordination/follow-coverages.ts';
import type { Claim } from '../domain/claim.ts';
import { followed } from '../domain/patients/follow-patient.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { isToCarryOut } from '../domain/tasks/carried-out.ts';
import { mendByTask } from '../patients/mending/mend-record.ts';
import { proposeMending, withdrawMended } from '../patients/mending/propose-mending.ts';
import type { TaskSubject } from '../tasks/assign-task.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { withdrawOutdated, withdrawTask } from '../tasks/withdraw-outdated.ts';
import { startAgain } from './start-again.ts';

export const raise = (draft: TaskDraft, subject: TaskSubject) => raiseTask(draft, subject, taskEffects);

export const withdraw = (claim: Claim) => withdrawOutdated(claim, new Date(), withdrawalEffects);

const mending = { ...mendingEffects, raiseTask: raise };
const orderOfPayers = { ...payerOrderEffects, raiseTask: raise };

/** Who hears what a patient's record is about to say: open proposals to mend it, and claims that a coverage bears on. */
export const changePatient = followed(mending.changePatient, mending.findPatient, async (before, after) => {
  await withdrawMended(after, new Date(), mending);
  await followCoverages(before, after, new Date(), orderOfPayers);
});

/**
 * Does what was decided on a task for which no workflow waits, whether over the API, on its page, or by the sweep where a
 * crash came between; what was done is not done again.
 */
export const carryOut = async (task: Task): Promise<void> => {
  if (!isToCarryOut(task)) return;
  await mendByTask(task, { ...mending, changePatient });
  await billKnownPayer(task, new Date(), {
    ...orderOfPayers,
    payersDecided: (claim, { outcome }) => proposeMending(claim, outcome, new Date(), mending),
    withdrawOutdated: withdraw,
    withdrawTask: (one, note) => withdrawTask(one, { now: new Date(), note }, withdrawalEffects),
  });
  await startAgain(task);
  await noteCarriedOut(task.taskId, new Date());
};
