import { CalendarDate } from '../calendar.ts';

type Days = { readonly from?: string | undefined; readonly to?: string | undefined };

/** Of what is no day another rule tells. */
const isDay = (text: string | undefined): text is CalendarDate => CalendarDate.safeParse(text).success;

/** Holds days that are asked for to their order: no store finds what lies between a day and an earlier one. */
export const daysRunForward = [
  ({ from, to }: Days): boolean => !isDay(from) || !isDay(to) || from <= to,
  { message: 'It is after the last day', path: ['from'] },
] satisfies [unknown, unknown];
