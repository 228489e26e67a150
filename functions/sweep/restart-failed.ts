import { z } from 'zod';
import type { Claim } from '../domain/claim.ts';
import type { Encounter, EncounterId } from '../domain/encounter.ts';
import { isCoded } from '../domain/restarts/to-look-after.ts';
import { ClaimStep, EncounterStep } from '../domain/step.ts';
import { requireJson } from '../runtime/input.ts';
import { type DrivingEffects, driveOfClaim, driveOfEncounter } from './driving.ts';
import { type Drive, type LookOutcome, lookAfter } from './look-after.ts';

/** "Step Functions Execution Status Change" of EventBridge, as far as it is read: what the execution was given. */
export const ExecutionEnded = z.object({ detail: z.object({ input: z.string() }) });
export type ExecutionEnded = z.infer<typeof ExecutionEnded>;

export type RestartFailedEffects = DrivingEffects & {
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly findEncounter: (id: EncounterId) => Promise<Encounter | undefined>;
  readonly findVisit: (step: EncounterStep) => Promise<EncounterId | undefined>;
  /** Has the same event come again at an instant, or sooner. */
  readonly lookAgain: (ended: ExecutionEnded, at: Date, now: Date) => Promise<void>;
};

/**
 * Hears that an execution failed, timed out or was ended, and looks after its record as it stands: where that is over, or
 * another execution drives it by now, there is nothing to do. A restart that has to wait is looked at again in its time.
 */
export const restartFailed = async (
  ended: ExecutionEnded,
  effects: RestartFailedEffects,
): Promise<{ readonly outcome: LookOutcome['outcome'] | 'over' }> => {
  const drive = await driveOf(ended, effects);
  if (!drive) return { outcome: 'over' };
  const look = await lookAfter(drive, effects);
  if (look.outcome === 'later') await effects.lookAgain(ended, look.at, effects.now());
  return { outcome: look.outcome };
};

const Input = z.union([ClaimStep, EncounterStep]);

/** What drives the record that an execution was given; undefined where nothing has to any more. */
const driveOf = async (
  { detail }: ExecutionEnded,
  effects: RestartFailedEffects,
): Promise<Drive | undefined> => {
  const input = requireJson(Input, detail.input);
  if ('claimId' in input) {
    const claim = await effects.findClaim(input.claimId);
    return claim && claim.status !== 'closed' ? driveOfClaim(claim, effects) : undefined;
  }
  const id = await effects.findVisit(input);
  const encounter = id && (await effects.findEncounter(id));
  return encounter && isCoded(encounter) ? driveOfEncounter(encounter, effects) : undefined;
};
