import type { ClaimStatus, StatusResponseSet } from './loops.ts';

/** The states of all claims of a 277, of subscribers and of dependents, in the order of the file. */
export const claimsOf = ({ sources }: StatusResponseSet): ClaimStatus[] =>
  sources
    .flatMap(({ receivers = [] }) => receivers)
    .flatMap(({ providers = [] }) => providers)
    .flatMap(({ subscribers = [] }) => subscribers)
    .flatMap(({ claims = [], dependents = [] }) => [
      ...claims,
      ...dependents.flatMap((dependent) => dependent.claims ?? []),
    ]);
