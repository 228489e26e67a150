import { lastNoticeOn } from '../appeals/appeal-answer.ts';
import { appealLevel, levelName, levelOf } from '../appeals/levels.ts';
import { informationDueOn, lastDayUnder } from '../calendar/clocks.ts';
import type { CalendarDate } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import type { ContractLimit } from '../contract/contract-limit.ts';
import { effectiveAdjudication, replacedReference } from '../ledger/effective-decision.ts';
import { isOriginalMedicare, type Payer } from '../payer.ts';
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

type Named = {
  readonly action: ActionLimit['action'];
  readonly name: LimitName;
  readonly level?: number;
  readonly called?: string;
};

/** The days that limits of a claim count from; a limit whose event has not come does not run. */
type Events = { readonly service: CalendarDate; readonly decision: CalendarDate | undefined };

const running = (named: Named, limit: ContractLimit | undefined, events: Events): readonly ActionLimit[] => {
  const startedOn = limit?.from === 'service' ? events.service : events.decision;
  if (limit === undefined || startedOn === undefined) return [];
  const { days, from } = limit;
  return [{ ...named, days, from, startedOn, lastDay: lastDayUnder(limit, startedOn) }];
};

const eventsOf = (claim: Claim): Events => ({
  service: claim.dateOfService,
  decision: effectiveAdjudication(claim)?.paymentDate,
});

/** What a new claim has; after another payer it counts from that one's decision, where the contract says so. */
export const newClaimLimit = (claim: Claim, payer: Payer): readonly ActionLimit[] => {
  const filing = { days: payer.filingLimitDays, from: 'service' } as const;
  const before = claim.priorPayers.at(-1)?.adjudication.paymentDate;
  const named = { action: 'resubmit', name: 'new-claim' } as const;
  const events = { service: claim.dateOfService, decision: before };
  return before === undefined
    ? running(named, filing, events)
    : running({ ...named, name: 'secondary-claim' }, payer.limits?.secondaryClaim ?? filing, events);
};

/**
 * Original Medicare reopens what it decided, for whatever reason, within a year of the decision (42 CFR 405.980(b), from
 * memory): clerical errors are mended by that, and not by an appeal. Others do where their contract says so.
 */
const reopeningOf = (claim: Claim, payer: Payer): ContractLimit | undefined =>
  payer.limits?.reopening ??
  (isOriginalMedicare(payer) && effectiveAdjudication(claim) ? { days: 365, from: 'decision' } : undefined);

/** Until when the payer reopens what it decided: for a request that is sent by itself, or said beside a correction. */
export const reopeningLimit = (
  claim: Claim,
  payer: Payer,
  action: 'resubmit' | 'keep-waiting',
): readonly ActionLimit[] =>
  replacedReference(claim) === undefined
    ? []
    : running({ action, name: 'reopening' }, reopeningOf(claim, payer), eventsOf(claim));

/** What the payer holds is replaced or reopened; what it never took in, or called unprocessable, is filed anew. */
const resubmissionLimits = (claim: Claim, payer: Payer): readonly ActionLimit[] => {
  if (replacedReference(claim) === undefined) return newClaimLimit(claim, payer);
  const { correctedClaim } = payer.limits ?? {};
  const filing = { days: payer.filingLimitDays, from: 'service' } as const;
  const events = eventsOf(claim);
  return [
    ...running({ action: 'resubmit', name: 'corrected-claim' }, correctedClaim ?? filing, events),
    ...reopeningLimit(claim, payer, 'resubmit'),
  ];
};

/** The next level of appeal, from the payer's last word: its decision, or the letter by which it upheld it. */
export const appealLimit = (
  claim: Claim,
  payer: Payer,
  action: 'appeal' | 'dismiss' = 'appeal',
): readonly ActionLimit[] => {
  const level = appealLevel(claim);
  const called = levelName(level, payer);
  const events = { service: claim.dateOfService, decision: lastNoticeOn(claim) };
  return running({ action, name: 'appeal', level, called }, levelOf(level, payer), events);
};

/** By when what a payer asked for has to be there, sent by itself or announced on a replacement. */
export const informationLimit = (
  payer: Payer,
  startedOn: CalendarDate | undefined,
): readonly ActionLimit[] => {
  const { informationDays: days } = payer;
  const lastDay = startedOn && informationDueOn(payer, startedOn);
  if (days === undefined || startedOn === undefined || lastDay === undefined) return [];
  const counted = { days, from: 'decision' as const, startedOn, lastDay };
  return (['keep-waiting', 'resubmit'] as const).map((action) => ({
    action,
    name: 'information',
    ...counted,
  }));
};

const nextPayerLimit = (claim: Claim, next: Payer): readonly ActionLimit[] =>
  running(
    { action: 'bill-next-payer', name: 'secondary-claim' },
    next.limits?.secondaryClaim ?? { days: next.filingLimitDays, from: 'service' },
    eventsOf(claim),
  );
