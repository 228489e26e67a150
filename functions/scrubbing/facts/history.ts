import type { CalendarDate } from '../../domain/calendar.ts';
import type { CodedService } from '../../domain/coding.ts';
import type { EarlierService } from '../../domain/history/earlier-service.ts';
import { whoGave } from '../../domain/history/earlier-services.ts';
import type { EncounterToScrub } from '../edit.ts';
import { dayOf } from './each-service.ts';

const none: readonly EarlierService[] = [];

/** Histories by day, made once for all edits of a visit. */
const byDay = new WeakMap<readonly EarlierService[], ReadonlyMap<CalendarDate, readonly EarlierService[]>>();

/** What was done for the patient on a day, on other visits. */
export const earlierOn = (
  day: CalendarDate,
  { history = none }: EncounterToScrub,
): readonly EarlierService[] => {
  const days = byDay.get(history) ?? Map.groupBy(history, ({ date }) => date);
  byDay.set(history, days);
  return days.get(day) ?? none;
};

/** Whom a service of the visit is billed under, with specialty and group. */
export const giverOf = (
  service: CodedService,
  { registration, practice, payer }: EncounterToScrub,
): ReturnType<typeof whoGave> => whoGave(service, { registration, practice, payer, payerId: payer?.payerId });

/**
 * What the same provider gave on the day of a service and billed to the same payer on other claims: payers look at it
 * together with the service, whichever claim it stands on.
 */
export const earlierBeside = (
  service: CodedService,
  encounter: EncounterToScrub,
): readonly EarlierService[] => {
  const sameDay = earlierOn(dayOf(service, encounter), encounter);
  if (sameDay.length === 0) return none;
  const { renderingProviderNpi } = giverOf(service, encounter);
  return sameDay.filter(
    (one) => one.renderingProviderNpi === renderingProviderNpi && isOfPayer(one, encounter),
  );
};

/** Whether it was billed to the first payer of the visit. */
export const isOfPayer = ({ payerId }: EarlierService, { payer }: EncounterToScrub): boolean =>
  payer !== undefined && payerId === payer.payerId;

/** How surely a payer takes two providers for one physician. */
export type Likeness = 'same' | 'perhaps' | 'other';

/** NUCC's groups of physician assistants, nurse practitioners and clinical nurse specialists. */
const practitioners = /^36(3A|3L|4S)/;

/**
 * The same physician, or one of the exact same specialty in the same group (CMS, Claims Processing Manual 12, 30.6.5).
 * Perhaps: a specialty is not known, or one of both is a practitioner, whom CPT takes for the specialty of the physician.
 */
export const likenessOf = (
  { renderingProviderNpi, taxonomy, group }: ReturnType<typeof giverOf>,
  earlier: EarlierService,
): Likeness => {
  if (earlier.renderingProviderNpi === renderingProviderNpi) return 'same';
  if (earlier.group !== undefined && group !== undefined && earlier.group !== group) return 'other';
  if (taxonomy === undefined || earlier.taxonomy === undefined) return 'perhaps';
  if (taxonomy === earlier.taxonomy) return 'same';
  return practitioners.test(taxonomy) || practitioners.test(earlier.taxonomy) ? 'perhaps' : 'other';
};
