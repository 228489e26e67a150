import { type Cents, cents, sum } from '../../edi/money.ts';
import type { Claim } from '../claim.ts';
import type { Finding } from '../finding.ts';
import { claimPosition, disputedOf } from '../position.ts';
import { type DecidedPart, type PartAction, type PartDecision, partKey } from './decided-part.ts';
import type { TaskShare } from './share.ts';

/** What is left to decide of one disputed adjustment, in cents above zero, and what may be done with it. */
export type OpenPart = DecidedPart & { readonly mayBe: readonly PartAction[] };

/**
 * The disputed adjustments of a claim of which something is left, each once for its line, group and reason. Only group
 * PR may be billed to the patient, and while another payer follows that one is billed first.
 */
export const openParts = (claim: Claim): readonly OpenPart[] => {
  const places = disputedOf(claim).map(({ lineNumber, group, reason, amount }) => ({
    ...(lineNumber !== undefined && { line: lineNumber }),
    ...{ group, reason, amount },
  }));
  return [...Map.groupBy(places, partKey).values()].flatMap((alike) => {
    const amount = sum(alike.map((one) => one.amount));
    const [first] = alike;
    if (first === undefined || amount <= 0) return [];
    const mayBill = first.group === 'PR' && claim.nextPayers.length === 0;
    return [{ ...first, amount, mayBe: mayBill ? ['write-off', 'bill-patient'] : ['write-off'] } as const];
  });
};

/** The open parts that a task is about: all, or those of its desk where others have the rest. */
export const partsOfTask = (claim: Claim, share: TaskShare | undefined): readonly OpenPart[] => {
  const own = share && new Set(share.parts.map(partKey));
  return openParts(claim).filter((one) => own?.has(partKey(one)) ?? true);
};

/** What is wrong with decisions on parts of a claim: each about something open of the task, and no more than is. */
export const checkParts = (
  claim: Claim,
  decisions: readonly PartDecision[],
  share?: TaskShare,
): readonly Finding[] => {
  const open = partsOfTask(claim, share);
  const total = sum(decisions.map(({ amount }) => amount));
  const findings = decisions.flatMap((decision, at) => {
    const part = open.find((one) => partKey(one) === partKey(decision));
    const detail = part ? faultOf(part, decision, decisions) : 'Nothing of this adjustment is left to decide';
    return detail ? [{ code: 'part-unfit', path: `parts.${at}`, detail }] : [];
  });
  if (findings.length > 0 || total <= claimPosition(claim).open) return findings;
  return [
    { code: 'more-than-open', path: 'parts', detail: 'Together this is more than is open on the claim' },
  ];
};

const faultOf = (
  part: OpenPart,
  decision: PartDecision,
  all: readonly PartDecision[],
): string | undefined => {
  if (!part.mayBe.includes(decision.action))
    return 'This is not the patient’s: only group PR is, once no payer follows';
  const asked = sum(all.filter((one) => partKey(one) === partKey(decision)).map(({ amount }) => amount));
  return asked > part.amount ? 'This is more than is left of the adjustment' : undefined;
};

/**
 * The decisions as far as they still fit the claim as it stands: each cut to what is left of its adjustment, and all to
 * what is open. News between a decision and its step then moves no cent twice.
 */
export const fitting = (claim: Claim, decisions: readonly PartDecision[]): readonly PartDecision[] => {
  const left = new Map(openParts(claim).map((one) => [partKey(one), one]));
  let open = claimPosition(claim).open;
  return decisions.flatMap((decision) => {
    const key = partKey(decision);
    const part = left.get(key);
    if (!part?.mayBe.includes(decision.action)) return [];
    const amount = cents(Math.min(decision.amount, part.amount, open));
    if (amount <= 0) return [];
    left.set(key, { ...part, amount: cents(part.amount - amount) });
    open = cents(open - amount);
    return [{ ...decision, amount }];
  });
};

/** The part of decisions that does one thing, without saying so each time, and its sum in cents. */
export const partsThat = (
  action: PartAction,
  decisions: readonly PartDecision[],
): { readonly parts: readonly DecidedPart[]; readonly amount: Cents } => {
  const parts = decisions.filter((one) => one.action === action).map(({ action: _done, ...part }) => part);
  return { parts, amount: sum(parts.map(({ amount }) => amount)) };
};
