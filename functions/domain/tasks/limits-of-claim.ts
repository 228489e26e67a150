import { lastDayUnder } from '../calendar/clocks.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import type { ContractLimit } from '../contract/contract-limits.ts';
import { effectiveAdjudication, replacedReference } from '../ledger/effective-decision.ts';
import { isOriginalMedicare, type Payer } from '../payer.ts';
import { standingDecisions } from '../undo/undone.ts';
import type { ActionLimit, LimitName } from './action-limit.ts';

/** The contracts that limit what is done about a claim: its payer's, and that of the payer after it, if one is. */
export type Contracts = { readonly payer: Payer; readonly next?: Payer | undefined };

/**
 * Every limit that runs for a claim, each from its own event: a new or a corrected claim, a reopening, the level of
 * appeal that comes next, and the claim of the next payer.
 */
export const limitsOf = (claim: Claim, { payer, next }: Contracts): readonly ActionLimit[] => [
  ...resubmissionLimits(claim, payer),
  ...appealLimit(claim, payer),
  ...(next && claim.nextPayers.length > 0 ? nextPayerLimit(claim, next) : []),
];

type Named = { readonly action: ActionLimit['action']; readonly name: LimitName; readonly level?: number };

/** The days that limits of a claim count from; a limit whose event has not come does not run. */
type Events = { readonly service: CalendarDate; readonly decision: CalendarDate | undefined };

const running = (named: Named, limit: ContractLimit | undefined, events: Events): readonly ActionLimit[] => {
  const startedOn = limit?.from === 'service' ? events.service : events.decision;
  if (limit === undefined || startedOn === undefined) return [];
  return [{ ...named, ...limit, startedOn, lastDay: lastDayUnder(limit, startedOn) }];
};

const eventsOf = (claim: Claim): Events => ({
  service: claim.dateOfService,
  decision: effectiveAdjudication(claim)?.paymentDate,
});

/** After another payer a claim counts from that one's decision, where the contract says so. */
const newClaimLimit = (claim: Claim, payer: Payer): readonly ActionLimit[] => {
  const filing = { days: payer.filingLimitDays, from: 'service' } as const;
  const before = claim.priorPayers.at(-1)?.adjudication.paymentDate;
  const named = { action: 'resubmit', name: 'new-claim' } as const;
  const events = { service: claim.dateOfService, decision: before };
  return before === undefined
    ? running(named, filing, events)
    : running({ ...named, name: 'secondary-claim' }, payer.limits?.secondaryClaim ?? filing, events);
};

/** What the payer holds is replaced or reopened; what it never took in, or called unprocessable, is filed anew. */
const resubmissionLimits = (claim: Claim, payer: Payer): readonly ActionLimit[] => {
  if (replacedReference(claim) === undefined) return newClaimLimit(claim, payer);
  const { correctedClaim, reopening } = payer.limits ?? {};
  const filing = { days: payer.filingLimitDays, from: 'service' } as const;
  const events = eventsOf(claim);
  return [
    ...running({ action: 'resubmit', name: 'corrected-claim' }, correctedClaim ?? filing, events),
    ...running({ action: 'resubmit', name: 'reopening' }, reopening, events),
  ];
};

/** Later levels of an appeal to Medicare that a contract does not change, in days (42 CFR 405.962, 1014, 1102, 1136). */
const laterMedicareLevels = [180, 60, 60, 60];

/** The levels of a payer: its contract's, Medicare's, or as many as are asked for, each as long as the first. */
export const levelOf = (level: number, payer: Payer): ContractLimit | undefined => {
  const { limits, appealLimitDays } = payer;
  if (limits?.appeals) return limits.appeals[level - 1];
  if (!isOriginalMedicare(payer)) return { days: appealLimitDays, from: 'decision' };
  const days = [appealLimitDays, ...laterMedicareLevels][level - 1];
  return days === undefined ? undefined : { days, from: 'receipt' };
};

/** Which level of appeal comes next: a claim that was sent again is decided anew, and appealed from the first. */
export const appealLevel = (claim: Pick<Claim, 'decisions'>): number => {
  const decisions = standingDecisions(claim);
  const since = decisions.findLastIndex(({ action }) => action === 'resubmit') + 1;
  return decisions.slice(since).filter(({ action }) => action === 'appeal').length + 1;
};

/** Whether the payer has a level of appeal that comes next. */
export const mayAppealAgain = (claim: Claim, payer: Payer): boolean =>
  levelOf(appealLevel(claim), payer) !== undefined;

export const appealLimit = (
  claim: Claim,
  payer: Payer,
  action: 'appeal' | 'dismiss' = 'appeal',
): readonly ActionLimit[] => {
  const level = appealLevel(claim);
  return running({ action, name: 'appeal', level }, levelOf(level, payer), eventsOf(claim));
};

const nextPayerLimit = (claim: Claim, next: Payer): readonly ActionLimit[] =>
  running(
    { action: 'bill-next-payer', name: 'secondary-claim' },
    next.limits?.secondaryClaim ?? { days: next.filingLimitDays, from: 'service' },
    eventsOf(claim),
  );
