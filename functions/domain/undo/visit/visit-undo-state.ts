import { dateIn, endOfDayIn, type TimeZone } from '../../calendar/time-zone.ts';
import { instantAfter } from '../../calendar.ts';
import type { Claim } from '../../claim.ts';
import type { Encounter } from '../../encounter.ts';
import type { Task, TaskAction } from '../../task.ts';
import { visitKindOf } from '../../tasks/visit-task.ts';
import { isTextCurrent } from '../../visit/documents.ts';
import { isUnsent, type Left, type UndoState, undoDays } from '../undo-state.ts';
import { standingDecisions } from '../undone.ts';

/** A claim that was made of a visit, and its transmission where one waits for a file. */
export type MadeClaim = {
  readonly claim: Claim;
  readonly waiting?: { readonly taken: boolean; readonly leavesAt?: string } | undefined;
};

/** What a decision about a visit brought on its way: the claims, or the task that is asked after it. */
export type VisitConsequences = {
  readonly made: readonly MadeClaim[];
  readonly later?: Pick<Task, 'taskId'> | undefined;
};

/** What a person can decide about a visit on its way to a claim. */
export const visitActions = ['confirm-codes', 'check-again', 'bill-as-is', 'not-billable'] as const;

/** Whether an action is about a visit. */
export const isVisitAction = (action: TaskAction): boolean =>
  (visitActions as readonly TaskAction[]).includes(action);

/**
 * Whether a decision about a visit can be taken back: until a claim that was made of it stands in a file. Undefined
 * where the task has no decision of a person about a visit.
 */
export const visitUndoStateOf = (
  task: Pick<Task, 'taskId' | 'kind' | 'claimId' | 'encounterId' | 'outcome'>,
  encounter: Encounter,
  consequences: VisitConsequences,
  { now, timeZone }: { readonly now: Date; readonly timeZone: TimeZone },
): UndoState | undefined => {
  const { outcome } = task;
  const kind = visitKindOf(task);
  if (!kind || !outcome || outcome.by.kind === 'step' || !isVisitAction(outcome.action)) return undefined;
  const isEnded = ends.includes(encounter.status);
  const isLast = encounter.beforeDecision?.taskId === task.taskId;
  if (!isLast) return isEnded || isTaken(task, encounter) ? left('decided-since') : { kind: 'under-way' };
  if (kind !== 'coding' && !isTextCurrent(encounter)) return left('documents');
  if (!isEnded) return consequences.later ? { kind: 'open' } : { kind: 'under-way' };
  if (encounter.status === 'claimed') return ofClaims(consequences.made);
  const isSelfPay = encounter.status === 'self-pay';
  const decidedAt = new Date(outcome.at);
  const until = isSelfPay
    ? endOfDayIn(timeZone, dateIn(timeZone, decidedAt))
    : instantAfter(decidedAt, undoDays);
  if (until > now.toISOString()) return { kind: 'open', until };
  return left(isSelfPay ? 'patient' : 'time');
};

/** Statuses in which no workflow goes on with a visit. */
const ends: readonly Encounter['status'][] = ['claimed', 'self-pay', 'not-billable'];

const left = (why: Left): UndoState => ({ kind: 'left', why });

/** Whether the decision came to the visit, whatever was decided since. */
const isTaken = ({ taskId }: Pick<Task, 'taskId'>, { codesAcceptedFor, restartedFor }: Encounter): boolean =>
  codesAcceptedFor.includes(taskId) || restartedFor.includes(taskId);

const ofClaims = (made: readonly MadeClaim[]): UndoState => {
  // The index of claims does not show yet what was just made.
  if (made.length === 0) return { kind: 'under-way' };
  const why = made.map(whyLeft).find((one) => one !== undefined);
  if (why) return left(why);
  const [until] = made.flatMap(({ waiting }) => waiting?.leavesAt ?? []).toSorted();
  return { kind: 'open', until };
};

const whyLeft = ({ claim, waiting }: MadeClaim): Left | undefined => {
  if (isTakenBack(claim)) return undefined;
  const isDecided = standingDecisions(claim).some(({ action }) => action !== 'withdraw');
  if (waiting?.taken || claim.submissions.some(({ sentAt }) => sentAt) || claim.adjudications.length > 0)
    return 'sent';
  return isDecided || claim.status === 'closed' || !isUnsent(claim) ? 'decided-since' : undefined;
};

/** A claim that an earlier undo took back stands for nothing. */
export const isTakenBack = ({ end }: Pick<Claim, 'end'>): boolean => end === 'taken-back';
