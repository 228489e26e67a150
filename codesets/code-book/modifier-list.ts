import { z } from 'zod';
import { CalendarDate } from '../../functions/domain/calendar.ts';
import { artefactOn } from '../artefact.ts';
import { type CodeValidity, findValidities } from '../records.ts';
import rows from '../starter/modifiers.json' with { type: 'json' };
import type { OfEdition } from './ncci-book.ts';

/** What is known of a modifier on a date: valid, of other days, or in no list. */
export interface ModifierStanding extends OfEdition {
  readonly standing: 'valid' | 'not-yet' | 'ended' | 'unlisted';
  /** The day on which it begins or ended, where it is not valid. */
  readonly day?: CalendarDate;
}

const StarterModifier = z.object({
  code: z.string().regex(/^[0-9A-Z]{2}$/),
  description: z.string(),
  validFrom: CalendarDate,
  validTo: CalendarDate.optional(),
});

/** Modifiers that began or ended within the reach of claims, in our own words; of others nothing is known here. */
const starter = new Map(
  z
    .array(StarterModifier)
    .parse(rows)
    .map(({ code, validFrom, validTo }) => [code, [{ validFrom, validTo }]] as const),
);

const standingIn = (
  validities: readonly CodeValidity[],
  date: CalendarDate,
): Omit<ModifierStanding, keyof OfEdition> => {
  if (validities.length === 0) return { standing: 'unlisted' };
  if (validities.some((one) => one.validFrom <= date && (one.validTo === undefined || date <= one.validTo)))
    return { standing: 'valid' };
  const next = validities.find(({ validFrom }) => validFrom > date);
  if (next) return { standing: 'not-yet', day: next.validFrom };
  const last = validities.at(-1)?.validTo;
  return { standing: 'ended', ...(last && { day: last }) };
};

/**
 * How a modifier stands on a date: of HCPCS Level II by the installed list, which has all of them; else by what our own
 * list knows of it. Undefined where neither can say.
 */
export const modifierOn =
  (dateOfService: CalendarDate) =>
  (code: string): ModifierStanding | undefined => {
    const installed = /^[A-Z]/.test(code) ? artefactOn('modifier', dateOfService) : undefined;
    if (installed) {
      const { chosen, inForce } = installed;
      const found = standingIn(findValidities('modifier', code, chosen), dateOfService);
      return { ...found, edition: chosen.edition.edition, inForce };
    }
    const known = starter.get(code);
    return known && { ...standingIn(known, dateOfService), edition: 'starter', inForce: true };
  };
