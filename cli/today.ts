import { dateIn } from '../functions/domain/calendar/time-zone.ts';
import type { CalendarDate } from '../functions/domain/calendar.ts';

/** Today where this computer says that it is: nothing that the command line does without a practice has another zone. */
export const today = (): CalendarDate => dateIn(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date());
