import type { PatientTraces } from '../../domain/audit/find-entries.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Encounter } from '../../domain/encounter.ts';
import { idsOf, type PatientFile } from '../../domain/patients/patient-record.ts';
import type { PracticeRecords } from '../practice-records.ts';

/** A person's file, claims and visits, under whichever of the person's numbers they stand. */
export type RecordsOfPerson = {
  readonly patientIds: readonly string[];
  readonly file: PatientFile | undefined;
  readonly claims: readonly Claim[];
  readonly encounters: readonly Encounter[];
};

/** Undefined where nothing at all is held under the number. */
export const recordsOfPerson = async (
  practiceId: string,
  patientId: string,
  { patients, claimsOfPatient, trail }: PracticeRecords,
): Promise<RecordsOfPerson | undefined> => {
  const file = await patients.find({ practiceId, patientId });
  const patientIds = [...new Set([patientId, ...(file ? idsOf(file) : [])])];
  const [claims, encounters] = await Promise.all([
    Promise.all(patientIds.map((id) => claimsOfPatient(practiceId, id))),
    Promise.all(patientIds.map((id) => trail.encountersOfPatient(practiceId, id))),
  ]);
  const held = { patientIds, file, claims: claims.flat(), encounters: encounters.flat() };
  return file || held.claims.length > 0 || held.encounters.length > 0 ? held : undefined;
};

/** By what entries of the audit name the person. */
export const tracesOf = ({ patientIds, claims, encounters }: RecordsOfPerson): PatientTraces => ({
  patientIds,
  claimIds: claims.map(({ claimId }) => claimId),
  encounterIds: [...new Set([...claims, ...encounters].map(({ encounterId }) => encounterId))],
});
