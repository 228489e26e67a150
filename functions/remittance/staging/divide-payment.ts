import type { OutlinedClaim } from './payment-outline.ts';

/** So many claims are posted within a few seconds, and a message that fails repeats no more than these. */
export const claimsOfPart = 50;

/**
 * Divides the claims of a payment into parts, by position: which part each claim is posted in, from 1. Decisions that
 * may be about one claim stay together as far as a part has room, for a reversal and its correction are one piece of
 * news; a number that a payer gives to all its claims puts no more than `size` of them together.
 */
export const divideClaims = (
  claims: readonly OutlinedClaim[],
  size = claimsOfPart,
): ReadonlyMap<number, number> => {
  const parts = new Map<number, number>();
  let part = 0;
  let room = 0;
  for (const together of groupsOf(claims).flatMap((group) => chunksOf(group, size))) {
    if (room < together.length) {
      part += 1;
      room = size;
    }
    room -= together.length;
    for (const { position } of together) parts.set(position, part);
  }
  return parts;
};

const chunksOf = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/** Claims that share a number, directly or through others, in the order in which the first of each group stands. */
const groupsOf = (claims: readonly OutlinedClaim[]): readonly (readonly OutlinedClaim[])[] => {
  const parents = new Map<string, string>();
  const rootOf = (number: string): string => {
    let root = number;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(number, root);
    return root;
  };
  const nameOf = ({ numbers, position }: OutlinedClaim): string => numbers[0] ?? `position ${position}`;
  for (const claim of claims)
    for (const number of claim.numbers) parents.set(rootOf(number), rootOf(nameOf(claim)));
  return [...Map.groupBy(claims, (claim) => rootOf(nameOf(claim))).values()];
};
