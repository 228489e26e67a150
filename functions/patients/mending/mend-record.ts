import { dateIn, type TimeZone } from '../../domain/calendar/time-zone.ts';
import { mendRecord } from '../../domain/patients/mend-record.ts';
import type { ChangePatient } from '../../domain/patients/patient-record.ts';
import type { Task } from '../../domain/task.ts';

export type MendRecordEffects = {
  readonly changePatient: ChangePatient;
  readonly zoneOf: (practiceId: string) => Promise<TimeZone>;
};

/** Mends a patient's record as somebody accepted it, by the word of that person; done before, it changes nothing. */
export const mendByTask = async (
  { practiceId, claimId = '', mending, outcome }: Task,
  { changePatient, zoneOf }: MendRecordEffects,
): Promise<void> => {
  if (outcome?.action !== 'mend-record' || mending === undefined) return;
  const on = dateIn(await zoneOf(practiceId), new Date(outcome.at));
  const told = { on, by: 'person', actor: outcome.by, source: `correction of claim ${claimId}` } as const;
  await changePatient(
    { practiceId, patientId: mending.patientId },
    (file) => file && mendRecord(file, mending, told),
  );
};
