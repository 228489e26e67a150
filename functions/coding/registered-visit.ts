import type { CalendarDate } from '../domain/calendar.ts';
import type { EncounterRegistration } from '../domain/encounter.ts';
import type { Visit } from './note/visit.ts';

const yearsBetween = (birth: CalendarDate, date: CalendarDate): number => {
  const hadBirthday = date.slice(5) >= birth.slice(5);
  return Number(date.slice(0, 4)) - Number(birth.slice(0, 4)) - (hadBirthday ? 0 : 1);
};

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
  ageInYears: yearsBetween(patient.dateOfBirth, dateOfService),
});
