import type { CalendarDate } from '../../domain/calendar.ts';
import type { PatientRecords } from '../../domain/history/earlier-services.ts';
import { idsOf } from '../../domain/patients/patient-record.ts';
import { claimsOfPatient } from '../claim-store.ts';
import { unclaimedOfPatient } from '../encounter-store.ts';
import { authorizationsOf } from './authorization-store.ts';
import { findPatient } from './patient-store.ts';

/**
 * What records tell of a patient's visits since a day, under every number that the person has. Claims tell it by
 * themselves, through the index of their patients: there is no second record of it that could be of another opinion.
 */
export const recordsOfPatient = async (
  practiceId: string,
  patientId: string,
  since: CalendarDate,
): Promise<PatientRecords> => {
  const file = await findPatient({ practiceId, patientId });
  const ids = [...new Set([patientId, ...(file ? idsOf(file) : [])])];
  const [claims, encounters, authorizations] = await Promise.all([
    Promise.all(ids.map((id) => claimsOfPatient(practiceId, id, since))),
    Promise.all(ids.map((id) => unclaimedOfPatient(practiceId, id, since))),
    authorizationsOf(practiceId, ids),
  ]);
  return { claims: claims.flat(), encounters: encounters.flat(), authorizations };
};
