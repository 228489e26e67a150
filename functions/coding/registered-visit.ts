import { ageOn } from '../domain/calendar.ts';
import type { EncounterRegistration } from '../domain/visit/registration.ts';
import type { Visit } from './note/visit.ts';

/** As the 837 has it (DMG03). */
const sexes = { F: 'female', M: 'male', U: 'other' } as const;

/** What the registration of a visit tells whoever codes it: nothing that names the patient. */
export const registeredVisit = ({
  patient,
  dateOfService,
  placeOfService,
  patientType,
}: EncounterRegistration): Visit => ({
  dateOfService,
  placeOfService,
  patientType,
  ageInYears: ageOn(patient.dateOfBirth, dateOfService),
  sex: sexes[patient.gender],
});
