import { z } from 'zod';
import { addDays, CalendarDate } from '../calendar.ts';
import { Coverage } from '../party.ts';
import { plainMember } from './same-person.ts';

/** That a visit or a table named a coverage, and of which day it spoke. */
export const Sighting = z.object({ by: z.string(), on: CalendarDate });
export type Sighting = z.infer<typeof Sighting>;

/** A coverage of a patient, in one place of the order in which payers answer. */
export const CoverageRecord = z.object({
  practiceId: z.string(),
  patientId: z.string(),
  coverageId: z.string(),
  coverage: Coverage,
  stated: z.boolean().describe('a person or a table says from when to when it is in force'),
  from: CalendarDate.optional(),
  to: CalendarDate.optional().describe('its last day'),
  seen: z.array(Sighting),
  forAccident: z.boolean().default(false).describe('it answers for an accident and for nothing else'),
  saidOn: z.string().describe('the last word on its details (`wordOf`)'),
});
export type CoverageRecord = z.infer<typeof CoverageRecord>;

/** A membership: the payer with the member's number, however a card writes it. */
export const memberKeyOf = ({ payerId, memberId }: Pick<Coverage, 'payerId' | 'memberId'>): string =>
  `${payerId}/${plainMember(memberId)}`;

/** How long a coverage that nobody gave dates is taken to go on after it was last named. */
const daysSeenLast = 365;

/** Why a coverage is taken to be in force, and of which day that word is. */
type Standing = { readonly isStated: boolean; readonly on: string };

const coversDay = ({ from = '', to = '9999-12-31' }: CoverageRecord, date: CalendarDate): boolean =>
  from <= date && date <= to;

const standingOn = (
  record: CoverageRecord,
  date: CalendarDate,
  exceptBy: string | undefined,
): Standing | undefined => {
  if (record.stated) return coversDay(record, date) ? { isStated: true, on: record.from ?? '' } : undefined;
  const days = record.seen
    .filter(({ by, on }) => by !== exceptBy && on <= date && addDays(on, daysSeenLast) >= date)
    .map(({ on }) => on)
    .sort();
  const last = days.at(-1);
  return last === undefined ? undefined : { isStated: false, on: last };
};

const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

type Ranked = { readonly record: CoverageRecord; readonly standing: Standing };

/** Stated before seen, later before earlier; equals by what they are, so that no order of arrival decides. */
const byRank = (one: Ranked, other: Ranked): number =>
  Number(other.standing.isStated) - Number(one.standing.isStated) ||
  compareText(other.standing.on, one.standing.on) ||
  compareText(memberKeyOf(one.record.coverage), memberKeyOf(other.record.coverage));

const firstOfEach = (ranked: readonly Ranked[], keyOf: (coverage: Coverage) => string): readonly Ranked[] => {
  const taken = new Set<string>();
  return ranked.filter(({ record }) => {
    const key = keyOf(record.coverage);
    return !taken.has(key) && taken.add(key);
  });
};

/**
 * The coverages in force on a day, in the order in which their payers are billed. One that was given dates counts from
 * the first to the last of them; another from the day on which it was named until a later one takes its place, a year
 * at most. A membership stands in one place, and each place has one. `exceptBy` leaves out what one visit said.
 */
export const coveragesOn = (
  coverages: readonly CoverageRecord[],
  date: CalendarDate,
  exceptBy?: string,
): readonly CoverageRecord[] => {
  const ranked = coverages
    .filter(({ forAccident }) => !forAccident)
    .flatMap((record) => {
      const standing = standingOn(record, date, exceptBy);
      return standing ? [{ record, standing }] : [];
    })
    .sort(byRank);
  return firstOfEach(firstOfEach(ranked, memberKeyOf), ({ responsibility }) => responsibility)
    .map(({ record }) => record)
    .sort((a, b) => 'PST'.indexOf(a.coverage.responsibility) - 'PST'.indexOf(b.coverage.responsibility));
};
