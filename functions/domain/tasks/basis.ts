import type { Claim } from '../claim.ts';
import { toldOf } from '../coordination/prior-payers.ts';
import { shortDigest } from '../digest.ts';
import { lastWordOn } from '../follow-up/awaited-word.ts';
import { claimPosition, decidedAbout, disputedOf } from '../position.ts';
import type { Desk } from '../practice.ts';
import type { Task } from '../task.ts';
import { partKey } from './decided-part.ts';
import { partsOfTask } from './open-parts.ts';
import { isShared, type TaskShare } from './share.ts';

/** What the payer said last of where the claim is with it (277), as long as it has not decided. */
const saidLast = (claim: Claim): readonly unknown[] => {
  const word = claim.status === 'adjudicated' ? undefined : lastWordOn(claim);
  return word ? [word.outcome, word.codes] : [];
};

/**
 * What a task about a claim is asked on: its status, the transmission that it is about, which decisions of the payer
 * count, what the payers before it say, what it said of the claim last, and where the money stands. Anything else may change while the question stays the same.
 * Where other desks have parts of the claim, the money of its own parts alone counts.
 */
export const basisOf = (claim: Claim, share?: TaskShare): string =>
  isShared(share) ? basisOfShare(claim, share) : basisOfAll(claim);

const basisOfAll = (claim: Claim): string => {
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

/** What the payer decides anew is asked of the desk with the largest part, and of whom it is about. */
const basisOfShare = (claim: Claim, share: TaskShare): string => {
  const { status, submissions, priorPayers } = claim;
  const own = partsOfTask(claim, share).map((one) => [partKey(one), one.amount]);
  const about = share.isFirst ? decidedAbout(claim).toSorted() : [];
  return shortDigest(JSON.stringify([status, submissions.length, toldOf(priorPayers), own, about]));
};

/** Whether the claim has changed since the task was raised in what the task is about. */
export const isOutdated = ({ basis, share }: Pick<Task, 'basis' | 'share'>, claim: Claim): boolean =>
  basis !== undefined && basis !== basisOf(claim, share);

/** The code of a finding that the record has changed since the task was raised: nothing is decided on what was. */
export const recordNewer = 'record-newer';

/** The kinds of task that a claim's lifecycle waits for; each stands on its basis. */
export const claimTaskKinds = ['coverage', 'rejection', 'denial', 'correction', 'no-answer'] as const;
export type ClaimTaskKind = (typeof claimTaskKinds)[number];

/** Raised again before anybody decided it, it is the same task; of several desks, each has one of its own. */
export const claimTaskId = (
  { claimId, decisions }: Pick<Claim, 'claimId' | 'decisions'>,
  kind: ClaimTaskKind,
  desk?: Desk,
): string => [claimId, decisions.length, kind, ...(desk ? [desk] : [])].join('-');
