import type { Claim } from '../domain/claim.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import type { Held, PaidTo, ProviderAdjustment } from '../domain/ledger/payment.ts';
import { numbersNamedBy } from '../domain/ledger/provider-level/reference.ts';
import type { IdentifiedClaim } from '../domain/ledger/staged-part.ts';
import type { PostingEffects } from '../domain/posting.ts';
import type { ReadSet } from '../edi/envelope/read-sets.ts';
import { type Cents, toDollars } from '../edi/money.ts';
import type { Remittance, RemittanceClaim } from '../edi/x835/loops.ts';
import { checkAuthority, type Objection } from './check-authority.ts';
import { atMost, holdClaim } from './held.ts';
import { providerAdjustmentsOf } from './provider-adjustments.ts';

type Lookup = Pick<PostingEffects, 'findClaim' | 'billingOf'>;

/** What of a payment names a claim, by which number, and how much it is about. */
type Naming = { readonly path: string; readonly number: string; readonly amount?: Cents | undefined };

/** A payment as far as it names claims. */
type NamedInPayment = Pick<ReadSet<Remittance>, 'data' | 'broken'> & {
  readonly claims: readonly { readonly position: number; readonly number: string; readonly paid: Cents }[];
};

/** A claim of ours, and why a payment may not touch it. */
type ForeignClaim = { readonly claim: Claim; readonly objection: Objection };

/** A decision about a claim of ours that the payment may not touch. */
export const holdObjected = (decided: IdentifiedClaim, { claim, objection }: ForeignClaim): Held => ({
  ...holdClaim(decided, objection.code, objection.detail),
  practiceId: claim.practiceId,
});

/** Of amounts beside the claims those that are about claims which the payment may not touch, and the others. */
export const holdForeignAdjustments = async (
  adjustments: readonly ProviderAdjustment[],
  paidTo: PaidTo,
  effects: Lookup,
): Promise<{ readonly held: readonly Held[]; readonly others: readonly ProviderAdjustment[] }> => {
  const held: Held[] = [];
  const others: ProviderAdjustment[] = [];
  for (const adjustment of adjustments) {
    const found = await Promise.all(
      numbersNamedBy(adjustment.reference).map((number) => findForeign(number, paidTo, effects)),
    );
    const foreign = found.find((one) => one !== undefined);
    if (foreign) held.push(holdAdjustment(adjustment, foreign));
    else others.push(adjustment);
  }
  return { held, others };
};

const holdAdjustment = (
  { path, reason, reference = '', amount }: ProviderAdjustment,
  { claim, objection }: ForeignClaim,
): Held => ({
  code: `PLB-${reason}`,
  path,
  detail: `${reason} ${toDollars(amount)} for ${reference}: ${objection.detail}`,
  amount,
  reference,
  practiceId: claim.practiceId,
});

/**
 * Which claims of ours a payment names that is held whole, or that cannot be read in it, where it may not touch them:
 * their practices hear of it even if somebody else is paid. Only our own numbers count: nothing else was checked.
 */
export const holdForeign = async (
  payment: NamedInPayment,
  isWhole: boolean,
  paidTo: PaidTo,
  effects: Lookup,
): Promise<readonly Held[]> => {
  const held: Held[] = [];
  const namings = [...(isWhole ? namingsOf(payment) : []), ...brokenNamings(payment)];
  // A few at a time: a payment may name thousands, and each is one read.
  for (let from = 0; from < namings.length; from += 25) {
    const found = namings.slice(from, from + 25).map((naming) => holdIfForeign(naming, paidTo, effects));
    held.push(...(await Promise.all(found)).flat());
  }
  const byOwner = Map.groupBy(held, ({ practiceId = '' }) => practiceId);
  return [...byOwner].flatMap(([practiceId, some]) =>
    atMost(some, 20).map((one) => ({ ...one, practiceId })),
  );
};

const namingsOf = ({ claims, data }: NamedInPayment): readonly Naming[] => [
  ...claims.map(({ position, number, paid }) => ({ path: `CLP[${position}]`, number, amount: paid })),
  ...providerAdjustmentsOf(data).flatMap((adjustment) =>
    numbersNamedBy(adjustment.reference).map((number) => ({
      path: adjustment.path,
      number,
      amount: adjustment.amount,
    })),
  ),
];

const brokenNamings = ({ broken }: NamedInPayment): readonly Naming[] =>
  broken.map(({ position, reference = '', partial }) => {
    // What could be read of a CLP, by the engine that reads this guide.
    const { paid }: Partial<RemittanceClaim> = partial;
    return { path: `CLP[${position}]`, number: reference, amount: paid };
  });

const holdIfForeign = async (
  { path, number, amount }: Naming,
  paidTo: PaidTo,
  effects: Lookup,
): Promise<readonly Held[]> => {
  const found = await findForeign(number, paidTo, effects);
  if (!found) return [];
  const { claim, objection } = found;
  const named = number.trim();
  const money = amount === undefined ? '' : ` (${toDollars(amount)})`;
  return [
    {
      code: objection.code,
      path,
      detail: `${named}${money}: ${objection.detail}`,
      claim: named,
      ...(amount !== undefined && { amount }),
      practiceId: claim.practiceId,
    },
  ];
};

/** The claim of ours with this number, where a payment may not touch it. */
export const findForeign = async (
  number: string,
  paidTo: PaidTo,
  { findClaim, billingOf }: Lookup,
): Promise<ForeignClaim | undefined> => {
  const named = parsePatientControlNumber(number);
  const claim = named && (await findClaim(named.claimId));
  const objection = claim && checkAuthority(await billingOf(claim), paidTo);
  return claim && objection && { claim, objection };
};
