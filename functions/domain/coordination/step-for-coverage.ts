import type { Claim } from '../claim.ts';
import { routedAdjustment } from '../denials/route-claim.ts';
import type { Coverage } from '../party.ts';
import { coveragesOn } from '../patients/coverage-record.ts';
import type { Payer } from '../payer.ts';
import { disputedOf } from '../position.ts';
import type { ActionLimit } from '../tasks/action-limit.ts';
import { newClaimLimit } from '../tasks/limits-of-claim.ts';
import type { PayerPlace } from '../tasks/other-payer.ts';
import { isGivenOver } from './given-over.ts';
import {
  type KnownPayers,
  payersOn,
  pointsElsewhere,
  type SuggestedPayer,
  suggestionOf,
} from './suggested-payer.ts';

/** What is right to do about a claim now that a coverage of its day is known. */
export type CoverageStep = {
  readonly claim: Claim;
  readonly place: PayerPlace;
  /** Undefined where the practice has no contract, or the claims of the visit leave no room at that place. */
  readonly suggested?: SuggestedPayer | undefined;
  /** By when the payer takes the claim. */
  readonly limit?: ActionLimit | undefined;
};

const places = ['P', 'S', 'T'];

/** The claims by which a visit's payers are billed now, in the order of billing. */
export const liveClaims = (claims: readonly Claim[]): readonly Claim[] =>
  claims
    .filter((claim) => !isGivenOver(claim) && claim.end !== 'taken-back')
    .toSorted((one, other) => places.indexOf(one.responsibility) - places.indexOf(other.responsibility));

const isDeniedForCoverage = (claim: Claim, own: Payer): boolean =>
  claim.status === 'not-covered' ||
  disputedOf(claim).some((one) => pointsElsewhere(routedAdjustment(claim, own, one), own));

/** Open, denied for coverage, or billed to the patient: another payer may still be billed. */
const mayBeBilled = (claim: Claim, own: Payer): boolean =>
  claim.status !== 'closed' || claim.end === 'billed-to-patient' || isDeniedForCoverage(claim, own);

/**
 * What a coverage that became known asks of the claims of one part of a visit. It takes the place of a payer that the
 * record does not have any more on that day, or that said that it does not cover the patient; it comes first where it is
 * before all of them by the record; and else after the last one. Undefined where it is on a claim already, is not in force,
 * or nothing can be billed any more.
 */
export const stepForCoverage = (
  claims: readonly Claim[],
  coverage: Coverage,
  known: KnownPayers,
): CoverageStep | undefined => {
  const live = liveClaims(claims);
  const [head] = live;
  if (!head || live.some((claim) => payersOn(claim).includes(coverage.payerId))) return undefined;
  const order = coveragesOn(known.coverages, head.dateOfService).map((one) => one.coverage.payerId);
  if (!order.includes(coverage.payerId)) return undefined;
  const target = targetOf(live, coverage, order, known);
  const own = target && known.payers.find(({ payerId }) => payerId === target.claim.payerId);
  if (!target || !own || !mayBeBilled(target.claim, own)) return undefined;
  const { claim, place } = target;
  const suggested = suggestionOf(claim, own, known, coverage, place);
  return { claim, place, suggested, limit: limitFor(claim, coverage, place, known) };
};

type Target = Pick<CoverageStep, 'claim' | 'place'>;

const targetOf = (
  live: readonly Claim[],
  { payerId, responsibility }: Coverage,
  order: readonly string[],
  { payers }: KnownPayers,
): Target | undefined => {
  const replaced = live.find((claim) => {
    const own = payers.find((one) => one.payerId === claim.payerId);
    const isOut = !order.includes(claim.payerId);
    const isSaidOut = own !== undefined && claim.adjudications.length > 0 && saysNotCovered(claim, own);
    return claim.responsibility === responsibility && (isOut || isSaidOut || claim.status === 'not-covered');
  });
  if (replaced) return { claim: replaced, place: 'instead' };
  const [head] = live;
  const at = order.indexOf(payerId);
  const others = (head ? payersOn(head) : []).map((one) => order.indexOf(one)).filter((one) => one >= 0);
  if (head && others.length > 0 && others.every((one) => at < one)) return { claim: head, place: 'first' };
  const last = live.at(-1);
  return last && { claim: last, place: 'next' };
};

/** Of what a payer disputes, that it does not cover the patient; that another comes first is another matter. */
const saysNotCovered = (claim: Claim, own: Payer): boolean =>
  disputedOf(claim).some(
    (one) => one.reason !== '22' && pointsElsewhere({ reason: one.reason, remarks: [] }, own),
  );

/** The payer's own limit: of a new claim from the visit, of one after another payer from what that one decided last. */
const limitFor = (
  claim: Claim,
  { payerId }: Coverage,
  place: PayerPlace,
  { payers }: KnownPayers,
): ActionLimit | undefined => {
  const payer = payers.find((one) => one.payerId === payerId);
  const decided = claim.adjudications.at(-1);
  const before = {
    ...{ claimId: claim.claimId, coverage: claim.coverage, payerName: '', claimFilingIndicator: '' },
  };
  const priorPayers =
    place === 'next' && decided
      ? [...claim.priorPayers, { ...before, adjudication: decided }]
      : place === 'instead'
        ? claim.priorPayers
        : [];
  const [limit] = payer ? newClaimLimit({ ...claim, priorPayers }, payer) : [];
  return limit && { ...limit, action: 'bill-other-payer' };
};
