import { digestWithin, readWithin } from '../adapters/documents.ts';
import { changeEncounter, getEncounter } from '../adapters/encounter-store.ts';
import { changeAppointment, findAppointment } from '../adapters/patients/appointment-store.ts';
import { findPatient, similarPatients } from '../adapters/patients/patient-store.ts';
import { findPractice, listPayers } from '../adapters/practices/practice-store.ts';
import { closeTask, getTask, tasksOfEncounter } from '../adapters/task-store.ts';
import { answerWait } from '../adapters/wait-store.ts';
import { startCoding } from '../adapters/workflows.ts';
import { ObjectCreated } from '../domain/object-event.ts';
import { enterRegistration } from '../patients/enter-registration.ts';
import { logger } from '../runtime/observability.ts';
import { queueHandler } from '../runtime/queue-handler.ts';
import { decideTask } from '../tasks/decide-task.ts';
import { changePatient, raise } from '../wiring/follow-decisions.ts';
import { type ReceiveDocumentEffects, receiveDocument } from './receive-document.ts';

const effects: ReceiveDocumentEffects = {
  findPractice,
  listPayers,
  readObject: (key, mostBytes) => readWithin('intake', key, mostBytes),
  digestObject: (key, mostBytes) => digestWithin('intake', key, mostBytes),
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
