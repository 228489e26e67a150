import type { Actor } from '../actor.ts';
import { dateIn, endOfDayIn, type TimeZone } from '../calendar/time-zone.ts';
import { instantAfter } from '../calendar.ts';
import type { Claim } from '../claim.ts';
import { isGivenOver } from '../coordination/given-over.ts';
import { decidedAbout, isSettled } from '../position.ts';
import type { Task, TaskAction } from '../task.ts';
import { isApplied } from './decided.ts';
import { standingDecisions, undoneBy } from './undone.ts';
import { otherClaimOf, voidBehind } from './void-behind.ts';

/**
 * Why a decision is not taken back any more: what it sent is with the payer, with the next payer or with the patient;
 * somebody or the payer decided since; or too much time has gone.
 */
export type Left =
  | 'sent'
  | 'appeal-sent'
  | 'next-payer'
  | 'payers'
  | 'void'
  | 'patient'
  | 'decided-since'
  | 'payer-decided'
  | 'documents'
  | 'each-by-itself'
  | 'record'
  | 'time';

/** Whether a decision on a claim can be taken back; `until` is the instant at which that may end. */
export type UndoState =
  | { readonly kind: 'open'; readonly until?: string | undefined }
  | { readonly kind: 'undone'; readonly by: Actor; readonly at?: string | undefined }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'left'; readonly why: Left };

/** What came of an undo: the decision is taken back, or why it is not, in a sentence or two as well. */
export type UndoneTask =
  | { readonly outcome: 'undone'; readonly task: Task }
  | {
      readonly outcome: 'refused';
      readonly state: Exclude<UndoState, { kind: 'open' | 'undone' }>;
      readonly detail: string;
    };

/** What a decision may have brought on its way: the claim of another payer, and the transmissions that wait. */
export type Consequences = {
  readonly other?: Claim | undefined;
  readonly waiting?: Waiting | undefined;
  /** Of the other claim. */
  readonly otherWaiting?: Waiting | undefined;
};

/** Taken: it is being written into a file. leavesAt: when its file goes at the latest. */
type Waiting = { readonly taken: boolean; readonly leavesAt?: string };

/** Decisions of a person that can be taken back; news that withdrew a task is nobody's decision. */
const undoable: readonly TaskAction[] = [
  ...(['resubmit', 'appeal', 'bill-next-payer', 'bill-patient', 'write-off', 'keep-waiting'] as const),
  ...(['decide-parts', 'let-stand', 'bill-other-payer', 'void'] as const),
];

/** What settles an amount rests on the decisions of the payer that it was about. */
const booking: readonly TaskAction[] = ['bill-patient', 'write-off', 'decide-parts', 'let-stand'];

/** What goes nowhere can be taken back as long as the books of a month are usually open. */
export const undoDays = 30;

/** Undefined where the task has no decision that anybody could take back. */
export const undoStateOf = (
  task: Pick<Task, 'taskId' | 'outcome'>,
  claim: Claim,
  consequences: Consequences,
  at: { readonly now: Date; readonly timeZone: TimeZone },
): UndoState | undefined => {
  const { taskId, outcome } = task;
  if (!outcome || !undoable.includes(outcome.action)) return undefined;
  const undone = undoneBy(claim, taskId);
  if (undone) return { kind: 'undone', by: undone.by, at: undone.at };
  // Its step has not come: it finds then that the decision was taken back.
  if (!isApplied(claim, taskId)) return claim.status === 'closed' ? left('decided-since') : { kind: 'open' };
  const why = whyLeft(task, claim, consequences);
  if (why) return left(why);
  if (isUnderWay(outcome, claim)) return { kind: 'under-way' };
  const until = untilWhen(outcome, consequences, at.timeZone);
  if (until === undefined || until > at.now.toISOString() || goesOut(outcome.action))
    return { kind: 'open', until };
  return left(outcome.action === 'bill-patient' || billsPatient(outcome) ? 'patient' : 'time');
};

const left = (why: Left): UndoState => ({ kind: 'left', why });

/** Whether a decision sends something with the next file. */
export const goesOut = (action: TaskAction): boolean => goesToPayer(action) || goesToOther(action);

const goesToPayer = (action: TaskAction): boolean => action === 'resubmit' || action === 'void';

const goesToOther = (action: TaskAction): boolean =>
  action === 'bill-next-payer' || action === 'bill-other-payer';

const whyLeft = (
  { taskId, outcome }: Pick<Task, 'taskId' | 'outcome'>,
  claim: Claim,
  { other, waiting, otherWaiting }: Consequences,
): Left | undefined => {
  const action = outcome?.action ?? 'dismiss';
  const last = standingDecisions(claim).findLast((one) => one.action !== 'withdraw');
  if (last?.taskId !== taskId || claim.beforeDecision?.taskId !== taskId) return 'decided-since';
  if (action === 'appeal') return 'appeal-sent';
  if (action === 'bill-other-payer' && isGivenOver(claim)) {
    // The claims of others were given over with this one, or its payer is told: neither comes back by an undo.
    if (claim.nextClaimId !== undefined || movesOthers(claim, outcome)) return 'payers';
    // Sent again for another claim's fault, it is a second one.
    if (voidBehind(claim) && (!isUnsent(claim) || isSentAgain(claim) || waiting?.taken)) return 'void';
  }
  if (isWithOther(claim, other)) return 'next-payer';
  if (goesToPayer(action) && !isUnsent(claim)) return 'sent';
  if (otherWaiting?.taken) return 'next-payer';
  if (waiting?.taken) return 'sent';
  return isDecidedAnew(claim) && (claim.status === 'closed' || booking.includes(action))
    ? 'payer-decided'
    : undefined;
};

const movesOthers = ({ priorPayers }: Claim, outcome: Outcome | undefined): boolean =>
  outcome?.otherPayer?.place === 'first' && priorPayers.length > 0;

/** Whether the transmission that was opened last went nowhere. */
export const isUnsent = ({ submissions }: Claim): boolean => {
  const last = submissions.at(-1);
  return last !== undefined && !last.sentAt && (last.acknowledgement?.source ?? 'edits') === 'edits';
};

const isSentAgain = ({ submissions }: Claim): boolean => submissions.at(-1)?.sentAgain ?? false;

/** What is with another payer, or was there before and was told of the decision, is not taken back. */
const isWithOther = (claim: Claim, other: Claim | undefined): boolean => {
  if (otherClaimOf(claim) === undefined) return false;
  const { nextClaimId, insteadClaimId } = claim.beforeDecision?.was ?? {};
  if (nextClaimId !== null || insteadClaimId !== null) return true;
  return (
    other === undefined ||
    other.submissions.length > 1 ||
    !isUnsent(other) ||
    other.decisions.length > 0 ||
    other.adjudications.length > 0
  );
};

const isDecidedAnew = (claim: Claim): boolean =>
  claim.beforeDecision?.about.toSorted().join() !== decidedAbout(claim).toSorted().join();

/** The steps behind a decision that leaves nothing open close the claim, or make another: within seconds. */
const isUnderWay = (outcome: Outcome, claim: Claim): boolean =>
  claim.status !== 'closed' &&
  (outcome.action === 'bill-next-payer' ||
    (outcome.action === 'bill-other-payer' && isMade(outcome) && !isGivenOver(claim)) ||
    (!goesOut(outcome.action) && isSettled(claim)));

/** A payer that only comes after the claim's own gets a claim when its turn comes. */
const isMade = ({ otherPayer }: Outcome): boolean => otherPayer?.place !== 'next';

type Outcome = NonNullable<Task['outcome']>;

const billsPatient = ({ parts = [] }: Outcome): boolean =>
  parts.some(({ action }) => action === 'bill-patient');

/** A bill is given out with the day on which it was decided. */
const untilWhen = (
  outcome: Outcome,
  { waiting, otherWaiting }: Consequences,
  timeZone: TimeZone,
): string | undefined => {
  if (goesOut(outcome.action))
    return [waiting, otherWaiting].flatMap((one) => one?.leavesAt ?? []).toSorted()[0];
  if (outcome.action === 'bill-patient' || billsPatient(outcome))
    return endOfDayIn(timeZone, dateIn(timeZone, new Date(outcome.at)));
  return instantAfter(new Date(outcome.at), undoDays);
};
