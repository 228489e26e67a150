import type { Claim } from '../../domain/claim.ts';
import type { PaymentFacts } from '../../domain/ledger/staged-part.ts';
import type { ClaimBilling } from '../../domain/posting.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';
import { comparePayer } from './payer-identity.ts';

/** CLP02: as secondary or tertiary payer, forwarded or not. */
const laterPayerStatuses = ['2', '3', '20', '21'];

/** CLP02 22 says of no payer in which place it decided. */
const reversal = '22';

const letters = (name: string | undefined): string => (name ?? '').toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/**
 * Whether a decision on a claim's number is the next payer's: its payer forwarded the claim (crossover), so that the
 * next one answers what we never sent it. The payer's name or number has to say so; CLP02 alone is what payers believe
 * of themselves. A reversal is the next payer's where the contracts know it for another than the claim's own.
 */
export const isFromNextPayer = (
  { payerId, nextPayers }: Claim,
  { statusCode }: RemittanceClaim,
  payer: PaymentFacts['payer'],
  contracts: ClaimBilling['contracts'] = [],
): boolean => {
  const [next] = nextPayers;
  if (next === undefined) return false;
  const isOwn = comparePayer(payer, payerId, contracts);
  const isNamed =
    letters(payer.name) === letters(next.payerName) ||
    (isOwn === 'differs' && comparePayer(payer, next.coverage.payerId, contracts) === 'agrees');
  if (statusCode === reversal) return isNamed && isOwn === 'differs';
  return isNamed && laterPayerStatuses.includes(statusCode);
};
