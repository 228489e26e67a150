import { invokeFunction } from './aws-clients.ts';
import type { LocalApp } from './local-app.ts';

/** The stores read their configuration when they are loaded: once the environment tells it. */
const outboxStore = () => import('../functions/adapters/outbox/outbox-store.ts');
const heldBatchStore = () => import('../functions/adapters/outbox/held-batch-store.ts');
const taskStore = () => import('../functions/adapters/task-store.ts');

const waitsAnywhere = async (): Promise<boolean> => {
  const { listOutboxes, waitingIn } = await outboxStore();
  for (const { outboxId } of await listOutboxes()) if ((await waitingIn(outboxId, 1)).length > 0) return true;
  return false;
};

const isDecidedAnywhere = async (): Promise<boolean> => {
  const { listHeld } = await heldBatchStore();
  const { findTask } = await taskStore();
  const tasks = await Promise.all(
    (await listHeld()).map(({ heldId, practiceId }) => findTask(`${heldId}-${practiceId}`)),
  );
  return tasks.some((task) => task?.status === 'done');
};

/** What never works is a fault, and no reason to try for ever. */
const failuresInARow = 5;

const dayMs = 86_400_000;

/**
 * Sends what waits in the outboxes, as if its half hour were over, and says whether there was anything. The deployed app
 * looks every five minutes, which are nothing in simulated time; the function that sends may be killed as any other.
 */
export const outboxClock = ({ clients, billing }: LocalApp): (() => Promise<boolean>) => {
  let failures = 0;
  return async () => {
    if (!(await waitsAnywhere()) && !(await isDecidedAnywhere())) return false;
    const dueBy = new Date(Date.now() + dayMs).toISOString();
    try {
      await invokeFunction(clients.endpoint, billing.BatchesFunction, { dueBy });
      failures = 0;
    } catch (error) {
      failures += 1;
      if (failures === failuresInARow) throw error;
    }
    return true;
  };
};
