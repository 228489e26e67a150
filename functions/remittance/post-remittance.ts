import { type Actor, payerActor } from '../domain/actor.ts';
import { answeredByDecision, appealDetail, currentAppeal } from '../domain/appeals/appeal-answer.ts';
import type { Takeback } from '../domain/claim/moved-money.ts';
import type { Adjudication, Claim, ClaimStatus } from '../domain/claim.ts';
import { type ClaimChange, changed } from '../domain/claim-change.ts';
import { compareAllowed } from '../domain/contract/compare-allowed.ts';
import { allAdjustments, isReversal } from '../domain/ledger/decision.ts';
import { claimPosition, decidedAbout, isSettled, payerOwesDecision } from '../domain/position.ts';
import { sum } from '../edi/money.ts';

/**
 * Adds what one payment decides about a claim to what is known; where the money then stands follows from all of it,
 * in whatever order it came. What is there already changes nothing.
 */
export const postRemittance = (
  claim: Claim,
  adjudications: readonly Adjudication[],
  actor: Actor = payerActor(claim.payerId),
): ClaimChange | undefined => {
  const posted = new Set(claim.adjudications.map(({ adjudicationId }) => adjudicationId));
  const fresh = adjudications.filter(({ adjudicationId }) => !posted.has(adjudicationId));
  const last = fresh.at(-1);
  if (!last) return undefined;
  const after = answeredByDecision({
    ...withoutEnd(claim),
    ...aboutWhatStood(claim),
    adjudications: [...claim.adjudications, ...fresh],
    remittances: claim.remittances + 1,
    ...(last.payerControlNumber && { payerControlNumber: last.payerControlNumber }),
  });
  const answered = currentAppeal(after) === currentAppeal(claim) ? undefined : currentAppeal(after);
  const event = remittanceEvent(after, fresh, actor);
  return changed(
    { ...after, status: statusAfter(claim, after) },
    {},
    { ...event, detail: { ...event.detail, ...appealDetail(answered) } },
  );
};

/** Adds what a payer takes back beside its claims; what is there already changes nothing. */
export const postTakeback = (claim: Claim, takeback: Takeback): ClaimChange | undefined => {
  if (claim.takebacks.some(({ takebackId }) => takebackId === takeback.takebackId)) return undefined;
  const recovered: Claim = { ...claim, takebacks: [...claim.takebacks, takeback] };
  const after = claim.status === 'closed' && !isSettled(recovered) ? openedAgain(recovered) : recovered;
  const { traceNumber: trace, amount } = takeback;
  const detail = { trace, amount, ...positionDetail(after) };
  return changed(after, {}, { type: 'recovery-posted', actor: payerActor(claim.payerId), detail });
};

/** Money that is gone from a closed claim is open again, and a person's. */
const openedAgain = (claim: Claim): Claim => ({ ...withoutEnd(claim), status: 'adjudicated' });

const withoutEnd = ({ end: _end, ...claim }: Claim): Claim => claim;

/** Decisions of people from before they said what they were about: they were about what stood until now. */
const aboutWhatStood = (claim: Claim): Partial<Claim> => ({
  writeOffs: claim.writeOffs.map((writeOff) => ({ about: decidedAbout(claim), ...writeOff })),
  patientBilledAbout: claim.patientBilledAbout ?? decidedAbout(claim),
});

/**
 * After a bare reversal the payer owes a decision again, and the claim waits for it; news of an earlier transmission
 * leaves the one that is on its way where it is.
 */
const statusAfter = (before: Claim, after: Claim): ClaimStatus => {
  if (!payerOwesDecision(after)) return 'adjudicated';
  const wasDecided = before.status === 'adjudicated' || before.status === 'closed';
  return wasDecided ? 'accepted' : before.status;
};

const positionDetail = (claim: Claim) => {
  const { insurancePaid, adjustments, patientBalance, open } = claimPosition(claim);
  return { insurancePaid, adjustments, patientBalance, open };
};

/** What the practice's own rules made of reasons, told where nobody is asked about them any more. */
const practiceClasses = (fresh: readonly Adjudication[]) => {
  const classed = fresh
    .flatMap(allAdjustments)
    .flatMap(({ group, reason, class: found }) => (found ? [`${group}-${reason} ${found}`] : []));
  return classed.length > 0 && { classedByPractice: [...new Set(classed)].join(', ') };
};

/** What the payer allowed more or less than its contract, where that is known. */
const contractDetail = (claim: Claim) => {
  const compared = compareAllowed(claim)?.lines ?? [];
  return compared.length > 0 && { besidesContract: sum(compared.map(({ difference }) => difference)) };
};

const remittanceEvent = (claim: Claim, fresh: readonly Adjudication[], actor: Actor) => ({
  type: fresh.some(isReversal) ? 'remittance-reversed' : 'remittance-posted',
  actor,
  detail: {
    trace: fresh.map(({ traceNumber }) => traceNumber).join(' '),
    paid: sum(fresh.map(({ paid }) => paid)),
    ...positionDetail(claim),
    ...contractDetail(claim),
    ...practiceClasses(fresh),
  },
});
