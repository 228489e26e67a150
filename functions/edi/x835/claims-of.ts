import type { ReadSet } from '../envelope/read-sets.ts';
import type { Remittance, RemittanceClaim } from './loops.ts';

/** All claims of a payment, in whatever groups (2000) the payer put them. */
export const claimsOf = ({ groups = [] }: Remittance): RemittanceClaim[] =>
  groups.flatMap(({ claims = [] }) => claims);

/** A claim of a payment and the position of its CLP in the set, from 1. */
export type PlacedClaim = { readonly position: number; readonly claim: RemittanceClaim };

/** The claims that can be read, with their positions among all that the set holds. */
export const placedClaimsOf = ({ data, broken }: ReadSet<Remittance>): PlacedClaim[] => {
  const claims = claimsOf(data);
  const unread = new Set(broken.map(({ position }) => position));
  const positions = Array.from({ length: claims.length + unread.size }, (_, index) => index + 1);
  const readable = positions.filter((position) => !unread.has(position));
  return claims.map((claim, index) => ({ claim, position: readable[index] ?? index + 1 }));
};
