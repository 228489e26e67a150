import type { CalendarDate } from '../calendar.ts';
import type { FeeSetting } from './fee-line.ts';
import type { Pricing } from './pricing.ts';

/**
 * Places at which Medicare pays the facility's rate (CMS, place of service code set): a payer's own terms say otherwise
 * where its contract does.
 */
const facilities = new Set('02 06 08 19 21 22 23 24 26 31 34 41 42 51 52 53 56 61'.split(' '));

/** At which rate a place is paid on a date: as the payer's terms have it, else as Medicare's list. */
export const settingOf = (
  placeOfService: string,
  date: CalendarDate,
  { places }: Pick<Pricing, 'places'>,
): FeeSetting => {
  const own = places.find(
    ({ placeOfService: place, from = '', to = '9999-12-31' }) =>
      place === placeOfService && from <= date && date <= to,
  );
  return own?.setting ?? (facilities.has(placeOfService) ? 'facility' : 'non-facility');
};
