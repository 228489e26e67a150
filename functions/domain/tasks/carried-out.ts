import type { Task } from '../task.ts';

/** Kinds of task whose decision no workflow waits for, with the action that has something to be done. */
const besideActions: Readonly<Partial<Record<Task['kind'], Task['actions'][number]>>> = {
  'record-mending': 'mend-record',
  'known-coverage': 'bill-other-payer',
  'work-stopped': 'start-again',
};

/** Whether no workflow waits for what is decided on a task of the kind. */
export const isDecidedBeside = (kind: Task['kind']): boolean => besideActions[kind] !== undefined;

/** Whether whoever decides a task carries the decision out as well: nobody else waits for it. */
export const isCarriedOutBeside = ({ kind, outcome }: Pick<Task, 'kind' | 'outcome'>): boolean =>
  outcome !== undefined && besideActions[kind] === outcome.action;

/** Whether a decision is still to be carried out: a crash may have come between. */
export const isToCarryOut = (task: Pick<Task, 'kind' | 'status' | 'outcome' | 'carriedOutAt'>): boolean =>
  task.status === 'done' && isCarriedOutBeside(task) && task.carriedOutAt === undefined;
