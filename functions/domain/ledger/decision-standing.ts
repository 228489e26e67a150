import { type Cents, sum } from '../../edi/money.ts';
import type { Adjudication, Claim } from '../claim.ts';
import { classedDecision } from './classed-decision.ts';
import { allAdjustments, isPredetermination, isReversal } from './decision.ts';
import { unexplainedRecovery } from './recovery.ts';
import { chargeOf, transmittedCharge } from './transmitted-charge.ts';

/**
 * How one decision of a payer stands among all others about its claim. live: it counts · cancelled: a reversal
 * negates it · recovered: the payer took its payment back at provider level, once it had decided a replacement ·
 * reversal: negates a decision that is here · waiting: a reversal whose decision has not come · apart: moves no money
 * (predetermination, refusal of what is decided already) · surplus: decides a second time what a live decision of its
 * transmission decided, and is held.
 */
export type Standing = 'live' | 'cancelled' | 'recovered' | 'reversal' | 'waiting' | 'apart' | 'surplus';

/**
 * How each decision of a claim stands, by adjudication id. It follows from the set of decisions alone: the order in
 * which they came changes nothing.
 */
export const standingsOf = (claim: Claim): ReadonlyMap<string, Standing> => {
  const decisions = claim.adjudications.toSorted(inOrder);
  const standings = new Map<string, Standing>(
    decisions.map(({ adjudicationId }) => [adjudicationId, 'live']),
  );
  const stand = (standing: Standing, ...some: readonly Adjudication[]): void => {
    for (const { adjudicationId } of some) standings.set(adjudicationId, standing);
  };
  stand('apart', ...decisions.filter(isPredetermination));
  const reversals = decisions.filter(isReversal);
  stand('waiting', ...reversals);
  for (const [reversal, decision] of cancellations(reversals, decisions)) {
    stand('reversal', reversal);
    stand('cancelled', decision);
  }
  const live = () => decisions.filter(({ adjudicationId }) => standings.get(adjudicationId) === 'live');
  stand('recovered', ...recoveredOf(claim, live()));
  stand('apart', ...refusalsOfDecided(claim, live()));
  stand('surplus', ...surplusOf(claim, live()));
  return standings;
};

/** By the payer's date, then by id: an order that does not depend on when files came. */
export const inOrder = (one: Adjudication, other: Adjudication): number =>
  compare(one.paymentDate, other.paymentDate) || compare(one.adjudicationId, other.adjudicationId);

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

type Likeness = (reversal: Adjudication, decision: Adjudication) => boolean;

/**
 * What may tell that a reversal means a decision, the surest first. A decision of the same payment is the correction
 * that comes with the reversal: it is meant only where every amount of it is negated and nothing else is.
 */
const likenesses: readonly Likeness[] = [
  (reversal, decision) => names(reversal, decision),
  (reversal, decision) =>
    isOfAnotherPayment(reversal, decision) &&
    sameNumber(reversal, decision) &&
    negatesAll(reversal, decision),
  (reversal, decision) =>
    isOfAnotherPayment(reversal, decision) &&
    sameNumber(reversal, decision) &&
    negatesSums(reversal, decision),
  (reversal, decision) =>
    isOfAnotherPayment(reversal, decision) &&
    sameTransmission(reversal, decision) &&
    negatesAll(reversal, decision),
  (reversal, decision) =>
    isOfAnotherPayment(reversal, decision) &&
    lacksNumber(reversal, decision) &&
    negatesSums(reversal, decision),
  (reversal, decision) => sameNumber(reversal, decision) && negatesAll(reversal, decision),
];

/** A person takes back what is named, also money that its payer dates ahead. */
const names: Likeness = (reversal, decision) => reversal.reverses === decision.adjudicationId;

/** Of another payment; the payer's dates decide elsewhere which of several is meant. */
const isOfAnotherPayment: Likeness = (reversal, decision) =>
  reversal.traceNumber !== decision.traceNumber || reversal.paymentDate !== decision.paymentDate;

/**
 * Pairs each reversal with one decision that it negates, each decision with one reversal at most: of several that are
 * alike, one about the same lines, the last before it. What is decided later is not what was taken back.
 */
const cancellations = (
  reversals: readonly Adjudication[],
  decisions: readonly Adjudication[],
): readonly (readonly [Adjudication, Adjudication])[] => {
  const pairs: [Adjudication, Adjudication][] = [];
  const taken = new Set<Adjudication>();
  const candidates = decisions.filter((one) => !isReversal(one) && !isPredetermination(one));
  for (const isLike of likenesses) {
    for (const reversal of reversals.filter((one) => !taken.has(one))) {
      const alike = candidates.filter(
        (one) =>
          !taken.has(one) &&
          isLike(reversal, one) &&
          (names(reversal, one) || one.paymentDate <= reversal.paymentDate),
      );
      const decision = alike.findLast((one) => sameLines(reversal, one)) ?? alike.at(-1);
      if (decision === undefined) continue;
      taken.add(reversal).add(decision);
      pairs.push([reversal, decision]);
    }
  }
  return pairs;
};

const sameNumber = (one: Adjudication, other: Adjudication): boolean =>
  one.payerControlNumber !== undefined && one.payerControlNumber === other.payerControlNumber;

const lacksNumber = (one: Adjudication, other: Adjudication): boolean =>
  (one.payerControlNumber === undefined || other.payerControlNumber === undefined) &&
  sameTransmission(one, other);

const sameTransmission = (one: Adjudication, other: Adjudication): boolean =>
  one.submissionNumber === other.submissionNumber;

const sameLines = (one: Adjudication, other: Adjudication): boolean =>
  lineNumbersOf(one) === lineNumbersOf(other);

const lineNumbersOf = ({ lines }: Adjudication): string =>
  lines
    .map(({ lineNumber }) => lineNumber)
    .toSorted()
    .join();

const negatesSums = (reversal: Adjudication, decision: Adjudication): boolean =>
  reversal.charge === -decision.charge && reversal.paid === -decision.paid;

const negatesAll = (reversal: Adjudication, decision: Adjudication): boolean =>
  negatesSums(reversal, decision) && reasonsOf(reversal, -1) === reasonsOf(decision, 1);

/** What each reason lowers, over the claim and its lines: a reversal may state at the one what stood at the other. */
const reasonsOf = (decision: Adjudication, sign: 1 | -1): string => {
  const totals = new Map<string, number>();
  for (const { group, reason, amount } of allAdjustments(decision)) {
    const key = `${group}-${reason}`;
    totals.set(key, (totals.get(key) ?? 0) + amount * sign);
  }
  return JSON.stringify([...totals].filter(([, amount]) => amount !== 0).toSorted(byKey));
};

const byKey = ([one]: readonly [string, number], [other]: readonly [string, number]): number =>
  compare(one, other);

/** A decision that was replaced, and of which just the payment was recovered. */
const recoveredOf = (claim: Claim, live: readonly Adjudication[]): readonly Adjudication[] => {
  const recovered = unexplainedRecovery(claim);
  const latest = Math.max(...live.map(({ submissionNumber }) => submissionNumber));
  const replaced = live.filter(({ submissionNumber }) => submissionNumber < latest);
  const whole = sum(replaced.map(({ paid }) => paid));
  if (recovered > 0 && recovered === whole) return replaced;
  return replaced.filter(({ paid }) => recovered > 0 && paid === recovered).slice(0, 1);
};

/** CARC 18: the payer has decided the same already. */
const duplicateReason = '18';

/** Nothing paid, and no cent left to the patient, the contract or another payer: the payer refuses the whole. */
const isRefusal = (claim: Claim, decision: Adjudication): boolean =>
  decision.paid === 0 &&
  allAdjustments(classedDecision(claim, decision)).every(
    ({ group, class: found }) => group !== 'PR' && found === 'disputed',
  );

const isRefusedAsDuplicate = (decision: Adjudication): boolean =>
  decision.paid === 0 && allAdjustments(decision).every(({ reason }) => reason === duplicateReason);

/**
 * Refusals of what another live decision decided: as a duplicate, or of a replacement, which leaves the decision
 * standing that it was to replace.
 */
const refusalsOfDecided = (claim: Claim, live: readonly Adjudication[]): readonly Adjudication[] => {
  const decided = live.filter((one) => !isRefusal(claim, one));
  const standsForIt = (refused: Adjudication): boolean =>
    decided.some(
      ({ submissionNumber }) => isRefusedAsDuplicate(refused) || submissionNumber < refused.submissionNumber,
    );
  if (decided.length === 0) return duplicatesOfRefusals(claim, live);
  return live.filter((one) => isRefusal(claim, one) && standsForIt(one));
};

/**
 * Where all is refused, a refusal as duplicate says nothing of its own beside one that gives a reason; and of a claim
 * that another payer forwarded it says that it came, so that its decision is still to come.
 */
const duplicatesOfRefusals = (claim: Claim, live: readonly Adjudication[]): readonly Adjudication[] => {
  const forwarded = claim.submissions.find((one) => one.forwarded)?.number;
  const isOfForwarded = ({ submissionNumber }: Adjudication): boolean =>
    forwarded !== undefined && forwarded < submissionNumber;
  const hasReason = live.some((one) => !isRefusedAsDuplicate(one));
  return live.filter((one) => isRefusedAsDuplicate(one) && (hasReason || isOfForwarded(one)));
};

/** In each transmission, decisions beyond the first about the same lines, or beyond its charge. */
const surplusOf = (claim: Claim, counted: readonly Adjudication[]): readonly Adjudication[] => {
  const byTransmission = Map.groupBy(counted, ({ submissionNumber }) => submissionNumber);
  return [...byTransmission].flatMap(([number, decisions]) =>
    beyond(transmittedCharge(claim, number) ?? chargeOf(claim), decisions),
  );
};

const beyond = (whole: Cents, decisions: readonly Adjudication[]): readonly Adjudication[] => {
  const decidedLines = new Set<number>();
  let decided = 0;
  return decisions.filter((decision) => {
    const numbers = decision.lines.flatMap(({ lineNumber }) => lineNumber ?? []);
    const isBeyond = decided + decision.charge > whole || numbers.some((number) => decidedLines.has(number));
    if (isBeyond) return true;
    decided += decision.charge;
    for (const number of numbers) decidedLines.add(number);
    return false;
  });
};
