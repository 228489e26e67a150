import { codeBookOn } from '../../codesets/code-book.ts';
import type { CalendarDate } from '../domain/calendar.ts';
import type { CodingBasis } from '../domain/coding.ts';

/** Raised whenever the rules come to suggest something else for some note: the audit trail names it. */
const rulesVersion = 3;

/** What suggestions for a date of service are made with. */
export const codingBasis = (dateOfService: CalendarDate): CodingBasis => ({
  rules: rulesVersion,
  codes: codeBookOn(dateOfService).codesInUse('icd10cm').statement,
});
