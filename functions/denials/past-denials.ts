import type { Claim, ClaimStatus } from '../domain/claim.ts';
import { ClaimStatus as statuses } from '../domain/claim.ts';
import { type DenialOnDay, denialsByDay } from '../domain/denials/denials-of-claim.ts';
import type { Payer } from '../domain/payer.ts';

/** A denial of earlier, with the contract of its payer. */
export type PastDenial = DenialOnDay & { readonly payer: Payer };

export type PastDenialsEffects = {
  readonly claimsByStatus: (practiceId: string, status: ClaimStatus) => Promise<readonly Claim[]>;
  readonly listPayers: (practiceId: string) => Promise<readonly Payer[]>;
};

/** The last denials, the latest first, and how many are left out because their payer has no contract any more. */
export const latestDenials = (
  claims: readonly Claim[],
  payers: readonly Payer[],
  most = Number.POSITIVE_INFINITY,
): { readonly denials: readonly PastDenial[]; readonly withoutContract: number } => {
  const byId = new Map(payers.map((payer) => [payer.payerId, payer]));
  const all = claims
    .flatMap((claim) => denialsByDay(claim))
    .toSorted(
      (one, other) =>
        other.day.localeCompare(one.day) || one.claim.claimId.localeCompare(other.claim.claimId),
    );
  const denials = all.flatMap((one) => {
    const payer = byId.get(one.claim.payerId);
    return payer ? [{ ...one, payer }] : [];
  });
  return { denials: denials.slice(0, most), withoutContract: all.length - denials.length };
};

/** All claims of a practice. */
export const claimsOfPractice = async (
  practiceId: string,
  { claimsByStatus }: Pick<PastDenialsEffects, 'claimsByStatus'>,
): Promise<readonly Claim[]> => {
  const lists = await Promise.all(statuses.options.map((status) => claimsByStatus(practiceId, status)));
  return lists.flat();
};

/** The last denials of a practice, to try routing rules on. */
export const pastDenials = async (practiceId: string, most: number, effects: PastDenialsEffects) =>
  latestDenials(await claimsOfPractice(practiceId, effects), await effects.listPayers(practiceId), most);
