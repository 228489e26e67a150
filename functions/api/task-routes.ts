import { z } from 'zod';
import {
  type Need,
  needToDecide,
  needToHandle,
  type Permission,
  writesOff,
} from '../domain/access/permissions.ts';
import { Sent } from '../domain/appeals/packet.ts';
import { checkInput, checkJson } from '../domain/check-input.ts';
import type { Finding } from '../domain/finding.ts';
import { shownAs } from '../domain/paging/page.ts';
import { objectionTo } from '../domain/practice/seen-versions.ts';
import { Task, TaskOutcome } from '../domain/task.ts';
import { recordNewer } from '../domain/tasks/basis.ts';
import { Handling } from '../domain/tasks/handling.ts';
import { taskNewer } from '../domain/tasks/revision.ts';
import { badRequest, type HttpResponse, problem } from '../runtime/http-handler.ts';
import { pageOf } from './mechanics/list-page.ts';
import { jsonAt, refusedVersion } from './mechanics/versions.ts';
import type { PracticeRecords } from './practice-records.ts';
import {
  notFound,
  notPermitted,
  type PracticeRequest,
  type PracticeRoute,
  type Respond,
  type RespondWithPage,
} from './practice-request.ts';

/** A task for API callers: the nonce belongs into signed links alone. */
export const withoutNonce = ({
  linkNonce: _secret,
  links: _secrets,
  handBack: _link,
  ...task
}: Task): Omit<Task, 'linkNonce' | 'links' | 'handBack'> => task;

export const ShownTask = Task.omit({ linkNonce: true, links: true, handBack: true });

const TaskQuery = z.object({ status: Task.shape.status.default('open') });

/** The worklist: tasks of a status, the most pressing first. */
const listTasks: RespondWithPage = async ({ practiceId, query, page }, { lists }) => {
  const checked = checkInput(TaskQuery, query);
  if (!checked.success) return badRequest(checked.findings);
  return page.answer(shownAs(await lists.tasks(practiceId, checked.data, page.asked), withoutNonce));
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
  if (!task) return notFound();
  const undo = await records.undoStateOf(task);
  return taskAnswer(task, undo && { undo });
};

/** A task with the version in which it stands: how often it was written since it was raised. */
const taskAnswer = (task: Task, beside: object = {}, status = 200): HttpResponse =>
  jsonAt(task.revision ?? 0, { task: withoutNonce(task), ...beside }, status);

/** What is against deciding a task that was read before somebody wrote it; of one that is closed, its decision answers. */
const staleTask = ({ seen }: PracticeRequest, { revision = 0, status }: Task): HttpResponse | undefined => {
  const stale = objectionTo(seen, { standing: revision, changes: status === 'open' });
  return stale && refusedVersion([stale]);
};

/** Strict: who decides and when is not the caller's word, and a body that states it shall not seem to count. */
const TaskDecision = TaskOutcome.omit({
  ...({ by: true, at: true, formDigest: true, proposedBy: true } as const),
  ...({ endedBy: true, sentNow: true } as const),
})
  // A packet is what was made here: nobody names another object of the bucket.
  .extend({ sent: Sent.omit({ packet: true }).strict().optional() })
  .strict();

/** What the claim has become since makes a conflict; everything else is the caller's to mend. */
const refused = (findings: readonly Finding[]): HttpResponse =>
  findings.some(({ code }) => newer.includes(code))
    ? problem('ConcurrentChange', { detail: 'The claim or the task has changed since', findings })
    : badRequest(findings);

const newer: readonly string[] = [recordNewer, taskNewer, 'task-decided'];

/**
 * Decides a task in the name of the member who does; 202 where the decision waits for a second person or for other desks.
 * The same decision again is answered alike; another one after it is a conflict.
 */
const decideTask: Respond = async (request, records) => {
  const task = await ownTask(request, records);
  if (!task) return notFound();
  const decision = checkJson(TaskDecision, request.body);
  if (!decision.success) return badRequest(decision.findings);
  const stale = staleTask(request, task);
  if (stale) return stale;
  if (task.proposal && writesOff(decision.data) && !request.may('approve')) return notPermitted(['approve']);
  const at = records.now().toISOString();
  const completed = await records.completeTask(task, { ...decision.data, by: request.by, at });
  if (!completed.success) return refused(completed.findings);
  const { taken, isProposed, isKept, task: decided } = completed.data;
  if (isProposed || isKept) return taskAnswer(decided, {}, 202);
  if (taken) return taskAnswer(decided);
  return problem('ConcurrentChange', {
    detail: 'The task was decided otherwise before',
    beside: { task: withoutNonce(decided) },
  });
};

const HandlingBody = z.strictObject({
  handling: Handling,
  to: z.string().max(40).default('').describe('the desk or the clinic; of hold, the day'),
  note: z.string().max(2000).default(''),
});

/** Hands a task over, holds it, notes something or mails it again, as the page of its link does. */
const handleTask: Respond = async (request, records) => {
  const task = await ownTask(request, records);
  if (!task) return notFound();
  const asked = checkJson(HandlingBody, request.body);
  if (!asked.success) return badRequest(asked.findings);
  if (task.status === 'done') return decidedBefore(task);
  const stale = staleTask(request, task);
  if (stale) return stale;
  const handled = await records.handleTask(task, { ...asked.data, by: request.by });
  return handled.success ? taskAnswer(handled.data) : refused(handled.findings);
};

const SendingBody = z.strictObject({
  of: z.string().optional().describe('the instant of the correction that is meant, where another one is not'),
});

/** Sends a correction that waits for other desks without them; twice is once. */
const sendNow: Respond = async (request, records) => {
  const task = await ownTask(request, records);
  if (!task) return notFound();
  const asked = checkJson(SendingBody, request.body || '{}');
  if (!asked.success) return badRequest(asked.findings);
  const sent = await records.sendNow(task, { ...asked.data, by: request.by });
  return sent.success ? taskAnswer(sent.data) : refused(sent.findings);
};

const decidedBefore = (task: Task): HttpResponse =>
  problem('ConcurrentChange', {
    detail: 'The task was decided before',
    beside: { task: withoutNonce(task) },
  });

/**
 * Takes the decision on a task back, for whoever may take it; of an open task, the proposal of the caller that waits for a
 * second person, or what was done last without deciding. Twice is once; a decision that has left is a conflict, and says why.
 */
const undoTask: Respond = async (request, records) => {
  const task = await ownTask(request, records);
  if (!task) return notFound();
  const { by } = request;
  if (task.status === 'open') {
    const taken = await records.takeBackOpen(task, by);
    return taken.success ? taskAnswer(taken.data) : refused(taken.findings);
  }
  const need = task.outcome ? needToDecide(task.outcome) : needToHandle;
  if (!need.some((permission) => request.may(permission))) return notPermitted(need);
  const answer = await records.undoTask(task, by);
  if (answer?.outcome === 'undone') return taskAnswer(answer.task, { undone: true });
  const detail = answer?.detail ?? 'There is nothing to take back';
  return problem('ConcurrentChange', { detail, ...(answer && { beside: { undo: answer.state } }) });
};

/** What a decision needs is what it does; of a body that is none, its findings are told to whoever may read. */
const needOfDecision = ({ body }: { readonly body: string }): Need => {
  const decision = checkJson(TaskDecision, body);
  return decision.success ? needToDecide(decision.data) : ['read'];
};

const toDecide: readonly Permission[] = ['code', 'bill', 'register', 'appeal', 'write-off'];

/** The worklist, and what is decided about it. */
export const taskRoutes: readonly PracticeRoute[] = [
  {
    method: 'GET',
    path: '/tasks',
    summary: 'Tasks of a status',
    list: 'the most pressing first',
    permission: 'read',
    audit: { of: ['task', 'claim', 'encounter', 'payment', 'patient'], why: 'payment' },
    query: TaskQuery,
    answer: { status: 200, body: pageOf(ShownTask) },
    handler: listTasks,
  },
  {
    method: 'GET',
    path: '/tasks/{taskId}',
    summary: 'A task, and whether its decision can be undone',
    version: 'shown',
    permission: 'read',
    audit: { of: ['task', 'claim', 'encounter', 'payment', 'patient'], why: 'payment' },
    answer: { status: 200, body: z.object({ task: ShownTask, undo: z.looseObject({}).optional() }) },
    handler: getTask,
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/actions',
    summary: 'Decides a task',
    version: 'asked',
    repeat: 'the same decision is answered alike',
    permission: { among: toDecide, told: 'by what is decided', of: needOfDecision },
    audit: { of: ['task', 'claim', 'encounter', 'payment', 'patient'], why: 'payment' },
    body: TaskDecision,
    answer: {
      status: 200,
      orStatus: 202,
      orTold: 'Kept with the task: a write-off waits for a second person, a correction for other desks',
      body: z.object({ task: ShownTask }),
    },
    handler: decideTask,
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/handling',
    summary: 'Hands a task over, holds it, notes something or mails it again',
    version: 'asked',
    permission: { among: needToHandle, told: 'any of them', of: () => needToHandle },
    audit: { of: ['task', 'claim', 'encounter', 'payment', 'patient'], why: 'payment' },
    body: HandlingBody,
    answer: { status: 200, body: z.object({ task: ShownTask }) },
    handler: handleTask,
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/send-now',
    summary: 'Sends a correction that waits for other desks without them',
    version: 'shown',
    repeat: 'what was sent now is not sent again',
    permission: 'bill',
    audit: { of: ['task', 'claim', 'encounter', 'payment', 'patient'], why: 'payment' },
    body: SendingBody,
    answer: { status: 200, body: z.object({ task: ShownTask }) },
    handler: sendNow,
  },
  {
    method: 'POST',
    path: '/tasks/{taskId}/undo',
    summary: 'Takes the decision on a task back',
    version: 'shown',
    repeat: 'what is taken back stays so',
    permission: { among: needToHandle, told: 'any of them', of: () => needToHandle },
    audit: { of: ['task', 'claim', 'encounter', 'payment', 'patient'], why: 'payment' },
    answer: { status: 200, body: z.object({ task: ShownTask, undone: z.boolean().optional() }) },
    handler: undoTask,
  },
];
