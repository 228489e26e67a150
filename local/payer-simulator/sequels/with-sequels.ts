import { cents, negate } from '../../../functions/edi/money.ts';
import type { Office } from '../answer.ts';
import { dateOf } from '../date-of.ts';
import { decide } from '../decide.ts';
import { consequenceOf, type Scope, scopeOf } from '../matching.ts';
import type { PayerRules } from '../payer-rules.ts';
import type { Payout } from '../remit.ts';
import { reversalOf } from '../remittance-claim.ts';
import { forward } from './forward.ts';

/** A first payout with what its payer does besides and later: it pays interest, corrects, takes back, or forwards the claim. */
export const withSequels = (payer: PayerRules, first: Payout, office: Office): Payout[] => {
  const scope = scopeOf(first.onFile.billed, dateOf(first.onFile.receivedAt));
  const interest = consequenceOf(payer.rules, 'interest', scope);
  const paid: Payout = interest
    ? { ...first, beside: [{ identifier: { reason: 'L6' }, amount: negate(interest.amount) }] }
    : first;
  const [crossing = paid, ...onward] = forward(payer, paid, scope, office);
  return [crossing, ...onward, ...revision(payer, paid, scope), ...recovery(payer, paid, scope)];
};

/** A payer that looks again at what it paid takes it back and pays by a lower allowed amount. */
const revision = (payer: PayerRules, { onFile, decisions, afterDays }: Payout, scope: Scope): Payout[] => {
  const revise = consequenceOf(payer.rules, 'revise', scope);
  const paid = decisions.at(-1);
  if (!revise || !paid) return [];
  const corrected = decide(payer, onFile, { allowedPercent: revise.allowedPercent });
  return [{ onFile, decisions: [reversalOf(paid), corrected], afterDays: afterDays + revise.afterDays }];
};

/** A payer that takes money back beside its claims names the claim by our number of it. */
const recovery = (payer: PayerRules, { onFile, decisions, afterDays }: Payout, scope: Scope): Payout[] => {
  const takeBack = consequenceOf(payer.rules, 'take-back', scope);
  const amount = takeBack && Math.round(((decisions.at(-1)?.paid ?? 0) * takeBack.percent) / 100);
  if (!takeBack || !amount) return [];
  const identifier = { reason: 'WO', reference: onFile.billed.claim.patientControlNumber };
  const beside = [{ identifier, amount: cents(amount) }];
  return [{ onFile, decisions: [], beside, afterDays: afterDays + takeBack.afterDays }];
};
