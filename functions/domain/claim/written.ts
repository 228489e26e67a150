import { type Cents, toDollars } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';

/** Whole cents as people write them: -123456 → "-$1,234.56". */
export const dollars = (amount: Cents): string =>
  toDollars(amount)
    .replace(/\B(?=(\d{3})+\.)/g, ',')
    .replace(/^-?/, (sign) => `${sign}$`);

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** A calendar date as people write it: "Mar 2, 2026". */
export const day = (date: CalendarDate): string => dayFormat.format(new Date(date));
