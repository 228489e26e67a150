import { dateIn } from '../../functions/domain/calendar/time-zone.ts';
import type { CalendarDate } from '../../functions/domain/calendar.ts';

/** The date of an instant in the books of the payers, which are kept in UTC. */
export const dateOf = (instant: Date): CalendarDate => dateIn('UTC', instant);
