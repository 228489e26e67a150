import fc from 'fast-check';
import { addDays } from '../../../functions/domain/calendar.ts';

/** Calendar dates of the years in which the holidays are held against another list. */
export const dates: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 71 * 365 })
  .map((days) => addDays('1990-01-01', days));
