import { z } from 'zod';
import type { Finding } from '../finding.ts';
import { Address, Npi } from '../party.ts';
import { CliaNumber } from '../visit/service-facts.ts';

/**
 * A place where the practice sees patients. What a visit leaves out it has from its place: where it names one, or where
 * the practice has no other.
 */
export const Location = z.strictObject({
  locationId: z.string().min(1).max(40),
  name: z.string().min(1).max(60),
  placeOfService: z.string().regex(/^\d{2}$/),
  address: Address.optional().describe('@default that of who bills'),
  npi: Npi.optional().describe('of the place itself: loop 2310C'),
  cliaNumber: CliaNumber.optional().describe('of its laboratory: with tests'),
  locality: z.string().min(1).max(20).optional().describe('by which fees differ, such as 15202-00'),
});
export type Location = z.infer<typeof Location>;

/** Places of one id: a visit that names it would be at one of them. */
export const repeatedLocations = (locations: readonly Location[]): readonly Finding[] =>
  locations.flatMap(({ locationId }, at) =>
    locations.findIndex((one) => one.locationId === locationId) === at
      ? []
      : [{ code: 'repeated', path: `locations.${at}.locationId`, detail: 'Another place has this id' }],
  );

/** The place of a visit: that which it names, or the only one. */
export const locationOf = (
  locations: readonly Location[],
  { locationId }: { readonly locationId?: string | undefined },
): Location | undefined => {
  if (locationId !== undefined) return locations.find((one) => one.locationId === locationId);
  return locations.length === 1 ? locations[0] : undefined;
};
