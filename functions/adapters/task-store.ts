import { Task, type TaskOutcome } from '../domain/task.ts';
import { BillingError } from '../runtime/errors.ts';
import { isConditionFailure } from './encounter-store.ts';
import { TaskEntity } from './table.ts';

const keysOf = (task: Task) => ({
  taskId: task.taskId,
  practiceId: task.practiceId,
  status: task.status,
  due: task.due,
  ...(task.claimId && { claimId: task.claimId }),
  ...(task.encounterId && { encounterId: task.encounterId }),
});

export const findTask = async (taskId: string): Promise<Task | undefined> => {
  const { data } = await TaskEntity.get({ taskId }).go({ consistent: true });
  return data ? Task.parse(data.record) : undefined;
};

/** Throws RecordNotFound: links, clocks and workflows name only tasks that were raised. */
export const getTask = async (taskId: string): Promise<Task> => {
  const task = await findTask(taskId);
  if (!task) throw new BillingError('RecordNotFound', `There is no task ${taskId}`);
  return task;
};

/** Writes a new task; one of the same id that exists already stays as it is and is returned. */
export const addTask = async (task: Task): Promise<Task> => {
  try {
    await TaskEntity.create({ ...keysOf(task), record: task }).go();
    return task;
  } catch (error) {
    if (!isConditionFailure(error)) throw error;
    return getTask(task.taskId);
  }
};

/** Closes an open task with its outcome; false when somebody closed it before, whose outcome then stands. */
export const closeTask = (task: Task, outcome: TaskOutcome): Promise<boolean> =>
  replaceOpenTask({ ...task, status: 'done', outcome });

export const saveOpenTask = (task: Task): Promise<boolean> => replaceOpenTask(task);

const replaceOpenTask = async (task: Task): Promise<boolean> => {
  try {
    await TaskEntity.put({ ...keysOf(task), record: task })
      .where(({ status }, { eq }) => eq(status, 'open'))
      .go();
    return true;
  } catch (error) {
    if (isConditionFailure(error)) return false;
    throw error;
  }
};

/** A practice's worklist: tasks of a status, the most pressing first. */
export const tasksByStatus = async (practiceId: string, status: Task['status']): Promise<Task[]> => {
  const { data } = await TaskEntity.query.byStatus({ practiceId, status }).go({ pages: 'all' });
  return data.map(({ record }) => Task.parse(record));
};

export const tasksOfClaim = async (claimId: string): Promise<Task[]> => {
  const { data } = await TaskEntity.query.byClaim({ claimId }).go({ pages: 'all' });
  return data.map(({ record }) => Task.parse(record));
};

export const tasksOfEncounter = async (practiceId: string, encounterId: string): Promise<Task[]> => {
  const { data } = await TaskEntity.query.byEncounter({ practiceId, encounterId }).go({ pages: 'all' });
  return data.map(({ record }) => Task.parse(record));
};
