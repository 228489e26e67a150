import type { Claim, Takeback } from '../domain/claim.ts';
import { shortDigest } from '../domain/digest.ts';
import { parsePatientControlNumber } from '../domain/ids.ts';
import type { Held, ProviderAdjustment } from '../domain/ledger/payment.ts';
import type { PaymentFacts } from '../domain/ledger/staged-part.ts';
import type { PostingEffects } from '../domain/posting.ts';
import { toDollars } from '../edi/money.ts';
import type { Remittance } from '../edi/x835/loops.ts';
import { checkAuthority } from './check-authority.ts';
import type { PaymentParties } from './find-claims.ts';
import { comparePayer } from './payer-identity.ts';

/** All provider-level adjustments of a payment, in the order of the file. */
export const providerAdjustmentsOf = ({
  providerAdjustments: plb = [],
}: Remittance): readonly ProviderAdjustment[] =>
  plb.flatMap(({ adjustments }, index) =>
    adjustments.map(({ identifier: { reason, reference }, amount }) => ({
      path: `PLB[${index + 1}]`,
      reason,
      ...(reference !== undefined && { reference }),
      amount,
    })),
  );

/** WO takes an overpayment back, or announces it; 72 says that the practice paid it back itself. */
const recoveries = ['WO', '72'];

export const isRecovery = ({ reason, reference }: ProviderAdjustment): boolean =>
  recoveries.includes(reason) && reference !== undefined;

/** What in the reference of a recovery may be the number of a claim: all of it, or one of its words. */
export const numbersNamedBy = ({ reference = '' }: ProviderAdjustment): readonly string[] => [
  ...new Set([reference, ...reference.split(/\s+/)].filter((word) => word !== '')),
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
  for (const word of numbersNamedBy(adjustment)) {
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

/** Money that belongs to no claim of ours is told to a biller with all that the payer says of it. */
export const holdProviderAdjustment = ({ path, reason, reference, amount }: ProviderAdjustment): Held => ({
  code: `PLB-${reason}`,
  path,
  detail: `${reason} ${toDollars(amount)}${reference ? ` for ${reference}` : ''} belongs to no claim of ours: post it by hand`,
  amount,
  ...(reference && { reference }),
});
