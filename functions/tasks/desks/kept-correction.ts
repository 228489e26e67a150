import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../domain/actor.ts';
import type { Claim } from '../../domain/claim.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Desk } from '../../domain/practice.ts';
import type { Task, TaskOutcome } from '../../domain/task.ts';
import type { Correction } from '../../domain/tasks/correction.ts';
import { revised } from '../../domain/tasks/revision.ts';
import { lastUndo } from '../../domain/undo/undone.ts';
import { cutText } from '../../edi/text/cut-text.ts';
import { decideTask } from '../decide-task.ts';
import type { NoticeEffects } from '../send-task-email.ts';
import type { WithdrawTaskEffects } from '../withdraw-outdated.ts';
import { deskNames } from '../wording.ts';
import { afterClosing, closeOthers } from './close-others.ts';

export type ReleaseEffects = WithdrawTaskEffects & Pick<NoticeEffects, 'saveOpenTask'>;

/** What a correction says otherwise than those that wait already, each with what the first did. */
export const contradictions = (
  { correction = {} }: Pick<TaskOutcome, 'correction'>,
  others: readonly Task[],
): readonly Finding[] =>
  others.flatMap(({ status, kept, owner }) =>
    (status === 'open' ? Object.entries(kept?.correction ?? {}) : []).flatMap(([field, value]) => {
      const mine = correction[field as keyof Correction];
      if (mine === undefined || isDeepStrictEqual(mine, value)) return [];
      const detail = `${deskNames[owner]} has corrected this already, and it waits to go out with yours: ${asText(value)}`;
      return [{ code: 'corrected-otherwise', path: `correction.${field}`, detail }];
    }),
  );

const asText = (value: unknown): string =>
  value === null ? 'nothing' : typeof value === 'string' ? value : JSON.stringify(value);

/** Who sends without waiting for the other desks, and from which task. */
export type SentNow = { readonly by: Actor; readonly taskId: string };

/**
 * Sends out what the open tasks of a claim have kept, once and together, by the decision of the desk that corrected
 * last, or of the task from which somebody sends it now; the others' tasks end with it, and say with which. Undefined
 * where somebody wrote one of them meanwhile: whoever did looks again.
 */
export const releaseKept = async (
  open: readonly Task[],
  now: Date,
  effects: ReleaseEffects,
  sentNow?: SentNow,
): Promise<Task | undefined> => {
  const [last, ...before] = inOrder(open, sentNow?.taskId);
  if (last === undefined) return undefined;
  const outcome = together(last.outcome, before.toReversed());
  const carrier = before.length > 0 ? revised({ ...last.task, kept: outcome }) : last.task;
  // Kept with one task before the others end: a crash between them loses no correction.
  if (carrier !== last.task && !(await effects.saveOpenTask(carrier))) return undefined;
  const all = before.length > 0 ? ', with all that was corrected' : '';
  const note = `${deskNames[last.task.owner]} has sent a corrected claim${all}${sentNow ? ', without waiting for the other parts' : ''}. What the payer decides on it comes as a task.`;
  const why = { note, now, endedBy: carrier.taskId, ...(sentNow && { by: sentNow.by }) };
  const others = open.filter(({ taskId }) => taskId !== carrier.taskId);
  const { closed, decided } = await closeOthers(others, why, effects);
  if (decided) {
    await afterClosing(closed, effects);
    return undefined;
  }
  const sent = sentNow && { by: sentNow.by, at: now.toISOString(), kept: last.outcome };
  const { task } = await decideTask(carrier, { ...outcome, ...(sent && { sentNow: sent }) }, effects);
  await afterClosing(closed, effects);
  return task;
};

type Kept = { readonly task: Task; readonly outcome: TaskOutcome };

/** The corrections that wait, the one first by whose task they go. */
const inOrder = (open: readonly Task[], first: string | undefined): readonly Kept[] =>
  open
    .flatMap((task) => (task.kept ? [{ task, outcome: task.kept }] : []))
    .toSorted((one, other) => {
      if (one.task.taskId === first) return -1;
      return other.task.taskId === first || one.outcome.at < other.outcome.at ? 1 : -1;
    });

/** Longest note of a decision. */
const longestNote = 2000;

const together = (last: TaskOutcome, before: readonly Kept[]): TaskOutcome => ({
  ...last,
  correction: Object.assign(
    {},
    ...[...before.map(({ outcome }) => outcome), last].map((one) => one.correction),
  ),
  note: cutText(
    [last.note, ...before.map(({ task, outcome }) => `${deskNames[task.owner]}: ${outcome.note}`)]
      .filter((note) => note !== '')
      .join('\n'),
    longestNote,
  ),
});

/**
 * What waited with the desks of a claim when somebody sent it now, which was taken back: it waits again. Nothing where
 * nobody would be waited for.
 */
export const waitingAgain = async (
  claim: Claim,
  desks: readonly Desk[],
  findTask: (taskId: string) => Promise<Task | undefined>,
): Promise<ReadonlyMap<Desk, TaskOutcome>> => {
  const undone = lastUndo(claim);
  const sender = undone && (await findTask(undone.taskId));
  if (!sender?.share || !sender.outcome?.sentNow) return new Map();
  const { share, taskId, outcome } = sender;
  const others = await Promise.all(share.others.map((one) => findTask(one.taskId)));
  const kept = others.flatMap((one) =>
    one?.share && one.kept && one.outcome?.endedBy === taskId ? [[one.share.desk, one.kept] as const] : [],
  );
  const waiting = new Map<Desk, TaskOutcome>([...kept, [share.desk, outcome.sentNow?.kept ?? outcome]]);
  return desks.every((desk) => waiting.has(desk)) ? new Map() : waiting;
};
