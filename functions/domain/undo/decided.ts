import type { Claim, ClaimEvent } from '../claim.ts';
import { type ClaimChange, changed } from '../claim-change.ts';
import { decidedAbout } from '../position.ts';
import type { TaskOutcome } from '../task.ts';

/** A decision as it is applied to a claim. */
export type Applied = {
  readonly taskId: string;
  readonly outcome: TaskOutcome;
  readonly detail?: ClaimEvent['detail'];
};

/** Whether a decision on a task is in the claim, be it taken back since. */
export const isApplied = ({ decisions }: Pick<Claim, 'decisions'>, taskId: string): boolean =>
  decisions.some((one) => one.taskId === taskId);

/**
 * Applies what a person decided on a task, once: a decision that is in the claim already, or was taken back before it
 * came there, changes nothing. What it changes is kept as it was, so that it can be taken back. `after` is the claim
 * with the change made in it.
 */
export const applyDecision = (
  before: Claim,
  after: Claim,
  { taskId, outcome: { action, by, note }, detail = {} }: Applied,
): ClaimChange | undefined => {
  if (isApplied(before, taskId)) return undefined;
  return changed(
    after,
    {
      decisions: [...before.decisions, { taskId, action, by }],
      // News that withdraws a task decides nothing: what a person decided before it can still be taken back.
      ...(action !== 'withdraw' && {
        beforeDecision: { taskId, about: decidedAbout(before), was: whatChanged(before, after) },
      }),
    },
    { type: action, actor: by, detail: { taskId, note, ...detail } },
  );
};

/** How the steps behind a decision end a claim: always kept, for they come after it. */
const ends: readonly (keyof Claim)[] = ['status', 'end', 'nextClaimId', 'insteadClaimId'];

/** What goes its own way: an entry of the ledger is taken back by another, and the rest is no part of a decision. */
const others: readonly string[] = ['writeOffs', 'decisions', 'beforeDecision', 'version', 'executionArn'];

const whatChanged = (before: Claim, after: Claim): Record<string, unknown> => {
  const fields = new Map<string, unknown>(Object.entries(before));
  const made = new Map<string, unknown>(Object.entries(after));
  const names = new Set([...fields.keys(), ...made.keys()]);
  const isKept = (name: string): boolean =>
    ends.some((end) => end === name) ||
    (!others.includes(name) && JSON.stringify(fields.get(name)) !== JSON.stringify(made.get(name)));
  return {
    ...Object.fromEntries([...names, ...ends].filter(isKept).map((name) => [name, fields.get(name) ?? null])),
    beforeDecision: stillHere(before) ?? null,
  };
};

/** What the decision before this one changed, as long as it may be taken back after this one is. */
const stillHere = ({ beforeDecision, submissions, decisions }: Claim): Claim['beforeDecision'] => {
  const last = submissions.at(-1);
  const isSent = last?.sentAt !== undefined && last.openedBy === beforeDecision?.taskId;
  return isSent || decisions.at(-1)?.action === 'appeal' ? undefined : beforeDecision;
};
