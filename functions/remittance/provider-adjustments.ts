import type { Takeback } from '../domain/claim/moved-money.ts';
import type { Claim } from '../domain/claim.ts';
import { shortDigest } from '../domain/digest.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import type { Held, PaidTo, ProviderAdjustment } from '../domain/ledger/payment.ts';
import { kindOf, reasonName } from '../domain/ledger/provider-level/adjustment-kind.ts';
import { isOnePayer } from '../domain/ledger/provider-level/payer-identity.ts';
import {
  namesSame,
  numbersNamedBy,
  type Reference,
  readReference,
} from '../domain/ledger/provider-level/reference.ts';
import type { PaymentFacts } from '../domain/ledger/staged-part.ts';
import type { PostingEffects, Recovery } from '../domain/posting.ts';
import { type Cents, sum, toDollars } from '../edi/money.ts';
import type { Remittance } from '../edi/x835/loops.ts';
import { checkAuthority } from './check-authority.ts';
import type { PaymentParties } from './matching/find-claims.ts';
import { comparePayer } from './matching/payer-identity.ts';

/** All provider-level adjustments of a payment, in the order of the file. */
export const providerAdjustmentsOf = ({
  providerAdjustments: plb = [],
}: Pick<Remittance, 'providerAdjustments'>): readonly ProviderAdjustment[] =>
  plb.flatMap(({ adjustments }, index) =>
    adjustments.map(({ identifier: { reason, reference }, amount }) => ({
      path: `PLB[${index + 1}]`,
      reason,
      ...(reference !== undefined && { reference }),
      amount,
    })),
  );

/**
 * Money that is taken back under a reference (WO), that the practice paid back itself (72), or whose taking is put
 * off (FB): together they say what of a claim's money is gone.
 */
export const isRecovery = (adjustment: ProviderAdjustment): boolean =>
  isForwarding(adjustment) ||
  (adjustment.reference !== undefined &&
    ['recoupment', 'return', 'forward'].includes(kindOf(adjustment.reason)));

/** A balance that is carried to a later payment, which names it by the trace number of this one. */
const isForwarding = ({ reason, amount }: ProviderAdjustment): boolean =>
  kindOf(reason) === 'forward' && amount < 0;

/** Under which numbers a recovery is kept: later ones name it by them. */
export const numbersToKeep = (
  adjustment: ProviderAdjustment,
  { traceNumber }: Pick<PaymentFacts, 'traceNumber'>,
): readonly string[] => [
  ...new Set([...numbersNamedBy(adjustment.reference), ...(isForwarding(adjustment) ? [traceNumber] : [])]),
];

/**
 * The claim that a recovery takes its money from, by our number or by the payer's; undefined where it names none, or
 * none of this payer's.
 */
export const findRecoveredClaim = async (
  adjustment: ProviderAdjustment,
  parties: PaymentParties,
  effects: Pick<PostingEffects, 'findClaim' | 'claimsByPayerControlNumber' | 'billingOf'>,
): Promise<Claim | undefined> => {
  if (!isRecovery(adjustment)) return undefined;
  for (const word of numbersNamedBy(adjustment.reference)) {
    const ours = parsePatientControlNumber(word);
    const [claim, ...others] = ours
      ? [await effects.findClaim(ours.claimId)].filter((found) => found !== undefined)
      : await numberedBy(word, parties, effects);
    if (claim && others.length === 0) return claim;
  }
  return undefined;
};

/** Payers number their claims each for itself: those of another payer, or of another payee, are not meant. */
const numberedBy = async (
  number: string,
  { payer, paidTo }: PaymentParties,
  { claimsByPayerControlNumber, billingOf }: Pick<PostingEffects, 'claimsByPayerControlNumber' | 'billingOf'>,
): Promise<readonly Claim[]> => {
  const claims = (await claimsByPayerControlNumber(number)).map(async (claim) => {
    const billing = await billingOf(claim);
    const isMeant = comparePayer(payer, claim.payerId, billing.contracts) !== 'differs';
    return isMeant && !checkAuthority(billing, paidTo) ? [claim] : [];
  });
  return (await Promise.all(claims)).flat();
};

/** A recovery as its claim keeps it; `ordinal` tells equal ones of a payment apart. */
export const toTakeback = (
  { reason, reference = '', amount }: ProviderAdjustment,
  { identity, paymentDate, traceNumber }: PaymentFacts,
  ordinal: number,
): Takeback => ({
  takebackId: shortDigest(JSON.stringify([identity, reason, reference, amount, ordinal])),
  amount,
  reference,
  traceNumber,
  paymentDate,
});

/**
 * Whether a biller is asked about an adjustment that reached no claim of ours. The ledger of provider-level
 * adjustments knows all others: what is announced or forwarded stays open there until it is settled; interest,
 * withholding and the like are quiet. `unexplained` is what the payer took under this reference, with all that it
 * announced, put off and had back under it.
 */
export const isForPerson = (
  { reason, amount }: Pick<ProviderAdjustment, 'reason' | 'amount'>,
  unexplained: Cents,
): boolean => {
  const kind = kindOf(reason);
  if (kind === 'unknown') return true;
  return (kind === 'recoupment' || kind === 'return') && amount > 0 && unexplained > 0;
};

/** What of the adjustments that reached no claim of ours a biller is asked about. */
export const holdUnexplained = async (
  adjustments: readonly ProviderAdjustment[],
  parties: PaymentParties,
  effects: Pick<PostingEffects, 'recoveriesOf'>,
): Promise<readonly Held[]> => {
  const held: Held[] = [];
  for (const adjustment of adjustments) {
    const known = await recoveriesLike(adjustment, parties, effects);
    const unexplained =
      known.length > 0 ? sum(known.map(({ takeback }) => takeback.amount)) : adjustment.amount;
    if (isForPerson(adjustment, unexplained)) held.push(holdProviderAdjustment(adjustment));
  }
  return held;
};

/** All that the same payer took, announced or put off for the same payee under the same reference, each once. */
const recoveriesLike = async (
  { reference }: ProviderAdjustment,
  { payer, paidTo }: PaymentParties,
  { recoveriesOf }: Pick<PostingEffects, 'recoveriesOf'>,
): Promise<readonly Recovery[]> => {
  const named = await Promise.all(numbersNamedBy(reference).map(recoveriesOf));
  const own = named
    .flat()
    .filter(
      (known) =>
        isSamePayee(known.paidTo, paidTo) &&
        (known.payer === undefined || isOnePayer(known.payer, payer)) &&
        isNamed(known.takeback, readReference(reference)),
    );
  return [...new Map(own.map((known) => [known.takeback.takebackId, known])).values()];
};

/** By its own reference or, what was put off, by the trace number of its payment. */
const isNamed = ({ amount, ...known }: Takeback, reference: Reference | undefined): boolean =>
  namesSame(readReference(known.reference), reference) ||
  (amount < 0 && namesSame(readReference(known.traceNumber), reference));

/** Nobody explains what another sender takes, or what is taken from somebody else. */
const isSamePayee = (one: PaidTo, other: PaidTo): boolean =>
  one.partnerId === other.partnerId &&
  (one.taxIds.some((id) => other.taxIds.includes(id)) || one.npis.some((id) => other.npis.includes(id)));

/** Money that belongs to no claim of ours is told to a biller with all that the payer says of it. */
const holdProviderAdjustment = ({ path, reason, reference, amount }: ProviderAdjustment): Held => ({
  code: `PLB-${reason}`,
  path,
  detail: `${reason} ${toDollars(amount)}${reference ? ` for ${reference}` : ''} ${whyHeld(reason)}: post it by hand`,
  amount,
  ...(reference && { reference }),
});

const whyHeld = (reason: string): string =>
  reasonName(reason) === undefined
    ? 'is of a kind that is not known here'
    : 'belongs to no claim of ours, and no announcement explains it';
