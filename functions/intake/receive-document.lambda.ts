import { readObject } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { changeAppointment, findAppointment } from '../adapters/patients/appointment-store.ts';
import { mendingEffects } from '../adapters/patients/mending-effects.ts';
import { findPatient, similarPatients } from '../adapters/patients/patient-store.ts';
import { payerOrderEffects } from '../adapters/payer-order-effects.ts';
import { findPractice, listPayers } from '../adapters/practices/practice-store.ts';
import { taskEffects } from '../adapters/task-effects.ts';
import { closeTask, getTask, tasksOfEncounter } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { startCoding } from '../adapters/workflows.ts';
import { followCoverages } from '../coordination/follow-coverages.ts';
import { ObjectCreated } from '../domain/object-event.ts';
import { followed } from '../domain/patients/follow-patient.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { enterRegistration } from '../patients/enter-registration.ts';
import { withdrawMended } from '../patients/mending/propose-mending.ts';
import { logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import type { TaskSubject } from '../tasks/assign-task.ts';
import { decideTask } from '../tasks/decide-task.ts';
import { raiseTask } from '../tasks/raise-task.ts';
import { type ReceiveDocumentEffects, receiveDocument } from './receive-document.ts';

const raise = (draft: TaskDraft, subject: TaskSubject) => raiseTask(draft, subject, taskEffects);
const mending = { ...mendingEffects, raiseTask: raise };
const orderOfPayers = { ...payerOrderEffects, raiseTask: raise };

/** Who hears what a patient's record is about to say: open proposals to mend it, and claims that a coverage bears on. */
const changePatient = followed(mending.changePatient, mending.findPatient, async (before, after) => {
  await withdrawMended(after, new Date(), mending);
  await followCoverages(before, after, new Date(), orderOfPayers);
});

const effects: ReceiveDocumentEffects = {
  findPractice,
  listPayers,
  readObject: (key) => readObject('intake', key),
  getEncounter,
  changeEncounter,
  enterRegistration: (id, registration, now) =>
    enterRegistration(id, registration, now, {
      findPatient,
      changePatient,
      similarPatients,
      findAppointment,
      changeAppointment,
      raiseTask: raise,
      tasksOfEncounter,
      closeTask,
    }),
  raiseTask: raise,
  tasksOfEncounter,
  decideTask: (task, outcome) => decideTask(task, outcome, { closeTask, getTask, answerWait }),
  startCoding,
  leftAlone: () => logger.warn('An object outside the folder of a known practice is kept and left alone'),
};

export const handler = queueHandler(ObjectCreated, ({ detail: { object } }) =>
  receiveDocument(object.key, new Date(), effects),
);
