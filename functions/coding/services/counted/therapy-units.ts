/** Minutes of one timed service of therapy at one visit. */
export type TimedMinutes = { readonly code: string; readonly minutes: number };
export type TimedUnits = { readonly code: string; readonly units: number };

const unit = 15;
/** A unit is begun to be earned with its eighth minute. */
const least = 8;

/** Units of minutes alone: the midpoint of each quarter of an hour must be passed. */
export const unitsByMidpoint = (minutes: number): number => Math.floor((minutes + unit - least) / unit);

/** Each service for itself, as the AMA counts: 8 to 22 minutes are one unit, 23 to 37 are two. */
export const unitsPerCode = (services: readonly TimedMinutes[]): readonly TimedUnits[] =>
  services
    .map(({ code, minutes }) => ({ code, units: unitsByMidpoint(minutes) }))
    .filter(({ units }) => units > 0);

/**
 * Medicare's rule (Claims Processing Manual, chapter 5, 20.2): the minutes of all timed services give the units of the
 * day; full quarters of an hour of each service come first, and what is left of them goes to the greatest remainders.
 */
export const unitsByTotal = (services: readonly TimedMinutes[]): readonly TimedUnits[] => {
  const total = unitsByMidpoint(services.reduce((sum, { minutes }) => sum + minutes, 0));
  const full = services.map(({ minutes }) => Math.floor(minutes / unit));
  let left = total - full.reduce((sum, one) => sum + one, 0);
  const byRemainder = services
    .map(({ minutes }, at) => ({ at, remainder: minutes % unit }))
    .filter(({ remainder }) => remainder > 0)
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  for (const { at } of byRemainder) {
    if (left <= 0) break;
    full[at] = (full[at] ?? 0) + 1;
    left -= 1;
  }
  return services.flatMap(({ code }, at) => ((full[at] ?? 0) > 0 ? [{ code, units: full[at] ?? 0 }] : []));
};
