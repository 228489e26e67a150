import { dateIn, type TimeZone } from '../domain/calendar/time-zone.ts';
import { addDays, type CalendarDate } from '../domain/calendar.ts';
import type { Claim } from '../domain/claim.ts';
import { measurePaces, type PayerPace } from '../domain/follow-up/payer-pace.ts';

export type MeasurePacesEffects = {
  readonly listPractices: () => Promise<
    readonly { readonly practiceId: string; readonly timeZone: TimeZone }[]
  >;
  /** Claims for services since a date of which a payer has decided something, whatever became of them. */
  readonly decidedSince: (practiceId: string, from: CalendarDate) => Promise<readonly Claim[]>;
  readonly savePace: (pace: PayerPace) => Promise<void>;
  readonly now: () => Date;
  readonly measured: (counts: { readonly paces: number }) => void;
};

/** Payers change; what they did half a year ago is no longer how they do. */
const lookBackDays = 180;

/** Measures how long each payer takes with each practice, from the claims of the last half year, anew each time. */
export const measureAllPaces = async (effects: MeasurePacesEffects): Promise<{ readonly paces: number }> => {
  let count = 0;
  for (const { practiceId, timeZone } of await effects.listPractices()) {
    const today = dateIn(timeZone, effects.now());
    const claims = await effects.decidedSince(practiceId, addDays(today, -lookBackDays));
    const paces = measurePaces(claims, today);
    for (const pace of paces) await effects.savePace(pace);
    count += paces.length;
  }
  effects.measured({ paces: count });
  return { paces: count };
};
