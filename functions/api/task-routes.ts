import { z } from 'zod';
import { type Need, needToDecide, writesOff } from '../domain/access/permissions.ts';
import { checkInput, checkJson } from '../domain/check-input.ts';
import type { Finding } from '../domain/finding.ts';
import { Task, TaskOutcome } from '../domain/task.ts';
import { recordNewer } from '../domain/tasks/basis.ts';
import { badRequest, type HttpResponse, json } from '../runtime/http-handler.ts';
import type { PracticeRecords } from './practice-records.ts';
import {
  notFound,
  notPermitted,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
} from './practice-request.ts';

/** A task for API callers: the nonce belongs into signed links alone. */
export const withoutNonce = ({
  linkNonce: _secret,
  links: _secrets,
  ...task
}: Task): Omit<Task, 'linkNonce' | 'links'> => task;

export const ShownTask = Task.omit({ linkNonce: true, links: true });

const TaskQuery = z.object({ status: Task.shape.status.default('open') });

/** The worklist: tasks of a status, the most pressing first. */
const listTasks: Respond = async ({ practiceId, query }, records) => {
  const checked = checkInput(TaskQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  const tasks = await records.tasksByStatus(practiceId, checked.data.status);
  return json(200, { tasks: tasks.map(withoutNonce) });
};

const ownTask = async (
  { practiceId, path }: PracticeRequest,
  records: PracticeRecords,
): Promise<Task | undefined> => {
  const task = await records.findTask(path.taskId ?? '');
  return task?.practiceId === practiceId ? task : undefined;
};

const getTask: Respond = async (request, records) => {
  const task = await ownTask(request, records);
  return task ? json(200, { task: withoutNonce(task) }) : notFound();
};

/** Strict: who decides and when is not the caller's word, and a body that states it shall not seem to count. */
const TaskDecision = TaskOutcome.omit({ by: true, at: true, formDigest: true, proposedBy: true }).strict();

/** What the claim has become since makes a conflict; everything else is the caller's to mend. */
const refused = (findings: readonly Finding[]): HttpResponse =>
  findings.some(({ code }) => code === recordNewer)
    ? json(409, { error: 'ConcurrentChange', message: 'The claim has changed since', findings })
    : badRequest(findings);

/**
 * Decides a task in the name of the member who does. The same decision again is answered
 * alike; another one after it is a conflict.
 */
const decideTask: Respond = async (request, records) => {
  const task = await ownTask(request, records);
  if (!task) return notFound();
  const decision = checkJson(TaskDecision, request.body);
  if (!decision.success) return badRequest(decision.findings);
  if (task.proposal && writesOff(decision.data) && !request.may('approve')) return notPermitted(['approve']);
  const at = records.now().toISOString();
  const completed = await records.completeTask(task, { ...decision.data, by: request.by, at });
  if (!completed.success) return refused(completed.findings);
  const { taken, isProposed, task: decided } = completed.data;
  if (isProposed) return json(202, { task: withoutNonce(decided) });
  if (taken) return json(200, { task: withoutNonce(decided) });
  return json(409, {
    error: 'ConcurrentChange',
    message: 'The task was decided otherwise before',
    task: withoutNonce(decided),
  });
};

/** What a decision needs is what it does; of a body that is none, its findings are told to whoever may read. */
const needOfDecision = ({ body }: { readonly body: string }): Need => {
  const decision = checkJson(TaskDecision, body);
  return decision.success ? needToDecide(decision.data) : ['read'];
};

/** The worklist, and what is decided about it. */
export const taskRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/tasks',
    summary: 'Tasks of a status, the most pressing first',
    permission: 'read',
    query: TaskQuery,
    answer: { status: 200, body: z.object({ tasks: z.array(ShownTask) }) },
    handler: listTasks,
  },
  {
    method: 'GET',
    path: '/tasks/{taskId}',
    summary: 'A task',
    permission: 'read',
    answer: { status: 200, body: z.object({ task: ShownTask }) },
    handler: getTask,
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/actions',
    summary: 'Decides a task',
    permission: needOfDecision,
    body: TaskDecision,
    answer: { status: 200, body: z.object({ task: ShownTask }) },
    handler: decideTask,
  },
];
