import type { Edition } from '../../codesets/edition.ts';
import { type LapsingSet, lapsingSets } from '../../codesets/publishing/lapsing.ts';

export type WatchEditionsEffects = {
  /** Brings what is published into use; throws where it cannot be taken. */
  readonly takePublished: () => Promise<void>;
  readonly editions: () => readonly Edition[];
  /** Hears of each set that is about to lapse, or has. */
  readonly told: (set: LapsingSet) => void;
  readonly counted: (sets: number) => void;
};

/** Counts the code sets that lapse within thirty days without a later edition; a metric rings by the count. */
export const watchEditions = async (
  now: Date,
  { takePublished, editions, told, counted }: WatchEditionsEffects,
): Promise<{ readonly lapsing: number }> => {
  await takePublished();
  const lapsing = lapsingSets(editions(), now.toISOString().slice(0, 10));
  for (const set of lapsing) told(set);
  counted(lapsing.length);
  return { lapsing: lapsing.length };
};
