import { z } from 'zod';

/** A record that its execution seemed to have forgotten when it was looked at, and where both were then. */
export const Suspect = z.object({
  recordId: z.string(),
  execution: z.string(),
  mark: z.string(),
  at: z.string(),
});
export type Suspect = z.infer<typeof Suspect>;

/** How far the sweep of a practice is: it goes round all that is open, a share each time, and begins anew behind the last. */
export const Sweep = z.object({
  place: z.string().optional().describe('in the walk through what is open; absent at its beginning'),
  seen: z.int().min(0).describe('records of this round so far'),
  open: z.int().min(0).optional().describe('records of the round before'),
  roundAt: z.string().describe('when this round began'),
  at: z.string().describe('when it was last further'),
  suspects: z.array(Suspect).readonly(),
});
export type Sweep = z.infer<typeof Sweep>;

/** What the fan-out hands to a practice: so many records at most are looked at. */
export const SweepShare = z.object({ practiceId: z.string(), share: z.int().min(1) });
export type SweepShare = z.infer<typeof SweepShare>;

/**
 * The records of all practices that a sweep looks at: one every fifth of a second. DescribeExecution gives ten a second
 * in the slowest regions (quotas of Step Functions), whatever the number of claims that are open.
 */
export const recordsPerSweep = 4500;

/** What a practice counts for at least: what became open since nobody has counted. */
const leastOpen = 250;

/** How much may be open: as much as in the round before, or more where this round has found more. */
const openOf = (sweep: Pick<Sweep, 'open' | 'seen'> | undefined): number =>
  Math.max(leastOpen, sweep?.open ?? 0, 2 * (sweep?.seen ?? 0));

/** The shares of practices by what they may have open, so that all go round in the same time. */
export const sharesOf = (
  sweeps: ReadonlyMap<string, Pick<Sweep, 'open' | 'seen'> | undefined>,
): readonly SweepShare[] => {
  const total = [...sweeps.values()].reduce((sum, sweep) => sum + openOf(sweep), 0);
  return [...sweeps].map(([practiceId, sweep]) => ({
    practiceId,
    share: Math.ceil((openOf(sweep) / total) * recordsPerSweep),
  }));
};

/** Three sweeps without a step: nobody looks after the practice. */
const silentMs = 45 * 60_000;

export const isUnswept = ({ at }: Pick<Sweep, 'at'>, now: Date): boolean =>
  now.getTime() - Date.parse(at) > silentMs;

export const newSweep = (now: Date): Sweep => ({
  seen: 0,
  roundAt: now.toISOString(),
  at: now.toISOString(),
  suspects: [],
});
