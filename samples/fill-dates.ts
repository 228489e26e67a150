import { addDays, type CalendarDate } from '../functions/domain/calendar.ts';

const inUs = (date: CalendarDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`;

/**
 * Samples lie some days before today, so that filing limits hold whenever they run: fills the placeholders
 * `{{dos}}`, `{{dos:us}}`, `{{dos-14:us}}` of a file.
 */
export const fillDates = (text: string, dateOfService: CalendarDate): string =>
  text.replace(/\{\{dos(-\d+)?(:us)?\}\}/g, (_, days?: string, us?: string) => {
    const date = addDays(dateOfService, Number(days ?? 0));
    return us ? inUs(date) : date;
  });
