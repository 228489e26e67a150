import type { Claim } from '../../domain/claim.ts';
import type { Finding } from '../../domain/finding.ts';
import { standingsOf } from '../../domain/ledger/decision-standing.ts';
import type { Held } from '../../domain/ledger/payment.ts';
import {
  type ActingPerson,
  type PaymentAnswer,
  type ResolveHeld,
  refusal,
} from '../../domain/ledger/payment-action.ts';
import type { Resolution } from '../../domain/ledger/resolution.ts';
import type { IdentifiedClaim, PaymentFacts } from '../../domain/ledger/staged-part.ts';
import { BillingError } from '../../runtime/errors.ts';
import { holdClaim, reasonsToHold, standsWithClaim, waitsForDecision } from '../held.ts';
import { wasSent } from '../matching/find-claims.ts';
import { type Posted, postClaims } from '../post-claims.ts';
import { answerWith, type ByHandEffects } from './by-hand-effects.ts';
import type { HeldDecision } from './held-decision.ts';
import { rehearsing } from './rehearsing.ts';

type Match = Extract<ResolveHeld, { readonly action: 'match' }>;

/** What is posted: the decision as its file has it, onto the transmission that a person names. */
type Meant = { readonly decided: IdentifiedClaim; readonly facts: PaymentFacts };

/**
 * Posts a held decision to the transmission that a person names. Only the matching is the person's: partner, payee,
 * balance, signs and charge are checked as they are for all others, on trial first, so that what is refused leaves
 * nothing behind. The match is noted before it is posted, so that two people cannot post it to two claims.
 */
export const matchHeld = async (
  decision: HeldDecision,
  request: Match,
  person: ActingPerson,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const [why] = decision.held;
  if (why && standsWithClaim(why))
    return refusal(why.code, 'action', `It is with a claim already. ${why.detail}`);
  const claim = await effects.findClaim(request.claimId);
  if (claim === undefined || claim.practiceId !== decision.payment.practiceId)
    return refusal('claim-unknown', 'claimId', 'The practice has no such claim');
  if (!claim.submissions.some((one) => one.number === request.submissionNumber && wasSent(one)))
    return refusal(
      'not-sent',
      'submissionNumber',
      `No transmission ${request.submissionNumber} of it was sent`,
    );
  if (await isElsewhere(decision, request, person.now, effects))
    return refusal('matched-before', 'claimId', 'Somebody matches it to another claim at this moment');
  const meant = await readMeant(decision, request, person, effects);
  const against = await rehearse(meant, effects);
  if (against.length > 0) return { outcome: 'refused', findings: against };
  const isNoted = await noteMatch(decision, request, person, effects);
  if (!isNoted) throw new BillingError('ConcurrentChange', 'Somebody spoke of the decision meanwhile');
  return postMatched(decision, meant, effects);
};

/** What is against posting it, tried on claims in memory. Whose decision is one too many depends on neither's arrival. */
const rehearse = async ({ decided, facts }: Meant, effects: ByHandEffects): Promise<readonly Held[]> => {
  const trial = rehearsing(effects);
  const { held, claims } = await postClaims([decided], facts, trial);
  const claimId = claims[decided.adjudicationId];
  if (claimId === undefined) return held;
  const [before, after] = await Promise.all([effects.findClaim(claimId), trial.findClaim(claimId)]);
  const isSurplus = surplusIn(after) > surplusIn(before) && reasonsToHold.surplus;
  return isSurplus ? [holdClaim(decided, isSurplus.code, isSurplus.detail)] : [];
};

const surplusIn = (claim: Claim | undefined): number =>
  claim ? [...standingsOf(claim).values()].filter((standing) => standing === 'surplus').length : 0;

/** Longer than any call runs: a match that is not posted by then was cut off. */
const cutOffAfterMs = 5 * 60_000;

/** Whether it is, or is just being, posted to another transmission. */
const isElsewhere = async (
  { said, adjudicationId }: HeldDecision,
  request: Match,
  now: Date,
  { findClaim }: ByHandEffects,
): Promise<boolean> => {
  const others = said.filter(({ action, ...one }) => action === 'match' && !isOnto(one, request));
  if (others.some(({ at }) => now.getTime() - Date.parse(at) < cutOffAfterMs)) return true;
  const claims = await Promise.all(others.map(({ claimId = '' }) => findClaim(claimId)));
  return claims.some((claim) => claim && mayHave(claim, adjudicationId));
};

/** What is matched to a claim with a payer after it may stand on that one's claim. */
const mayHave = (claim: Claim, adjudicationId: string): boolean =>
  claim.nextPayers.length > 0 || isKeptWith(claim, adjudicationId);

const isOnto = (
  one: Pick<Resolution, 'claimId' | 'submissionNumber'>,
  { claimId, submissionNumber }: Match,
): boolean => one.claimId === claimId && one.submissionNumber === submissionNumber;

const isKeptWith = ({ adjudications }: Claim, adjudicationId: string): boolean =>
  adjudications.some((one) => one.adjudicationId === adjudicationId);

const readMeant = async (
  { part, adjudicationId }: HeldDecision,
  { claimId, submissionNumber }: Match,
  { by }: ActingPerson,
  { readPart }: ByHandEffects,
): Promise<Meant> => {
  const { claims, facts } = await readPart(part);
  const decided = claims.find((one) => one.adjudicationId === adjudicationId);
  if (decided === undefined)
    throw new BillingError('RecordNotFound', 'A part lacks a decision that it holds');
  return {
    decided: { ...decided, onto: { claimId, submissionNumber } },
    facts: { ...facts, postedBy: by },
  };
};

/** Notes the match; false where somebody else said something of the decision since it was looked at. */
const noteMatch = async (
  { part, said, adjudicationId }: HeldDecision,
  request: Match,
  { by, now }: ActingPerson,
  { payments }: ByHandEffects,
): Promise<boolean> => {
  const { action, note, claimId, submissionNumber } = request;
  const at = now.toISOString();
  const match: Resolution = { adjudicationId, action, claimId, submissionNumber, note, by, at };
  let isNoted = false;
  await payments.changePart(part, ({ resolutions = [], ...before }) => {
    const since = resolutions.filter((one) => one.adjudicationId === adjudicationId);
    isNoted = since.length === said.length;
    return isNoted ? { ...before, resolutions: [...resolutions, match] } : undefined;
  });
  return isNoted;
};

const postMatched = async (
  { payment, part, adjudicationId }: HeldDecision,
  { decided, facts }: Meant,
  effects: ByHandEffects,
): Promise<PaymentAnswer> => {
  const posted = await postClaims([decided], facts, effects);
  const outcome = outcomeOf(posted, adjudicationId);
  const noted = (said: readonly Resolution[]): Resolution | undefined =>
    said.findLast((one) => one.adjudicationId === adjudicationId && one.action === 'match');
  // Only what another file did to the claim in this moment can be against it now.
  if (outcome === undefined) return { outcome: 'refused', findings: posted.held };
  await effects.payments.changePart(part, ({ resolutions = [], ...before }) => ({
    ...before,
    resolutions: resolutions.map((one) => (one === noted(resolutions) ? { ...one, posted: outcome } : one)),
  }));
  return answerWith(payment.paymentId, effects);
};

const outcomeOf = (
  { posted, claims, held }: Posted,
  adjudicationId: string,
): Resolution['posted'] | undefined => {
  const amount = posted[adjudicationId];
  const claimId = claims[adjudicationId];
  if (amount === undefined || claimId === undefined) return undefined;
  const waits = held.find(waitsForDecision);
  return { claimId, amount, ...(waits && { waits: findingOf(waits) }) };
};

const findingOf = ({ code, path, detail }: Finding): Finding => ({ code, path, detail });
