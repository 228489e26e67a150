import type { Coverage, Patient } from '../party.ts';
import type { Correction } from './correction.ts';

/** Left out: it stays. Null: it goes. */
export const changedBy = <T>(said: T | null | undefined, stands: T | undefined): T | undefined =>
  said === undefined ? stands : (said ?? undefined);

/** An object without the fields that are undefined. What it cannot go without is named by its callers. */
export const given = <T extends object>(fields: { readonly [K in keyof T]?: T[K] | undefined }): T =>
  // Object.fromEntries forgets which fields there were.
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as T;

/** What is known of a policy holder: of another one, where they live alone. */
const holderOf = (
  known: Coverage['subscriber'],
  { lastName }: { readonly lastName: string },
): Partial<NonNullable<Coverage['subscriber']>> =>
  known?.lastName === lastName || known === undefined ? { ...known } : { address: known.address };

/** A coverage as corrected. Who holds the policy has an address: that of before, or the patient's own. */
export const correctedCoverage = (
  coverage: Coverage,
  { address }: Pick<Patient, 'address'>,
  correction: Pick<Correction, 'memberId' | 'groupNumber' | 'policyHolder' | 'relationship'>,
): Coverage => {
  const { memberId, policyHolder, relationship } = correction;
  const { subscriber: known } = coverage;
  const subscriber =
    relationship === 'self' || policyHolder === null
      ? undefined
      : policyHolder
        ? { address, ...holderOf(known, policyHolder), ...policyHolder }
        : known;
  return given<Coverage>({
    ...coverage,
    memberId: memberId ?? coverage.memberId,
    groupNumber: changedBy(correction.groupNumber, coverage.groupNumber),
    relationship: relationship ?? (policyHolder === null ? 'self' : coverage.relationship),
    subscriber,
  });
};
