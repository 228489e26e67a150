import type { Claim, NextPayer, PayerSaid } from '../claim.ts';
import { effectiveDecisions } from '../ledger/effective-decision.ts';
import { isOriginalMedicare, type Payer } from '../payer.ts';
import { isSettled } from '../position.ts';

const lettersOf = (text: string | undefined): string =>
  (text ?? '').toUpperCase().replaceAll(/[^0-9A-Z]/g, '');

/** The payer that a claim's payer says is to be billed before it (NM1*PR); undefined where it says nothing of it. */
export const priorityPayerOf = (claim: Claim): PayerSaid | undefined =>
  effectiveDecisions(claim).findLast(({ priorityPayer }) => priorityPayer)?.priorityPayer;

/** Whether a payer is the one of a name or number that another payer says. */
export const isPayerSaid = (
  { coverage, payerName }: Pick<NextPayer, 'coverage' | 'payerName'>,
  { id, name }: PayerSaid,
): boolean => {
  const isNumber = lettersOf(id) !== '' && lettersOf(id) === lettersOf(coverage.payerId);
  return isNumber || (lettersOf(name) !== '' && lettersOf(name) === lettersOf(payerName));
};

/**
 * The later payer of a claim that is billed first by its payer's word. Nobody where the claim is settled, where the
 * order was changed before, or where Medicare would become a later payer and nobody said why (SBR05): a person asks.
 */
export const payerToBillFirst = (claim: Claim, payer: Payer): NextPayer | undefined => {
  const said = priorityPayerOf(claim);
  const isOfOrder = claim.responsibility === 'P' && claim.insteadOf === undefined;
  if (said === undefined || !isOfOrder || isSettled(claim)) return undefined;
  if (isOriginalMedicare(payer) && claim.coverage.insuranceType === undefined) return undefined;
  return claim.nextPayers.find((next) => isPayerSaid(next, said));
};
