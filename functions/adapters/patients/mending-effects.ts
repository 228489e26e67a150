import { getPractice } from '../practices/practice-store.ts';
import { closeTask, tasksByStatus } from '../task-store.ts';
import { changePatient, findPatient } from './patient-store.ts';

/** What proposals to mend patients' records, and accepting them, read and write. */
export const mendingEffects = {
  findPatient,
  changePatient,
  tasksByStatus,
  closeTask,
  zoneOf: async (practiceId: string) => (await getPractice(practiceId)).timeZone,
};
