import { nowhere } from '../domain/audit/audit-entry.ts';
import type { ChainState } from '../domain/audit/checkpoint.ts';
import { type ChainEffects, chainEntries } from './chain-entries.ts';

export type CheckpointEffects = ChainEffects & {
  readonly practiceIds: () => Promise<readonly string[]>;
  /** The ids of entries without a link. */
  readonly unchainedSince: (practiceId: string, instant: string) => Promise<readonly string[]>;
  /** Signs the state and keeps it where nobody can change it. */
  readonly keepCheckpoint: (state: ChainState) => Promise<void>;
  readonly failed: (practiceId: string, error: unknown) => void;
};

/** Longer than a day by another: a round that failed is made up for by the next. */
const lookBackMs = 3 * 86_400_000;

/**
 * Signs where the chain of each practice stands. What was written and never chained, for its message was lost, is
 * chained first. A practice that fails stops no other one, and then the round as a whole fails.
 */
export const signCheckpoints = async (effects: CheckpointEffects): Promise<{ readonly signed: number }> => {
  const failures: unknown[] = [];
  const practiceIds = [...(await effects.practiceIds()), nowhere];
  for (const practiceId of practiceIds) {
    try {
      await signOne(practiceId, effects);
    } catch (error) {
      effects.failed(practiceId, error);
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
  return { signed: practiceIds.length };
};

const signOne = async (practiceId: string, effects: CheckpointEffects): Promise<void> => {
  const now = effects.now();
  const since = new Date(now.getTime() - lookBackMs).toISOString();
  await chainEntries(practiceId, await effects.unchainedSince(practiceId, since), effects);
  const { sequence, hash } = await effects.findHead(practiceId);
  await effects.keepCheckpoint({ practiceId, sequence, hash, at: now.toISOString() });
};
