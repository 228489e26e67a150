import type { Claim } from '../domain/claim.ts';
import { withDetail } from '../domain/claim-change.ts';
import { forwardedTransmission } from '../domain/coordination/crossover.ts';
import type { Finding } from '../domain/finding.ts';
import type { Transmission } from '../domain/ids.ts';
import { classedByPractice } from '../domain/ledger/classed-decision.ts';
import { knownControlNumbers } from '../domain/ledger/decision.ts';
import { inOrder, type Standing, standingsOf } from '../domain/ledger/decision-standing.ts';
import type { Held } from '../domain/ledger/payment.ts';
import type { IdentifiedClaim, PaymentFacts } from '../domain/ledger/staged-part.ts';
import type { ClaimBilling, PostingEffects } from '../domain/posting.ts';
import type { Cents } from '../edi/money.ts';
import { checkAuthority } from './check-authority.ts';
import { checkClaimBalance } from './check-balance.ts';
import { checkCharge, checkSigns } from './check-decision.ts';
import { goOn } from './go-on.ts';
import { atMost, holdClaim, holdOvertaken, holdUnmatched, reasonsToHold } from './held.ts';
import { findForeign, holdObjected } from './hold-foreign.ts';
import { findCandidates, onceADay } from './matching/claim-candidates.ts';
import { wasSent } from './matching/find-claims.ts';
import { type MatchedClaim, matchClaim } from './matching/match-claim.ts';
import { isFromNextPayer } from './matching/next-payer.ts';
import { comparePayer } from './matching/payer-identity.ts';
import { postRemittance, postTakeback } from './post-remittance.ts';
import { checkAdjustmentGroups, toAdjudication } from './to-adjudication.ts';

/** What became of decisions, by their ids. */
export type Posted = {
  /** What stands on a claim by each. */
  readonly posted: Readonly<Record<string, Cents>>;
  /** With which claim each is kept. */
  readonly claims: Readonly<Record<string, string>>;
  /** What is not posted, each with its reason. */
  readonly held: Held[];
};

/** One decision of the payment with the transmission that it is about. */
type Matched = MatchedClaim & { readonly decided: IdentifiedClaim };

/**
 * Posts decisions of a payment, all about one claim at once: a reversal and its correction are one piece of news. A
 * claim that does not balance, is not ours or was charged otherwise is held back alone; no amount is ever made up.
 */
export const postClaims = async (
  claims: readonly IdentifiedClaim[],
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<Posted> => {
  const remembering = { ...onceADay(effects), billingOf: onceAContract(effects.billingOf) };
  const matched: Matched[] = [];
  const held: Held[] = [];
  for (const decided of claims) {
    const checked = await checkDecision(decided, facts, remembering);
    if ('held' in checked) held.push(...checked.held);
    else matched.push({ ...checked, decided });
  }
  const posted: Record<string, Cents> = {};
  const keptWith: Record<string, string> = {};
  for (const [claimId, decisions] of Map.groupBy(matched, ({ claim }) => claim.claimId)) {
    const result = await postDecisions(claimId, decisions, facts, remembering);
    Object.assign(posted, result.posted);
    Object.assign(keptWith, result.claims);
    held.push(...result.held);
  }
  return { posted, claims: keptWith, held };
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
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<MatchedClaim | { readonly held: readonly Held[] }> => {
  const match = decided.onto
    ? await matchByPerson(decided.onto, effects)
    : await matchClaim(decided.claim, facts, effects);
  const objection = match && checkAuthority(await effects.billingOf(match.claim), facts.paidTo);
  if (objection) return { held: [holdObjected(decided, { claim: match.claim, objection })] };
  const owner = match && { practiceId: match.claim.practiceId };
  const wrong = [...checkClaimBalance(decided), ...checkAdjustmentGroups(decided), ...checkSigns(decided)];
  if (wrong.length > 0) {
    const held = wrong.map((finding) => ({ ...withFigures(decided, finding), ...owner }));
    const { adjudicationId } = decided;
    return { held: atMost(held, 5).map((one) => ({ ...one, adjudicationId, ...owner })) };
  }
  if (match === undefined) return { held: [await holdUnmatchedOrForeign(decided, facts, effects)] };
  const charge = checkCharge(match.claim, match.submissionNumber, decided);
  if (charge.length > 0)
    return { held: charge.map((finding) => ({ ...withFigures(decided, finding), ...owner })) };
  const { contracts } = await effects.billingOf(match.claim);
  if (!isFromNextPayer(match.claim, decided.claim, facts.payer, contracts)) return match;
  const claim = await effects.forwardedClaim(match.claim);
  return { claim, submissionNumber: forwardedTransmission(claim) };
};

/** A transmission that was never sent may be of a claim of ours that the payment may not touch. */
const holdUnmatchedOrForeign = async (
  decided: IdentifiedClaim,
  facts: PaymentFacts,
  effects: PostingEffects,
): Promise<Held> => {
  const foreign = await findForeign(decided.claim.patientControlNumber, facts.paidTo, effects);
  if (foreign) return holdObjected(decided, foreign);
  return holdUnmatched(decided, await findCandidates(decided.claim, facts, effects));
};

/** A person may say which transmission is meant, and not that it was sent. */
const matchByPerson = async (
  { claimId, submissionNumber }: Transmission,
  { findClaim }: PostingEffects,
): Promise<MatchedClaim | undefined> => {
  const claim = await findClaim(claimId);
  const isSent = claim?.submissions.some((one) => one.number === submissionNumber && wasSent(one));
  return claim && isSent ? { claim, submissionNumber } : undefined;
};

const withFigures = (decided: IdentifiedClaim, { code, path, detail }: Finding): Held => ({
  ...holdClaim(decided, code, detail),
  path,
});

const postDecisions = async (
  claimId: string,
  decisions: readonly Matched[],
  { paymentId, paymentDate, traceNumber, postedBy }: PaymentFacts,
  effects: PostingEffects,
): Promise<Posted> => {
  const adjudications = await Promise.all(
    decisions.map(async ({ claim, decided: { adjudicationId, reverses, ...decided }, submissionNumber }) => {
      const posting = {
        ...{ paymentDate, traceNumber, adjudicationId, submissionNumber },
        ...(reverses !== undefined && { reverses }),
      };
      const { classRules } = await effects.billingOf(claim);
      return classedByPractice(claim, toAdjudication(decided.claim, posting), classRules);
    }),
  );
  let wasClosed = false;
  const post = withDetail({ payment: paymentId }, (before) => {
    wasClosed = before.status === 'closed';
    return postRemittance(before, adjudications, postedBy);
  });
  const decided = await effects.changeClaim(claimId, post);
  if (!decided) throw new TypeError('A claim that was found cannot be changed');
  const claim = await postKnownRecoveries(decided, effects);
  await goOn(claim, adjudications.at(-1)?.adjudicationId, wasClosed, effects);
  await effects.followAllowed(claim);
  const uncounted = new Set(
    decisions.flatMap(({ decided: { adjudicationId, isUncounted } }) => (isUncounted ? adjudicationId : [])),
  );
  const standings = standingsOf(claim);
  const standsAs = (adjudicationId: string): Standing => standings.get(adjudicationId) ?? 'live';
  return {
    posted: Object.fromEntries(
      adjudications
        .filter(
          ({ adjudicationId }) => standsAs(adjudicationId) !== 'surplus' && !uncounted.has(adjudicationId),
        )
        .map(({ adjudicationId, paid }) => [adjudicationId, paid]),
    ),
    claims: Object.fromEntries(adjudications.map(({ adjudicationId }) => [adjudicationId, claimId])),
    held: [
      ...decisions.flatMap(({ decided, claim: { practiceId } }) => {
        const why = reasonsToHold[standsAs(decided.adjudicationId)];
        return why ? [{ ...holdClaim(decided, why.code, why.detail), practiceId }] : [];
      }),
      ...holdDisplaced(claim, decisions, standings),
    ],
  };
};

/** Decisions of other payments that count no more, for one of this payment is dated before them: they came too early. */
const holdDisplaced = (
  claim: Claim,
  decisions: readonly Matched[],
  standings: ReadonlyMap<string, Standing>,
): Held[] => {
  const ids = new Set(decisions.map(({ decided }) => decided.adjudicationId));
  const first = claim.adjudications
    .filter(({ adjudicationId }) => ids.has(adjudicationId) && standings.get(adjudicationId) === 'live')
    .toSorted(inOrder)[0];
  const [cause] = decisions;
  if (first === undefined || cause === undefined) return [];
  return claim.adjudications
    .filter(
      (one) =>
        !ids.has(one.adjudicationId) &&
        standings.get(one.adjudicationId) === 'surplus' &&
        inOrder(first, one) < 0,
    )
    .map((one) => ({ ...holdOvertaken(cause.decided, one), practiceId: claim.practiceId }));
};

/** What was taken back under the claim's numbers before they were known to be its own. */
const postKnownRecoveries = async (claim: Claim, effects: PostingEffects): Promise<Claim> => {
  const posted = new Set(claim.takebacks.map(({ takebackId }) => takebackId));
  const known = await Promise.all(knownControlNumbers(claim).map(effects.recoveriesOf));
  let after = claim;
  for (const { takeback, paidTo, payer } of known.flat()) {
    if (posted.has(takeback.takebackId)) continue;
    const billing = await effects.billingOf(claim);
    if (checkAuthority(billing, paidTo)) continue;
    if (payer && comparePayer(payer, claim.payerId, billing.contracts) === 'differs') continue;
    after = (await effects.changeClaim(claim.claimId, (one) => postTakeback(one, takeback))) ?? after;
  }
  return after;
};
