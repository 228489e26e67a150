import { cents } from '../../edi/money.ts';
import type { Actor } from '../actor.ts';
import { Claim, type ClaimStatus, type Submission } from '../claim.ts';
import { type ClaimChange, changed } from '../claim-change.ts';
import { isWaitedFor } from '../coordination/given-over.ts';
import { isLeftToPayer } from '../follow-up/left-to-payer.ts';
import { isApplied } from './decided.ts';
import { undo } from './undone.ts';
import { voidBehind } from './void-behind.ts';

/** Who takes a decision back, when, and in which waits the lifecycles may be. */
export type Undoing = {
  readonly taskId: string;
  readonly by: Actor;
  readonly at: string;
  readonly wakes: readonly string[];
};

/**
 * The claim as it was before the decision on a task, with everything that came from elsewhere since, and with an entry
 * more. A decision that is not in the claim yet is taken back by the entry alone: its step then finds that.
 */
export const takeBack = (claim: Claim, undoing: Undoing): ClaimChange => {
  const { taskId, by, at, wakes } = undoing;
  const before = isApplied(claim, taskId) ? restored(claim, undoing) : claim;
  const entry = { taskId, action: undo, by, at, ...(wakes.length > 0 && { wakes: [...wakes] }) };
  return changed(
    before,
    { decisions: [...claim.decisions, entry] },
    {
      type: 'decision-undone',
      actor: by,
      detail: { taskId, status: before.status },
    },
  );
};

/** Where a claim is until its transmission goes out: what it was before counts again, not what it waits for. */
const unsent: readonly ClaimStatus[] = ['ready', 'covered', 'not-covered', 'rejected'];

const restored = (claim: Claim, undoing: Undoing): Claim => {
  const was: Readonly<Record<string, unknown>> = claim.beforeDecision?.was ?? {};
  const { beforeDecision: _kept, ...rest } = claim;
  const { status, submissions, ...fields } = was;
  const gone = Object.keys(fields).filter((name) => fields[name] === null);
  const stays = Object.fromEntries(Object.entries(rest).filter(([name]) => !gone.includes(name)));
  const back = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  // What the decision changed of the transmissions, or its steps by a void.
  const opened = submissions ?? (voidBehind(claim) && claim.submissions.slice(0, -1));
  const isStill = claim.status === 'closed' || (opened !== undefined && unsent.includes(claim.status));
  return Claim.parse({
    ...stays,
    ...back,
    ...(isStill && { status }),
    ...(opened !== undefined && { submissions: withoutUnsent(claim, opened) }),
    writeOffs: [...claim.writeOffs, ...reversals(claim, undoing)],
    ...renewedWaits(claim, undoing, fields.followUpsForgiven),
  });
};

/** The entry that takes a write-off back: what was booked stays, and both together are nothing. */
const reversals = ({ writeOffs }: Claim, { taskId, by, at }: Undoing): Claim['writeOffs'] =>
  writeOffs
    .filter((one) => one.taskId === taskId && !one.undoes)
    .map(({ amount, about }) => ({
      amount: cents(-amount),
      reason: `Undone on ${at.slice(0, 10)}`,
      decidedBy: by,
      undoes: true as const,
      ...{ taskId, about },
    }));

/** The transmissions that were there, with all that was said of them since; what they sent is the claim’s again. */
const withoutUnsent = (claim: Claim, was: unknown): Submission[] => {
  const before = Claim.shape.submissions.parse(was);
  return claim.submissions.slice(0, before.length).map((one, at) => {
    const { charge: _charge, services: _services, ...rest } = one;
    const { charge, services } = before[at] ?? {};
    return { ...rest, ...(charge !== undefined && { charge }), ...(services && { services }) };
  });
};

/** What is asked next is asked anew: neither an answer to what was asked of the decision nor a bell of it counts. */
const renewedWaits = (claim: Claim, { taskId }: Undoing, forgiven: unknown): Partial<Claim> =>
  claim.status === 'ready'
    ? { eligibilityChecks: claim.eligibilityChecks + 1 }
    : isLeftToPayer(claim) || isWaitedFor(claim)
      ? { followUps: claim.followUps + 1, followUpsForgiven: claim.followUpsForgiven + 1 }
      : taskId.endsWith('-no-answer') && typeof forgiven === 'number'
        ? { followUps: claim.followUps + 1, followUpsForgiven: forgiven + 1 }
        : {};
