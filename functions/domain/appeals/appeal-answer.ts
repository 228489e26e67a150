import { type Cents, cents, sum } from '../../edi/money.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Claim, ClaimEvent } from '../claim.ts';
import { effectiveAdjudication, insurancePaidOf } from '../ledger/effective-decision.ts';
import { decidedAbout, disputedOf } from '../position.ts';
import { standingDecisions } from '../undo/undone.ts';
import type { AppealAnswer, AppealOutcome, ClaimAppeal } from './claim-appeal.ts';

/** What an appeal of a claim asks for now, in cents: all that is disputed. */
export const disputedAmount = (claim: Claim): Cents => sum(disputedOf(claim).map(({ amount }) => amount));

/** The appeal that was sent last, unless the claim was sent again after it: that is decided anew. */
export const currentAppeal = (claim: Claim): ClaimAppeal | undefined => {
  const last = claim.appeals?.at(-1);
  const decisions = standingDecisions(claim);
  const actions = decisions.slice(decisions.findLastIndex(({ taskId }) => taskId === last?.taskId) + 1);
  return actions.some(({ action }) => action === 'resubmit') ? undefined : last;
};

/** The claim with the answer to its last appeal. */
export const withAnswer = (claim: Claim, answer: AppealAnswer): Claim => {
  const current = currentAppeal(claim);
  const appeals = claim.appeals?.map((one) => (one === current ? { ...one, answer } : one));
  return { ...claim, ...(appeals && { appeals }) };
};

/** What later decisions of the payer make of an appeal; undefined as long as it has not decided anew. */
const answerOf = (claim: Claim, { about, disputed, paidBefore }: ClaimAppeal): AppealAnswer | undefined => {
  const decided = effectiveAdjudication(claim);
  const ids = decidedAbout(claim);
  if (decided === undefined || (ids.length === about.length && ids.every((id) => about.includes(id))))
    return undefined;
  const recovered = cents(Math.max(0, insurancePaidOf(claim) - paidBefore));
  const left = disputedAmount(claim);
  const outcome = left <= 0 ? 'overturned' : left < disputed || recovered > 0 ? 'partly' : 'upheld';
  return { outcome, on: decided.paymentDate, source: '835', recovered };
};

/** The claim, whose payer has just decided something, with what that says of the appeal; the same one where it says nothing. */
export const answeredByDecision = (claim: Claim): Claim => {
  const appeal = currentAppeal(claim);
  const answer = appeal && answerOf(claim, appeal);
  return answer ? withAnswer(claim, answer) : claim;
};

/** What an event tells of an appeal and its answer, in the same words whoever answered: level, cents, outcome. */
export const appealDetail = (appeal: ClaimAppeal | undefined): ClaimEvent['detail'] => {
  if (appeal?.answer === undefined) return {};
  const { level, disputed, answer, taskId } = appeal;
  return {
    appeal: taskId,
    appealLevel: level,
    appealDisputed: disputed,
    appealOutcome: answer.outcome,
    appealAnswered: answer.source,
    ...(answer.recovered !== undefined && { appealRecovered: answer.recovered }),
  };
};

/** The day of the payer's last word on a claim, from which the next level counts: of its letter, where that came later. */
export const lastNoticeOn = (claim: Claim): CalendarDate | undefined => {
  const decided = effectiveAdjudication(claim)?.paymentDate;
  const answer = currentAppeal(claim)?.answer;
  const letter = answer?.source === 'letter' ? answer.on : undefined;
  return [decided, letter]
    .filter((one) => one !== undefined)
    .toSorted()
    .at(-1);
};

export const outcomeWords: Readonly<Record<AppealOutcome, string>> = {
  overturned: 'overturned in full',
  partly: 'overturned in part',
  upheld: 'upheld',
};
