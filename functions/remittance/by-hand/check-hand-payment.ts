import type { Finding } from '../../domain/finding.ts';
import { checkClaimBalance, checkPaymentBalance } from '../check-balance.ts';
import { checkSigns } from '../check-decision.ts';
import type { OutlinedByHand } from './hand-outline.ts';

/** What does not come out of a payment that a person entered, with the figures, by the fields of the entry. */
export const checkHandPayment = ({ outline, claims }: OutlinedByHand): readonly Finding[] =>
  [
    ...checkPaymentBalance(outline),
    ...claims.flatMap((placed) => [...checkClaimBalance(placed), ...checkSigns(placed)]),
  ].map((finding) => ({ ...finding, path: fieldOf(finding.path) }));

/** "CLP[2]/SVC[1]" → "claims.1.lines.0", "BPR02" → "amount". */
const fieldOf = (path: string): string => {
  const [, claim, line] = /^CLP\[(\d+)\](?:\/SVC\[(\d+)\])?$/.exec(path) ?? [];
  if (claim === undefined) return 'amount';
  const ofClaim = `claims.${Number(claim) - 1}`;
  return line === undefined ? ofClaim : `${ofClaim}.lines.${Number(line) - 1}`;
};
