import type { Outbox } from '../domain/outbox/outbox.ts';
import type { BatchEffects } from './batch-effects.ts';
import { sendBatch } from './send-batch.ts';
import { whenDue } from './when-due.ts';
import { type HeldEffects, workHeldBatch } from './work-held-batch.ts';

export type SendBatchesEffects = BatchEffects &
  HeldEffects & {
    readonly listOutboxes: () => Promise<readonly Outbox[]>;
    readonly sent: (counts: { readonly claims: number; readonly failures: number }) => void;
  };

/**
 * Looks after all outboxes, and after the batches that a biller decided about. One that fails keeps no other; the
 * first failure is thrown once all had their turn.
 */
export const sendBatches = async (
  { now, dueBy }: { readonly now: Date; readonly dueBy: Date },
  effects: SendBatchesEffects,
): Promise<{ readonly claims: number }> => {
  const failures: unknown[] = [];
  let claims = 0;
  const attempt = async (work: () => Promise<number>): Promise<void> => {
    try {
      claims += await work();
    } catch (error) {
      failures.push(error);
    }
  };
  for (const held of await effects.listHeld()) await attempt(() => workHeldBatch(held, effects));
  for (const { outboxId } of await effects.listOutboxes())
    await attempt(() => sendBatch(outboxId, now, whenDue(dueBy), effects));
  effects.sent({ claims, failures: failures.length });
  if (failures.length > 0) throw failures[0];
  return { claims };
};
