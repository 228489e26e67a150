import type { CalendarDate } from '../../domain/calendar.ts';

export type PatientType = 'new' | 'established';

/** What the registration tells about a visit; what it leaves out is read from the note. */
export type Visit = {
  readonly dateOfService: CalendarDate;
  readonly patientType?: PatientType;
  readonly placeOfService?: string;
  readonly ageInYears?: number;
  /** As registered; it raises questions and never keeps a code off the claim. */
  readonly sex?: 'female' | 'male' | 'other';
};
