import { z } from 'zod';
import { addDays, CalendarDate, daysBetween } from '../functions/domain/calendar.ts';

/** The code sets that can be installed beside the starter set. */
export const CodeSetName = z.enum([
  'icd10cm',
  'hcpcs',
  'modifier',
  'cpt',
  'ncci-ptp',
  'mue',
  'add-on',
  'coverage',
  'mpfs',
  'pos',
  'carc',
  'rarc',
  'status',
  'taxonomy',
  'nppes',
]);
export type CodeSetName = z.infer<typeof CodeSetName>;

/** One publisher's release of a code set, as it was compiled; both ends of its validity count. */
export const Edition = z.object({
  set: CodeSetName,
  edition: z.string().regex(/^[0-9A-Za-z.-]+$/),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  knownTo: CalendarDate.optional().describe(
    'of a list that keeps its ended codes: the day as of which it was made',
  ),
  rows: z.int().nonnegative(),
  source: z.string().describe('names of the files it was read from, without folders'),
  parts: z
    .record(z.string(), z.string())
    .default({})
    .describe('editions of the parts that differ from the whole'),
  notes: z.array(z.string()).default([]).describe('what a user of the edition should know'),
});
export type Edition = z.infer<typeof Edition>;

/** The name of an edition and the days on which it is valid. */
export type EditionDates = Pick<Edition, 'edition' | 'validFrom' | 'validTo'>;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** The quarter that begins with a month, or what is left of the year from it on: CMS updates on 1 January, April, July and October. */
export const quarterFrom = (year: number, month: number) => {
  const next = month > 9 ? `${year + 1}-01-01` : `${year}-${twoDigits(month + 3)}-01`;
  const edition = `${year}-${twoDigits(month)}`;
  return { edition, validFrom: `${edition}-01`, validTo: addDays(next, -1) } satisfies EditionDates;
};

/** A quarter of a year by its number, 1 to 4. */
export const quarterOf = (year: number, quarter: number) => quarterFrom(year, quarter * 3 - 2);

/** NCCI's own numbering: version 32.1, in file names "v321", is the second quarter of 2026. */
const ncciFirstYear = 1994;

/** How NCCI numbers a quarter: "321" for the second of 2026. */
export const ncciVersion = (year: number, quarter: number): string => `${year - ncciFirstYear}${quarter - 1}`;

/** The quarter of an NCCI version: 32 and 1 are the second quarter of 2026. */
export const ncciQuarter = (version: number, update: number) =>
  quarterOf(ncciFirstYear + version, update + 1);

/** ICD-10-CM is of fiscal years, which begin on 1 October of the year before. */
export const fiscalYear = (year: number) =>
  ({
    edition: String(year),
    validFrom: `${year - 1}-10-01`,
    validTo: `${year}-09-30`,
  }) satisfies EditionDates;

/** The April update of a fiscal year replaces the release of October from 1 April on. */
export const aprilUpdate = (year: number) =>
  ({ edition: `${year}-04`, validFrom: `${year}-04-01`, validTo: `${year}-09-30` }) satisfies EditionDates;

/** For sets that are published once a year. */
export const calendarYear = (year: number) =>
  ({ edition: String(year), validFrom: `${year}-01-01`, validTo: `${year}-12-31` }) satisfies EditionDates;

/** NUCC numbers the release of July of a year 1, that of January 0: 25.1 is of July 2025. */
export const taxonomyRelease = (year: number, half: 0 | 1) =>
  ({
    edition: `${year % 100}.${half}`,
    validFrom: half === 0 ? `${year}-01-01` : `${year}-07-01`,
    validTo: half === 0 ? `${year}-06-30` : `${year}-12-31`,
  }) satisfies EditionDates;

/** The first day of lists that do not tell when a code began. */
export const always = '1995-01-01';

/** For lists that keep their ended codes with the day they ended: one edition answers for every date. */
export const cumulative = (edition: string): EditionDates => ({ edition, validFrom: always });

/** Whether an edition, or a code with dates of its own, is in force on a date of service; both ends count. */
export const coversDate = (
  { validFrom, validTo }: Pick<Edition, 'validFrom' | 'validTo'>,
  dateOfService: CalendarDate,
): boolean => validFrom <= dateOfService && (validTo === undefined || dateOfService <= validTo);

const daysFrom = ({ validFrom, validTo = validFrom }: Edition, date: CalendarDate): number =>
  date < validFrom ? daysBetween(date, validFrom) : daysBetween(validTo, date);

const laterFirst = (a: { edition: Edition }, b: { edition: Edition }): number =>
  `${a.edition.validFrom} ${a.edition.edition}` < `${b.edition.validFrom} ${b.edition.edition}` ? 1 : -1;

/**
 * The edition for a date of service: of those in force the one that began last, because a quarterly or April
 * update replaces its predecessor from its first day. Without one, the nearest in time, which is not `inForce`:
 * whoever uses its codes has to say so.
 */
export const chooseEdition = <T extends { readonly edition: Edition }>(
  editions: readonly T[],
  dateOfService: CalendarDate,
): { readonly chosen: T; readonly inForce: boolean } | undefined => {
  const latest = [...editions].sort(laterFirst);
  const inForce = latest.find(({ edition }) => coversDate(edition, dateOfService));
  if (inForce) return { chosen: inForce, inForce: true };
  const [nearest] = latest.sort(
    (a, b) => daysFrom(a.edition, dateOfService) - daysFrom(b.edition, dateOfService),
  );
  return nearest && { chosen: nearest, inForce: false };
};
