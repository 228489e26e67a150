import type { StandingOutbox } from '../domain/outbox/outbox.ts';
import { BillingError } from '../runtime/errors.ts';
import type { BatchEffects } from './batch-effects.ts';
import { type Begun, beginBatch, type IsDue } from './begin-batch.ts';
import { finishBatch } from './finish-batch.ts';

/** Somebody who is overtaken so often may leave the sending to whoever overtakes. */
const mostOvertaken = 5;

/**
 * Sends what is due of an outbox, as many files as it takes, and first finishes a file that somebody left. Returns how
 * many claims went out. Two at once do no harm: a file is begun by one of them, and either may finish it.
 */
export const sendBatch = async (
  outboxId: string,
  now: Date,
  isDue: IsDue,
  effects: BatchEffects,
): Promise<number> => {
  let sent = 0;
  for (let overtaken = 0; overtaken < mostOvertaken; ) {
    const outbox = await effects.findOutbox(outboxId);
    const begun = outbox ? await openFile(outbox, now, isDue, effects) : 'nothing';
    if (!outbox || begun === 'nothing') break;
    if (begun === 'overtaken') overtaken += 1;
    else sent += await finishBatch(outbox, begun, effects);
  }
  return sent;
};

/** The file that is begun and not finished; where there is none, a new one. */
const openFile = async (
  outbox: StandingOutbox,
  now: Date,
  isDue: IsDue,
  effects: BatchEffects,
): Promise<Begun> => {
  if (!outbox.openFile) return beginBatch(outbox, now, isDue, effects);
  const file = await effects.findFile(outbox.partnerId, outbox.openFile);
  if (file) return file;
  throw new BillingError('RecordNotFound', `There is no record of the file ${outbox.openFile}`);
};
