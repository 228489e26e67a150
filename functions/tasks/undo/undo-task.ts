import { type Actor, isSameActor } from '../../domain/actor.ts';
import { instantAfter } from '../../domain/calendar.ts';
import type { Checked } from '../../domain/finding.ts';
import type { Practice } from '../../domain/practice.ts';
import { batchActions, recordActions, type Task } from '../../domain/task.ts';
import { revised } from '../../domain/tasks/revision.ts';
import { visitKindOf } from '../../domain/tasks/visit-task.ts';
import { type Left, type UndoneTask, type UndoState, undoDays } from '../../domain/undo/undo-state.ts';
import { undoHandling } from '../handling/undo-handling.ts';
import { sendDueEmail } from '../send-task-email.ts';
import { type Reopening, reopened } from './reopened.ts';
import { readDecided, type UndoEffects, undoDecision } from './undo-decision.ts';
import { readDecidedVisit, type UndoVisitEffects, undoVisit, type VisitReader } from './undo-visit.ts';
import { refusalInWords } from './undo-words.ts';

export type UndoTaskEffects = Omit<UndoEffects, 'getPractice'> &
  UndoVisitEffects & {
    /** Opens a task that is closed, revised; false when somebody wrote it since it was read. */
    readonly reopenTask: (task: Task) => Promise<boolean>;
  };

/** Whether the decision on a task can be taken back, and until when; undefined where there is none. */
export const undoStateOfTask = async (
  task: Task,
  practice: Pick<Practice, 'timeZone'>,
  now: Date,
  reader: VisitReader,
): Promise<UndoState | undefined> => {
  if (isDismissed(task)) return ofDismissal(task, now);
  if (task.status !== 'done') return undefined;
  const never = whyNever(task);
  if (never) return { kind: 'left', why: never };
  if (visitKindOf(task)) return (await readDecidedVisit(task, { now, practice }, reader))?.state;
  if (task.claimId === undefined) return undefined;
  return (await readDecided(task, { now, timeZone: practice.timeZone }, reader))?.state;
};

const isDismissed = ({ outcome }: Task): boolean =>
  outcome?.action === 'dismiss' && outcome.by.kind !== 'step';

/** Why what was decided has no way back from its task, whenever it was. */
const whyNever = ({ outcome }: Task): Left | undefined => {
  if (batchActions.some((action) => action === outcome?.action)) return 'each-by-itself';
  return recordActions.some((action) => action === outcome?.action) ? 'record' : undefined;
};

/** A task that somebody closed without doing anything else opens again as it was. */
const ofDismissal = ({ outcome }: Task, now: Date): UndoState => {
  const until = instantAfter(new Date(outcome?.at ?? now), undoDays);
  return until > now.toISOString() ? { kind: 'open', until } : { kind: 'left', why: 'time' };
};

/**
 * Takes the decision on a task back, whatever it was about, as long as nothing of it has left; undefined where there is
 * nothing to take back.
 */
export const undoTask = async (
  task: Task,
  by: Actor,
  now: Date,
  effects: UndoTaskEffects,
): Promise<UndoneTask | undefined> => {
  const practice = await effects.getPractice(task.practiceId);
  if (isDismissed(task)) return reopen(task, { by, now, practice }, effects);
  const never = whyNever(task);
  if (never) {
    const state = { kind: 'left', why: never } as const;
    return { outcome: 'refused', state, detail: refusalInWords(state) };
  }
  const answer = visitKindOf(task)
    ? await undoVisit(task, by, { now, practice }, effects)
    : await undoDecision(task, by, { now, timeZone: practice.timeZone }, effects);
  if (answer.outcome === 'nothing') return undefined;
  return answer.outcome === 'undone'
    ? { outcome: 'undone', task: 'task' in answer ? answer.task : task }
    : { ...answer, detail: refusalInWords(answer.state) };
};

const reopen = async (task: Task, undoing: Reopening, effects: UndoTaskEffects): Promise<UndoneTask> => {
  const { now, practice } = undoing;
  const state = ofDismissal(task, now);
  if (state.kind === 'left') return { outcome: 'refused', state, detail: refusalInWords(state) };
  const open = reopened(task, undoing);
  // Somebody else was faster with the same.
  if (!(await effects.reopenTask(open)))
    return { outcome: 'undone', task: await effects.getTask(task.taskId) };
  const letter = { notice: 'assignment', to: open.email, now, timeZone: practice.timeZone } as const;
  return { outcome: 'undone', task: (await sendDueEmail(open, letter, effects)) ?? open };
};

/**
 * Takes a write-off back that waits for a second person, or a correction that waits for other desks: only who proposed it
 * may, and nothing was booked or sent.
 */
export const proposeNoMore = async (
  task: Task,
  by: Actor,
  now: Date,
  { saveOpenTask }: Pick<UndoTaskEffects, 'saveOpenTask'>,
): Promise<Checked<Task>> => {
  const { proposal = task.kept, secondAskedAt: _asked, kept: _kept, ...rest } = task;
  const refused = (code: string, detail: string): Checked<never> => ({
    success: false,
    findings: [{ code, path: 'proposal', detail }],
  });
  if (!proposal) return { success: true, data: task };
  if (!isSameActor(proposal.by, by)) return refused('not-proposer', 'Only who proposed it takes it back');
  const entry = { handling: 'propose-no-more', by, at: now.toISOString(), note: '' } as const;
  const open = revised({ ...rest, history: [...task.history, entry] });
  return (await saveOpenTask(open))
    ? { success: true, data: open }
    : refused('task-newer', 'Somebody did something with the task meanwhile. Look again');
};

/** Takes back what a person did with an open task: the proposal or the correction that waits, else what was done last. */
export const takeBackOpen = (
  task: Task,
  by: Actor,
  now: Date,
  effects: UndoTaskEffects,
): Promise<Checked<Task>> =>
  task.proposal || task.kept
    ? proposeNoMore(task, by, now, effects)
    : undoHandling(task, { by }, now, effects);
