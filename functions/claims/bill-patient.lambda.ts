import { changeClaim } from '../adapters/claim-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { billPatientByDecision, billPatientShare } from './bill-patient.ts';

/** With a task, bills what a person decided; without one, the patient's share of a settled claim. */
export const handler = taskHandler(ClaimTaskStep.partial({ taskId: true }), async ({ claimId, taskId }) => {
  const task = taskId ? await getTask(taskId) : undefined;
  await changeClaim(claimId, (claim) =>
    task ? billPatientByDecision(claim, task) : billPatientShare(claim),
  );
  return { outcome: 'billed' };
});
