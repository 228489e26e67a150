import type { RemittanceClaim } from '../../functions/edi/x835/loops.ts';
import { adjudicate, type Hearing } from './adjudicate.ts';
import { dateOf } from './date-of.ts';
import type { ClaimOnFile } from './ledger.ts';
import type { PayerRules } from './payer-rules.ts';
import { remittanceClaim } from './remittance-claim.ts';

/** Decides a claim on file by what is known about it, and tells the decision as an 835 does. */
export const decide = (
  payer: PayerRules,
  onFile: ClaimOnFile,
  { duplicate = false, appealed = false, allowedPercent = 100 }: Partial<Hearing>,
): RemittanceClaim => {
  const receivedOn = dateOf(onFile.receivedAt);
  const decision = adjudicate(payer, {
    billed: onFile.billed,
    receivedOn,
    duplicate,
    appealed,
    allowedPercent,
  });
  return remittanceClaim(onFile, decision);
};
