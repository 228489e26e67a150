import type { Acknowledgement } from '../domain/claim.ts';
import type { SentSet } from '../domain/partner-file.ts';
import type { ErrorContext, SegmentError, TransactionSetAcknowledgement } from '../edi/x999/loops.ts';
import type { Concerned } from './claims-in-set.ts';
import { segmentReasons, setReasons } from './read-999.ts';

type Reasons = Acknowledgement['reasons'];

/** What becomes of the claims of a refused set, by CLM01. */
export type SortedClaims = {
  /** At fault, each with what is said of it. */
  readonly named: ReadonlyMap<string, Reasons>;
  /** Refused for what they have in common, or for nothing that names one of them. */
  readonly common: { readonly claims: readonly string[]; readonly reasons: Reasons };
  /** Refused for the others. */
  readonly others: readonly string[];
};

/**
 * Sorts the claims of a refused set: those that the 999 names, by CLM01 (CTX) or by a place in the set (IK3), those that
 * have a fault in common, and those that stood beside. A set of one claim is refused for that claim.
 */
export const sortRefusedSet = (
  { claims }: SentSet,
  told: TransactionSetAcknowledgement,
  at: (position: number, loop?: string) => Concerned,
): SortedClaims => {
  const [only, ...more] = claims;
  const reasons = setReasons(told);
  if (only !== undefined && more.length === 0) return sorted(claims, [{ claims, reasons, isCommon: false }]);
  const { segmentErrors = [] } = told;
  if (segmentErrors.length === 0) return sorted(claims, [{ claims, reasons, isCommon: true }]);
  return sorted(
    claims,
    segmentErrors.map((error) => ({
      ...concernedBy(error, claims, at),
      reasons: segmentReasons(error),
    })),
  );
};

type Fault = Concerned & { readonly reasons: Reasons };

const sorted = (claims: readonly string[], faults: readonly Fault[]): SortedClaims => {
  const named = new Map<string, Reasons>();
  const isOwn = ({ isCommon, claims: concerned }: Fault): boolean => !isCommon || concerned.length === 1;
  for (const fault of faults.filter(isOwn))
    for (const claim of fault.claims) named.set(claim, [...(named.get(claim) ?? []), ...fault.reasons]);
  const shared = faults.filter((fault) => !isOwn(fault));
  const inCommon = new Set(shared.flatMap((fault) => fault.claims));
  const isIn = (claim: string): boolean => inCommon.has(claim) && !named.has(claim);
  return {
    named,
    common: { claims: claims.filter(isIn), reasons: shared.flatMap((fault) => fault.reasons) },
    others: claims.filter((claim) => !named.has(claim) && !inCommon.has(claim)),
  };
};

const concernedBy = (
  error: SegmentError,
  claims: readonly string[],
  at: (position: number, loop?: string) => Concerned,
): Concerned => {
  const { contexts = [], elementErrors = [], position, loop } = error;
  const all = [...contexts, ...elementErrors.flatMap((one) => one.contexts ?? [])];
  const named = claims.filter((claim) => all.some((context) => names(context, claim)));
  if (named.length > 0) return { claims: named, isCommon: false };
  const { claims: placed, isCommon } = at(position, loop);
  const known = placed.filter((claim) => claims.includes(claim));
  return known.length > 0 ? { claims: known, isCommon } : { claims, isCommon: true };
};

/** CTX*CLM01:C4711-1. Our numbers have no lower case, whatever the partner makes of them. */
const names = ({ identifications }: ErrorContext, claim: string): boolean =>
  identifications.some(
    ({ name, value }) => name.trim().toUpperCase() === 'CLM01' && value?.trim().toUpperCase() === claim,
  );
