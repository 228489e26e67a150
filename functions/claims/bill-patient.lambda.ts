import { changeClaim } from '../adapters/claim-store.ts';
import { getTask } from '../adapters/task-store.ts';
import { ClaimTaskStep } from '../domain/step.ts';
import { taskHandler } from '../runtime/task-handler.ts';
import { billPatient } from './bill-patient.ts';

export const handler = taskHandler(ClaimTaskStep.partial({ taskId: true }), (step) =>
  billPatient(step, { getTask, changeClaim }),
);
