import { z } from 'zod';
import { CalendarDate, daysBetween } from '../functions/domain/calendar.ts';

/** The code sets that can be installed beside the starter set. */
export const CodeSetName = z.enum([
  'icd10cm',
  'hcpcs',
  'cpt',
  'ncci-ptp',
  'mue',
  'add-on',
  'mpfs',
  'pos',
  'carc',
  'rarc',
  'status',
  'taxonomy',
]);
export type CodeSetName = z.infer<typeof CodeSetName>;

/** One publisher's release of a code set, as it was compiled; both ends of its validity count. */
export const Edition = z.object({
  set: CodeSetName,
  edition: z.string().regex(/^[0-9A-Za-z.-]+$/),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
  rows: z.int().nonnegative(),
  source: z.string().describe('names of the files it was read from, without folders'),
  parts: z
    .record(z.string(), z.string())
    .default({})
    .describe('editions of the parts that differ from the whole'),
  notes: z.array(z.string()).default([]).describe('what a user of the edition should know'),
});
export type Edition = z.infer<typeof Edition>;

/** Whether an edition applies to a date of service. */
export const coversDate = (edition: Edition, dateOfService: CalendarDate): boolean =>
  edition.validFrom <= dateOfService && (edition.validTo === undefined || dateOfService <= edition.validTo);

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
