import type { Claim, Takeback } from '../domain/claim.ts';
import type { Finding } from '../domain/finding.ts';
import { knownControlNumbers } from '../domain/ledger/decision.ts';
import { type Standing, standingsOf } from '../domain/ledger/decision-standing.ts';
import type { Held, PaidTo, ProviderAdjustment } from '../domain/ledger/payment.ts';
import type { ClaimBilling, PostingEffects } from '../domain/posting.ts';
import type { ReadSet } from '../edi/envelope/read-sets.ts';
import { lossesOfUnits } from '../edi/losses.ts';
import { type Cents, sum, zero } from '../edi/money.ts';
import { placedClaimsOf } from '../edi/x835/claims-of.ts';
import type { Remittance } from '../edi/x835/loops.ts';
import { checkAuthority, recipientOf } from './check-authority.ts';
import { checkClaimBalance, checkPaymentBalance } from './check-balance.ts';
import { checkCharge, checkSigns } from './check-decision.ts';
import { goOn } from './go-on.ts';
import { holdClaim } from './held.ts';
import { type MatchedClaim, matchClaim } from './match-claim.ts';
import { isFromNextPayer } from './next-payer.ts';
import { type IdentifiedClaim, identifyClaims, paymentIdOf } from './payment-identity.ts';
import { postRemittance, postTakeback } from './post-remittance.ts';
import {
  findRecoveredClaim,
  holdProviderAdjustment,
  isRecovery,
  numbersNamedBy,
  providerAdjustmentsOf,
  toTakeback,
} from './provider-adjustments.ts';
import { checkAdjustmentGroups, toAdjudication } from './to-adjudication.ts';

/** What became of one payment: money of claims that is posted, and all that is not, each with its reason. */
export type PostedPayment = {
  readonly paymentId: string;
  readonly trace: string; // TRN02
  readonly amount: Cents; // BPR02
  /** What stands on claims by this payment, reversals counted. */
  readonly posted: Cents;
  readonly providerLevel: readonly ProviderAdjustment[];
  readonly held: readonly Held[];
};

/** A payment as its set was read: some of its claims may be broken. */
export type Payment = ReadSet<Remittance>;

/** What every decision of a payment has from it. */
type PaymentFacts = {
  readonly paymentId: string;
  readonly paymentDate: string;
  readonly traceNumber: string;
  readonly paidTo: PaidTo;
};

/**
 * Posts one payment. One that does not balance is held back whole; a claim that does not balance, is not ours or was
 * charged otherwise is held back alone. No amount is ever made up, and posting again adds nothing.
 */
export const postPayment = async (
  payment: Payment,
  partnerId: string,
  effects: PostingEffects,
): Promise<PostedPayment> => {
  const { paymentDate, traceNumber, paid } = payment.data;
  const placed = placedClaimsOf(payment);
  const paymentId = paymentIdOf(payment.data, placed);
  const providerLevel = providerAdjustmentsOf(payment.data);
  const result = { paymentId, trace: traceNumber, amount: paid, providerLevel };
  const unbalanced = checkPaymentBalance(payment);
  if (unbalanced.length > 0 || paymentDate === undefined)
    return { ...result, posted: zero, held: unbalanced.length > 0 ? unbalanced : [undated] };
  const facts = { paymentId, paymentDate, traceNumber, paidTo: recipientOf(partnerId, payment.data.payee) };
  const remembering = { ...effects, billingOf: onceAContract(effects.billingOf) };
  const claims = await postClaims(identifyClaims(paymentId, placed), payment.data, facts, remembering);
  const unrecovered = await postRecoveries(providerLevel, facts, remembering);
  return {
    ...result,
    posted: claims.posted,
    held: [...lossesOfUnits(payment), ...claims.held, ...unrecovered],
  };
};

const undated: Finding = {
  code: 'payment-undated',
  path: 'BPR16',
  detail: 'The payment has no date, by which it would be posted',
};

type Posted = { readonly posted: Cents; readonly held: readonly Held[] };

/** One decision of the payment with the transmission that it is about. */
type Matched = MatchedClaim & { readonly decided: IdentifiedClaim };

/** Posts all decisions about a claim at once: a reversal and its correction are one piece of news. */
const postClaims = async (
  identified: readonly IdentifiedClaim[],
  remittance: Remittance,
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<Posted> => {
  const matched: Matched[] = [];
  const held: Held[] = [];
  for (const decided of identified) {
    const checked = await checkDecision(decided, remittance, facts, effects);
    if ('held' in checked) held.push(...checked.held);
    else matched.push({ ...checked, decided });
  }
  const amounts: Cents[] = [];
  for (const [claimId, decisions] of Map.groupBy(matched, ({ claim }) => claim.claimId)) {
    const result = await postDecisions(claimId, decisions, facts, effects);
    amounts.push(result.posted);
    held.push(...result.held);
  }
  return { posted: sum(amounts), held };
};

/** A practice and its contracts are read once a payment, not once a claim. */
const onceAContract = (billingOf: PostingEffects['billingOf']): PostingEffects['billingOf'] => {
  const known = new Map<string, Promise<ClaimBilling>>();
  return (claim) => {
    const payers = [claim.payerId, ...claim.nextPayers.map(({ coverage }) => coverage.payerId)];
    const key = JSON.stringify([claim.practiceId, ...payers]);
    const billing = known.get(key) ?? billingOf(claim);
    known.set(key, billing);
    return billing;
  };
};

/** The transmission that a decision is about, or why it is not posted. */
const checkDecision = async (
  decided: IdentifiedClaim,
  remittance: Remittance,
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<MatchedClaim | { readonly held: readonly Held[] }> => {
  const wrong = [...checkClaimBalance(decided), ...checkAdjustmentGroups(decided), ...checkSigns(decided)];
  if (wrong.length > 0) return { held: wrong.map((finding) => withFigures(decided, finding)) };
  const match = await matchClaim(decided.claim, effects);
  if (match === undefined)
    return { held: [holdClaim(decided, 'unmatched-claim', 'we did not send this claim')] };
  const objection = checkAuthority(await effects.billingOf(match.claim), facts.paidTo);
  if (objection) return { held: [holdClaim(decided, objection.code, objection.detail)] };
  const charge = checkCharge(match.claim, match.submissionNumber, decided);
  if (charge.length > 0) return { held: charge.map((finding) => withFigures(decided, finding)) };
  if (!isFromNextPayer(match.claim, decided.claim, remittance)) return match;
  return { claim: await effects.forwardedClaim(match.claim), submissionNumber: 1 };
};

const withFigures = (decided: IdentifiedClaim, { code, path, detail }: Finding): Held => ({
  ...holdClaim(decided, code, detail),
  path,
});

const postDecisions = async (
  claimId: string,
  decisions: readonly Matched[],
  { paymentDate, traceNumber }: PaymentFacts,
  effects: PostingEffects,
): Promise<Posted> => {
  const adjudications = decisions.map(({ decided: { claim, adjudicationId }, submissionNumber }) =>
    toAdjudication(claim, { paymentDate, traceNumber, adjudicationId, submissionNumber }),
  );
  const decided = await effects.changeClaim(claimId, (before) => postRemittance(before, adjudications));
  if (!decided) throw new TypeError('A claim that was found cannot be changed');
  const claim = await postKnownRecoveries(decided, effects);
  await goOn(claim, adjudications.at(-1)?.adjudicationId, effects);
  const standings = standingsOf(claim);
  const standsAs = (adjudicationId: string): Standing => standings.get(adjudicationId) ?? 'live';
  return {
    posted: sum(
      adjudications.filter((one) => standsAs(one.adjudicationId) !== 'surplus').map(({ paid }) => paid),
    ),
    held: decisions.flatMap(({ decided }) => {
      const why = reasonsToHold[standsAs(decided.adjudicationId)];
      return why ? [holdClaim(decided, why.code, why.detail)] : [];
    }),
  };
};

/** Decisions that are kept with the claim and do not count there: somebody has to know of them. */
const reasonsToHold: Partial<Record<Standing, Pick<Finding, 'code' | 'detail'>>> = {
  surplus: {
    code: 'decided-before',
    detail: 'its lines are decided already, and nothing takes that back',
  },
  waiting: {
    code: 'reversal-waits',
    detail: 'it takes back a decision that has not come; it counts once that comes',
  },
};

/** What was taken back under the claim's numbers before they were known to be its own. */
const postKnownRecoveries = async (claim: Claim, effects: PostingEffects): Promise<Claim> => {
  const posted = new Set(claim.takebacks.map(({ takebackId }) => takebackId));
  const known = await Promise.all(knownControlNumbers(claim).map(effects.recoveriesOf));
  let after = claim;
  for (const { takeback, paidTo } of known.flat()) {
    if (posted.has(takeback.takebackId)) continue;
    if (checkAuthority(await effects.billingOf(claim), paidTo)) continue;
    after = (await effects.changeClaim(claim.claimId, (one) => postTakeback(one, takeback))) ?? after;
  }
  return after;
};

/** Recoveries go to the claims that they name; whatever names none of ours is held. */
const postRecoveries = async (
  adjustments: readonly ProviderAdjustment[],
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<readonly Held[]> => {
  const held: Held[] = [];
  const counts = new Map<string, number>();
  for (const adjustment of adjustments) {
    const key = JSON.stringify([adjustment.reason, adjustment.reference, adjustment.amount]);
    const ordinal = (counts.get(key) ?? 0) + 1;
    counts.set(key, ordinal);
    const isPosted = await postRecovery(adjustment, toTakeback(adjustment, facts, ordinal), facts, effects);
    if (!isPosted) held.push(holdProviderAdjustment(adjustment));
  }
  return held;
};

/** Whether a claim of ours is named that the payment may touch; one that was closed is then somebody's again. */
const postRecovery = async (
  adjustment: ProviderAdjustment,
  takeback: Takeback,
  { paidTo }: PaymentFacts,
  effects: PostingEffects,
): Promise<boolean> => {
  if (!isRecovery(adjustment)) return false;
  for (const number of numbersNamedBy(adjustment)) await effects.saveRecovery(number, { takeback, paidTo });
  const claim = await findRecoveredClaim(adjustment, effects);
  if (claim === undefined || checkAuthority(await effects.billingOf(claim), paidTo)) return false;
  const after = await effects.changeClaim(claim.claimId, (before) => postTakeback(before, takeback));
  if (after) await effects.reopenClaim(after);
  return true;
};
