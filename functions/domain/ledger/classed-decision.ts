import type { Adjudication, Adjustment, Claim } from '../claim.ts';
import { type AdjustedPlace, classOf } from './adjustment-class.ts';
import type { AdjustmentClass, ClassTerms } from './class-rule.ts';
import { allAdjustments, isReversal } from './decision.ts';

/** What of a claim decides how its adjustments are classed. */
export type Classified = Pick<Claim, 'priorPayers' | 'nextPayers' | 'responsibility'>;

/** Whether a payer decided before this one, whose payments and adjustments it may state (CARC 23). */
export const hasPriorPayer = ({
  priorPayers,
  responsibility,
}: Pick<Classified, 'priorPayers' | 'responsibility'>): boolean =>
  responsibility !== 'P' || priorPayers.length > 0;

/**
 * The class of one adjustment: what was posted with it, or what our rules say. A rule of the practice that is edited
 * later says nothing of it.
 */
const standingClass = (adjustment: Adjustment, place: AdjustedPlace): AdjustmentClass =>
  adjustment.class ?? classOf(adjustment, place);

/** A decision with the class of every adjustment. */
export const classedDecision = (claim: Classified, decision: Adjudication): Adjudication =>
  withAdjustments(claim, decision, (one, place) => ({ ...one, class: standingClass(one, place) }));

/**
 * A decision as it is posted under a practice's rules for the payer: the class stands with an adjustment where they
 * say otherwise than ours. A reversal only negates, so that it has none.
 */
export const classedByPractice = (
  claim: Classified,
  decision: Adjudication,
  rules: readonly ClassTerms[],
): Adjudication => {
  if (rules.length === 0 || isReversal(decision)) return decision;
  return withAdjustments(claim, decision, (one, place) => {
    const found = classOf(one, place, rules);
    return found === classOf(one, place) ? one : { ...one, class: found };
  });
};

/** The claim's own adjustments are seen beside those of its lines: a payer may state at the one what it took at the other. */
const withAdjustments = (
  claim: Classified,
  decision: Adjudication,
  change: (adjustment: Adjustment, place: AdjustedPlace) => Adjustment,
): Adjudication => {
  const { paymentDate } = decision;
  const hasNextPayer = claim.nextPayers.length > 0;
  const shared = { hasPriorPayer: hasPriorPayer(claim), hasNextPayer, paymentDate };
  const ofClaim = { ...shared, charge: decision.charge, together: allAdjustments(decision) };
  return {
    ...decision,
    adjustments: decision.adjustments.map((one) => change(one, ofClaim)),
    lines: decision.lines.map((line) => {
      const place = { ...shared, charge: line.charge, together: line.adjustments };
      return { ...line, adjustments: line.adjustments.map((one) => change(one, place)) };
    }),
  };
};
