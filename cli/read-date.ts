import { CalendarDate } from '../functions/domain/calendar.ts';
import { today } from './today.ts';

/** The date that an option names, or today. */
export const readDate = (option: string, date: string | undefined): CalendarDate => {
  const parsed = CalendarDate.safeParse(date ?? today());
  if (!parsed.success) throw new Error(`${option} ${date} is no date; write it as 2026-03-02`);
  return parsed.data;
};
