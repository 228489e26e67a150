import { bellShardOf } from '../domain/follow-up/bell.ts';
import { Task, type TaskOutcome } from '../domain/task.ts';
import { isToCarryOut } from '../domain/tasks/carried-out.ts';
import { dueNotice } from '../domain/tasks/due-notice.ts';
import { revised } from '../domain/tasks/revision.ts';
import { BillingError } from '../runtime/errors.ts';
import { TaskEntity } from './table.ts';
import { isConditionFailure } from './transaction.ts';

/** Where decided tasks are listed whose decision is still to be carried out, beside those that are done. */
const toCarryOut = 'to-carry-out';

const bellOf = (task: Task) => {
  const next = dueNotice(task);
  return next ? { bell: bellShardOf(task.taskId), bellAt: next.at } : {};
};

/** What a task is found by; the bell that rings for it next is written with it, so that no other fact says when. */
export const taskKeys = (task: Task) => ({
  taskId: task.taskId,
  practiceId: task.practiceId,
  status: isToCarryOut(task) ? toCarryOut : task.status,
  due: task.due,
  ...(task.revision !== undefined && { revision: task.revision }),
  ...(task.claimId && { claimId: task.claimId }),
  ...(task.encounterId && { encounterId: task.encounterId }),
  ...bellOf(task),
});

export const findTask = async (taskId: string): Promise<Task | undefined> => {
  const { data } = await TaskEntity.get({ taskId }).go({ consistent: true });
  return data ? Task.parse(data.record) : undefined;
};

/** Throws RecordNotFound: links, bells and workflows name only tasks that were raised. */
export const getTask = async (taskId: string): Promise<Task> => {
  const task = await findTask(taskId);
  if (!task) throw new BillingError('RecordNotFound', `There is no task ${taskId}`);
  return task;
};

/** Writes a new task; one of the same id that exists already stays as it is and is returned. */
export const addTask = async (task: Task): Promise<Task> => {
  try {
    await TaskEntity.create({ ...taskKeys(task), record: task }).go();
    return task;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return getTask(task.taskId);
  }
};

/**
 * Closes an open task with its outcome; false when somebody closed it or wrote it since it was read. What a step of ours
 * finds over is over whatever was written: the task is then closed as it stands.
 */
export const closeTask = async (task: Task, outcome: TaskOutcome): Promise<boolean> => {
  const close = (read: Task): Promise<boolean> =>
    replaceTask(revised({ ...read, status: 'done', outcome }), 'open');
  if (await close(task)) return true;
  if (outcome.by.kind !== 'step') return false;
  const standing = await getTask(task.taskId);
  return standing.status === 'open' && close(standing);
};

/** Writes an open task, revised; false when somebody closed it or wrote it since it was read. */
export const saveOpenTask = (task: Task): Promise<boolean> => replaceTask(task, 'open');

/** Opens a task that is closed, revised; false when somebody wrote it since it was read. */
export const reopenTask = (task: Task): Promise<boolean> => replaceTask(task, 'done');

const replaceTask = async (task: Task, standing: string): Promise<boolean> => {
  const before = (task.revision ?? 1) - 1;
  try {
    await TaskEntity.put({ ...taskKeys(task), record: task })
      .where(
        ({ status, revision }, { eq, notExists }) =>
          `${eq(status, standing)} AND ${before === 0 ? notExists(revision) : eq(revision, before)}`,
      )
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

/** Decided tasks of a practice whose decision was not carried out, or is being so just now. */
export const tasksToCarryOut = async (practiceId: string): Promise<Task[]> => {
  const { data } = await TaskEntity.query.byStatus({ practiceId, status: toCarryOut }).go({ pages: 'all' });
  return data.map(({ record }) => Task.parse(record));
};

/** Notes that what was decided on a task is done. */
export const noteCarriedOut = async (taskId: string, now: Date): Promise<void> => {
  const task = await getTask(taskId);
  if (!isToCarryOut(task)) return;
  const done: Task = { ...task, carriedOutAt: now.toISOString() };
  try {
    await TaskEntity.put({ ...taskKeys(done), record: done })
      .where(({ status }, { eq }) => eq(status, toCarryOut))
      .go();
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
  }
};

/** A practice's worklist: tasks of a status, the most pressing first. */
export const tasksByStatus = async (practiceId: string, status: Task['status']): Promise<Task[]> => {
  const { data } = await TaskEntity.query.byStatus({ practiceId, status }).go({ pages: 'all' });
  return data.map(({ record }) => Task.parse(record));
};

/** The open tasks of a practice, and the ids of those whose bell is to ring. */
export const openTasksWithBells = async (
  practiceId: string,
): Promise<{ readonly tasks: Task[]; readonly tasksWithBell: ReadonlySet<string> }> => {
  const { data } = await TaskEntity.query.byStatus({ practiceId, status: 'open' }).go({ pages: 'all' });
  return {
    tasks: data.map(({ record }) => Task.parse(record)),
    tasksWithBell: new Set(data.filter(({ bell }) => bell).map(({ taskId }) => taskId)),
  };
};

export const tasksOfClaim = async (claimId: string): Promise<Task[]> => {
  const { data } = await TaskEntity.query.byClaim({ claimId }).go({ pages: 'all' });
  return data.map(({ record }) => Task.parse(record));
};

export const tasksOfEncounter = async (practiceId: string, encounterId: string): Promise<Task[]> => {
  const { data } = await TaskEntity.query.byEncounter({ practiceId, encounterId }).go({ pages: 'all' });
  return data.map(({ record }) => Task.parse(record));
};
