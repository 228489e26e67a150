import type { ClaimStatus, StatusRefusal, StatusResponseSet } from './loops.ts';

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

/** Why inquiries of receivers (2200B) and of providers (2200C) were refused as a whole. */
export const refusalsOf = ({ sources }: StatusResponseSet): StatusRefusal[] =>
  sources
    .flatMap(({ receivers = [] }) => receivers)
    .flatMap(({ refusal, providers = [] }) => [refusal, ...providers.map((provider) => provider.refusal)])
    .filter((refusal) => refusal !== undefined);
