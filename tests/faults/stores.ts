import type { Claim } from '../../functions/domain/claim.ts';
import type { AddClaim, ChangeClaim } from '../../functions/domain/claim-change.ts';
import { knownControlNumbers } from '../../functions/domain/ledger/decision.ts';
import type { Payer } from '../../functions/domain/payer.ts';
import type { PaymentRecords } from '../../functions/domain/posting.ts';
import type { Task, TaskOutcome } from '../../functions/domain/task.ts';
import { revised } from '../../functions/domain/tasks/revision.ts';
import { payers } from '../factories/payers.ts';
import { practice } from '../factories/practices.ts';
import type { Invocation } from './boundary.ts';
import type { Records } from './records.ts';

const thePractice = practice();

const changeAttempts = 5;

/** The stores of claims, as an invocation reaches them. */
export const claimStores = ({ claims, events }: Records, { call }: Invocation) => {
  const findClaim = (claimId: string) => call('claims.get', () => claims.get(claimId));
  const getClaim = async (claimId: string): Promise<Claim> => {
    const claim = await findClaim(claimId);
    if (!claim) throw new Error(`There is no claim ${claimId}`);
    return claim;
  };
  const addClaim: AddClaim = (claim, event) =>
    call('claims.add', () => {
      if (claims.has(claim.claimId)) return false;
      claims.set(claim.claimId, claim);
      events.push({ ...event, claimId: claim.claimId });
      return true;
    });
  const changeClaim: ChangeClaim = async (claimId, decide) => {
    for (let attempt = 0; attempt < changeAttempts; attempt++) {
      const before = await getClaim(claimId);
      const change = decide(before);
      if (!change) return before;
      const after = { ...change.claim, version: before.version + 1 };
      const isWritten = await call('claims.replace', () => {
        if (claims.get(claimId)?.version !== before.version) return false;
        claims.set(claimId, after);
        events.push({ ...change.event, claimId });
        return true;
      });
      if (isWritten) return after;
    }
    throw new Error(`Claim ${claimId} kept changing while it was written`);
  };
  const where = (boundary: string, fits: (claim: Claim) => boolean) =>
    call(boundary, () => [...claims.values()].filter(fits));
  return {
    findClaim,
    getClaim,
    addClaim,
    changeClaim,
    claimsByStatus: (_practiceId: string, status: Claim['status']) =>
      where('claims.byStatus', (claim) => claim.status === status),
    claimsByPayerControlNumber: (number: string) =>
      where('claims.byNumber', (claim) => knownControlNumbers(claim).includes(number)),
    claimsByDateOfService: (_practiceId: string, date: string) =>
      where('claims.byDate', ({ dateOfService }) => dateOfService === date),
  };
};

const getPayer = async (_practiceId: string, payerId: string): Promise<Payer> => {
  const payer = payers.find((one) => one.payerId === payerId);
  if (!payer) throw new Error(`There is no payer ${payerId}`);
  return payer;
};

/** What nobody changes in these stories: the practice, its contracts and its tables. */
export const practiceStores = {
  getPractice: async () => thePractice,
  listPractices: async () => [thePractice],
  getPayer,
  findPayer: getPayer,
  listPayers: async () => payers,
  practicesOf: async () => [thePractice.practiceId],
  practicesPaid: async () => [thePractice.practiceId],
  routingInForce: async () => undefined,
  findPatient: async () => undefined,
};

/** The store of tasks, with the conditions that it writes under. */
export const taskStores = ({ tasks }: Records, { call }: Invocation) => {
  const findTask = (taskId: string) => call('tasks.get', () => tasks.get(taskId));
  const getTask = async (taskId: string): Promise<Task> => {
    const task = await findTask(taskId);
    if (!task) throw new Error(`There is no task ${taskId}`);
    return task;
  };
  const replace = (task: Task, standing: Task['status']): Promise<boolean> =>
    call('tasks.replace', () => {
      const now = tasks.get(task.taskId);
      if (now?.status !== standing || (now.revision ?? 0) !== (task.revision ?? 1) - 1) return false;
      tasks.set(task.taskId, task);
      return true;
    });
  const close = (task: Task, outcome: TaskOutcome): Promise<boolean> =>
    replace(revised({ ...task, status: 'done', outcome }), 'open');
  return {
    findTask,
    getTask,
    addTask: (task: Task): Promise<Task> =>
      call('tasks.add', () => {
        const known = tasks.get(task.taskId) ?? task;
        tasks.set(task.taskId, known);
        return known;
      }),
    saveOpenTask: (task: Task) => replace(task, 'open'),
    closeTask: async (task: Task, outcome: TaskOutcome): Promise<boolean> => {
      if (await close(task, outcome)) return true;
      if (outcome.by.kind !== 'step') return false;
      const standing = await getTask(task.taskId);
      return standing.status === 'open' && close(standing, outcome);
    },
    tasksByStatus: (_practiceId: string, status: Task['status']) =>
      call('tasks.byStatus', () => [...tasks.values()].filter((task) => task.status === status)),
    tasksOfClaim: (claimId: string) =>
      call('tasks.ofClaim', () => [...tasks.values()].filter((task) => task.claimId === claimId)),
  };
};

/** The records of payments; each call of them is one write or one read. */
export const paymentStores = (
  { payments: { records } }: Records,
  { call }: Invocation,
  handOn: PaymentRecords['handOn'],
): PaymentRecords => ({
  practicePaid: records.practicePaid,
  addPayment: (payment) => call('payments.add', () => records.addPayment(payment)),
  findPayment: (paymentId) => call('payments.get', () => records.findPayment(paymentId)),
  changePayment: (paymentId, decide) =>
    call('payments.change', () => records.changePayment(paymentId, decide)),
  addPart: (part) => call('parts.add', () => records.addPart(part)),
  partsOf: (paymentId) => call('parts.list', () => records.partsOf(paymentId)),
  handOn,
  paymentsOfDay: (practiceId, day) => call('payments.ofDay', () => records.paymentsOfDay(practiceId, day)),
  findPart: (key) => call('parts.get', () => records.findPart(key)),
  changePart: (key, decide) => call('parts.change', () => records.changePart(key, decide)),
  notePosted: (part) => call('parts.notePosted', () => records.notePosted(part)),
});
