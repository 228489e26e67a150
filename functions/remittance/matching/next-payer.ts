import type { Claim } from '../../domain/claim.ts';
import type { PaymentFacts } from '../../domain/ledger/staged-part.ts';
import type { RemittanceClaim } from '../../edi/x835/loops.ts';

/** CLP02: as secondary or tertiary payer, forwarded or not. */
const laterPayerStatuses = ['2', '3', '20', '21'];

const letters = (name: string | undefined): string => (name ?? '').toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/**
 * Whether a decision on a claim's number is the next payer's: its payer forwarded the claim (crossover), so that the
 * next one answers what we never sent it. The payer's name has to say so; CLP02 alone is what payers believe of
 * themselves.
 */
export const isFromNextPayer = (
  { nextPayers }: Claim,
  { statusCode }: RemittanceClaim,
  payer: PaymentFacts['payer'],
): boolean => {
  const [next] = nextPayers;
  if (next === undefined || !laterPayerStatuses.includes(statusCode)) return false;
  return letters(payer.name) === letters(next.payerName);
};
