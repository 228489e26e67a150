import { type Claim, ClaimStatus } from '../../domain/claim.ts';
import { EncounterStatus } from '../../domain/encounter.ts';
import { type OpenRecords, type Running, waitsOf } from '../../domain/follow-up/open-records.ts';
import { type Held, type Payment, progressOf } from '../../domain/ledger/payment.ts';
import { taskOfHeld } from '../../domain/outbox/held-batch.ts';
import { revised } from '../../domain/tasks/revision.ts';
import type { Wait } from '../../domain/wait.ts';
import { claimsByStatus } from '../claim-store.ts';
import { encountersByStatus } from '../encounter-store.ts';
import { listHeld } from '../outbox/held-batch-store.ts';
import { listOutboxes, waitingIn } from '../outbox/outbox-store.ts';
import { partsOf, paymentsOfPractice } from '../payments/payment-store.ts';
import { findTask, getTask, openTasksWithBells, saveOpenTask } from '../task-store.ts';
import { findWait } from '../wait-store.ts';
import { runningExecutions } from '../workflows.ts';

const ended: readonly string[] = ['closed', 'claimed', 'self-pay', 'not-billable'];

const isOpen = (status: string): boolean => !ended.includes(status);

export const openClaims = async (practiceId: string): Promise<Claim[]> => {
  const lists = ClaimStatus.options.filter(isOpen).map((status) => claimsByStatus(practiceId, status));
  return (await Promise.all(lists)).flat();
};

const openEncounters = async (practiceId: string) => {
  const lists = EncounterStatus.options
    .filter(isOpen)
    .map((status) => encountersByStatus(practiceId, status));
  return (await Promise.all(lists)).flat();
};

const readRunning = async (): Promise<Running> => {
  const [lifecycles, codings] = await Promise.all([
    runningExecutions('claim-lifecycle'),
    runningExecutions('coding'),
  ]);
  return { lifecycles, codings };
};

const readWaits = async (claims: readonly Claim[]): Promise<Map<string, Wait>> => {
  const found = new Map<string, Wait>();
  for (const claim of claims) {
    const ids = waitsOf(claim);
    const read = await Promise.all(ids.map(findWait));
    ids.forEach((id, index) => {
      const wait = read[index];
      if (wait?.token) found.set(id, wait);
    });
  }
  return found;
};

const readOutboxes = async (practiceId: string) => {
  const outboxes = (await listOutboxes()).filter((one) => one.practiceId === practiceId);
  const queued = await Promise.all(outboxes.map(({ outboxId }) => waitingIn(outboxId, mostQueued)));
  return { outboxes, queued: queued.flat() };
};

/** The oldest of an outbox: where these are late, that is known, and the others go with them. */
const mostQueued = 1000;

const readHeld = async (practiceId: string): Promise<OpenRecords['held']> => {
  const batches = (await listHeld()).filter((batch) => batch.practiceId === practiceId);
  return Promise.all(batches.map(async (batch) => ({ batch, task: await findTask(taskOfHeld(batch)) })));
};

/** Payments of which something is not posted that somebody has to see to; `isQuiet` says what needs nobody. */
const readPayments = async (
  practiceId: string,
  isQuiet: (held: Held) => boolean,
): Promise<OpenRecords['payments']> => {
  const payments = await paymentsOfPractice(practiceId, { from: '', to: '9999-12-31' });
  const open: { payment: Payment; held: Held[] }[] = [];
  for (const payment of payments) {
    const held = progressOf(payment, await partsOf(payment.paymentId)).held.filter((one) => !isQuiet(one));
    if (payment.status !== 'posted' || held.length > 0) open.push({ payment, held });
  }
  return open;
};

/** All that is open of a practice; what is running is read last, so that what began meanwhile is among it. */
export const openRecordsOf =
  (isQuiet: (held: Held) => boolean) =>
  async (practiceId: string): Promise<OpenRecords> => {
    const [claims, encounters, owned, outgoing, held, payments] = await Promise.all([
      openClaims(practiceId),
      openEncounters(practiceId),
      openTasksWithBells(practiceId),
      readOutboxes(practiceId),
      readHeld(practiceId),
      readPayments(practiceId, isQuiet),
    ]);
    const waits = await readWaits(claims);
    return { claims, encounters, ...owned, waits, ...outgoing, held, payments, running: await readRunning() };
  };

/** Sets the bell of an open task again: it is written with the task as it stands. */
export const setTaskBell = async (taskId: string): Promise<void> => {
  await saveOpenTask(revised(await getTask(taskId)));
};
