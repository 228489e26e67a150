import type { CalendarDate } from '../domain/calendar.ts';

export type PatientType = 'new' | 'established';

/** What the registration tells about a visit that its note need not repeat. */
export type Visit = {
  readonly dateOfService: CalendarDate;
  readonly patientType: PatientType;
  readonly placeOfService?: string;
};
