import { setTimeout as pause } from 'node:timers/promises';
import { BillingError } from '../runtime/errors.ts';

/** What ElectroDB tells of a transaction: cancelled or not, and for each item why. */
export type TransactionResult = {
  readonly canceled: boolean;
  readonly data: readonly { readonly code?: string | undefined }[];
};

/** Whoever else writes the same items needs milliseconds; a table that throttles, some seconds. */
const pausesMs = [50, 100, 200, 400, 800, 1600];

/**
 * Writes a transaction: true when it is written, false when one of its own conditions does not hold. Only that means
 * that something is there already: a transaction that was throttled, or met another one, is tried again after a
 * pause, and fails as ConcurrentChange when it never goes through.
 */
export const writeTransaction = async (
  write: () => Promise<TransactionResult>,
  pauses: readonly number[] = pausesMs,
): Promise<boolean> => {
  const { canceled, data } = await write();
  if (!canceled) return true;
  if (data.some(({ code }) => code === 'ConditionalCheckFailed')) return false;
  const [next, ...later] = pauses;
  if (next === undefined)
    throw new BillingError('ConcurrentChange', `A transaction was cancelled: ${reasonsOf(data)}`);
  await pause(next * (0.5 + Math.random()));
  return writeTransaction(write, later);
};

const reasonsOf = (data: TransactionResult['data']): string =>
  [...new Set(data.map(({ code }) => code ?? 'None'))].filter((code) => code !== 'None').join(', ') ||
  'no reason was given';

/** ElectroDB wraps the SDK's error; the condition's failure is its cause. */
export const isConditionFailure = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'ConditionalCheckFailedException' || isConditionFailure(error.cause));
