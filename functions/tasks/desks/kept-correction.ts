import { isDeepStrictEqual } from 'node:util';
import type { Finding } from '../../domain/finding.ts';
import type { Task, TaskOutcome } from '../../domain/task.ts';
import type { Correction } from '../../domain/tasks/correction.ts';
import { revised } from '../../domain/tasks/revision.ts';
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

/**
 * Sends out what the open tasks of a claim have kept, once and together, by the decision of the desk that corrected
 * last; the others' tasks end with it. False where somebody wrote one of them meanwhile: whoever did looks again.
 */
export const releaseKept = async (
  open: readonly Task[],
  now: Date,
  effects: ReleaseEffects,
): Promise<Task | undefined> => {
  const kept = open.flatMap((task) => (task.kept ? [{ task, outcome: task.kept }] : []));
  const [last, ...before] = kept.toSorted((one, other) => (one.outcome.at < other.outcome.at ? 1 : -1));
  if (last === undefined) return undefined;
  const outcome = together(last.outcome, before.toReversed());
  const carrier = before.length > 0 ? revised({ ...last.task, kept: outcome }) : last.task;
  // Kept with one task before the others end: a crash between them loses no correction.
  if (carrier !== last.task && !(await effects.saveOpenTask(carrier))) return undefined;
  const note = `${deskNames[last.task.owner]} has sent a corrected claim${before.length > 0 ? ', with all that was corrected' : ''}. What the payer decides on it comes as a task.`;
  const others = open.filter(({ taskId }) => taskId !== carrier.taskId);
  const { closed, decided } = await closeOthers(others, { note, now }, effects);
  if (decided) {
    await afterClosing(closed, effects);
    return undefined;
  }
  const { task } = await decideTask(carrier, outcome, effects);
  await afterClosing(closed, effects);
  return task;
};

type Kept = { readonly task: Task; readonly outcome: TaskOutcome };

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
