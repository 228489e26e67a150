import type { Claim } from '../claim.ts';
import { toldOf } from '../coordination/prior-payers.ts';
import { shortDigest } from '../digest.ts';
import { lastWordOn } from '../follow-up/awaited-word.ts';
import { claimPosition, decidedAbout, disputedOf } from '../position.ts';
import type { Task } from '../task.ts';

/** What the payer said last of where the claim is with it (277), as long as it has not decided. */
const saidLast = (claim: Claim): readonly unknown[] => {
  const word = claim.status === 'adjudicated' ? undefined : lastWordOn(claim);
  return word ? [word.outcome, word.codes] : [];
};

/**
 * What a task about a claim is asked on: its status, the transmission that it is about, which decisions of the payer
 * count, what the payers before it say, what it said of the claim last, and where the money stands. Anything else may change while the question stays the same.
 */
export const basisOf = (claim: Claim): string => {
  const { status, submissions } = claim;
  const disputed = disputedOf(claim).map(({ lineNumber = 0, group, reason, amount }) => [
    ...[lineNumber, group, reason, amount],
  ]);
  return shortDigest(
    JSON.stringify([
      ...[status, submissions.length, decidedAbout(claim).toSorted()],
      ...[claimPosition(claim), disputed, toldOf(claim.priorPayers), saidLast(claim)],
    ]),
  );
};

/** Whether the claim has changed since the task was raised in what the task is about. */
export const isOutdated = ({ basis }: Pick<Task, 'basis'>, claim: Claim): boolean =>
  basis !== undefined && basis !== basisOf(claim);

/** The code of a finding that the record has changed since the task was raised: nothing is decided on what was. */
export const recordNewer = 'record-newer';

/** The kinds of task that a claim's lifecycle waits for; each stands on its basis. */
export const claimTaskKinds = ['coverage', 'rejection', 'denial', 'correction', 'no-answer'] as const;
export type ClaimTaskKind = (typeof claimTaskKinds)[number];

/** Raised again before anybody decided it, it is the same task. */
export const claimTaskId = (
  { claimId, decisions }: Pick<Claim, 'claimId' | 'decisions'>,
  kind: ClaimTaskKind,
): string => `${claimId}-${decisions.length}-${kind}`;
