import { isUnswept, newSweep, type Sweep, type SweepShare, sharesOf } from '../domain/restarts/sweep.ts';

export type SweepEffects = {
  readonly listPractices: () => Promise<readonly { readonly practiceId: string }[]>;
  readonly findSweep: (practiceId: string) => Promise<Sweep | undefined>;
  readonly saveSweep: (practiceId: string, sweep: Sweep) => Promise<void>;
  /** Has a share of what is open of a practice looked after. */
  readonly handShareOn: (share: SweepShare, at: Date) => Promise<void>;
  readonly now: () => Date;
  readonly swept: (counts: Swept) => void;
};

/** How many practices there are, and how many of them nobody has looked after for three sweeps. */
export type Swept = { readonly practices: number; readonly unswept: number };

/**
 * Has what is open of each practice looked after, a share each: claims and visits that no execution drives, or that wait
 * for nothing, and decisions that a crash kept from whoever waits for them. Where much is open a round takes several
 * sweeps; the work of one is bounded (`recordsPerSweep`).
 */
export const sweepRecords = async (effects: SweepEffects): Promise<Swept> => {
  const now = effects.now();
  const practices = await effects.listPractices();
  const sweeps = new Map<string, Sweep>();
  for (const { practiceId } of practices) sweeps.set(practiceId, await sweepOf(practiceId, now, effects));
  for (const share of sharesOf(sweeps)) await effects.handShareOn(share, now);
  const unswept = [...sweeps.values()].filter((sweep) => isUnswept(sweep, now)).length;
  const swept = { practices: practices.length, unswept };
  effects.swept(swept);
  return swept;
};

/** A practice that is new has its sweep from now on: that none comes shows as well. */
const sweepOf = async (
  practiceId: string,
  now: Date,
  { findSweep, saveSweep }: SweepEffects,
): Promise<Sweep> => {
  const found = await findSweep(practiceId);
  if (found) return found;
  const sweep = newSweep(now);
  await saveSweep(practiceId, sweep);
  return sweep;
};
