import type { Claim } from '../domain/claim.ts';
import type { Encounter } from '../domain/encounter.ts';
import type { Suspect } from '../domain/restarts/sweep.ts';
import { isCoded, waitsOfEncounter } from '../domain/restarts/to-look-after.ts';
import type { Task } from '../domain/task.ts';
import { driveOfEncounter } from './driving.ts';
import { type Looked, type LookTwiceEffects, lookTwice } from './look-twice.ts';
import { untakenTasks } from './unapplied-tasks.ts';

export type SweepEncounterEffects = LookTwiceEffects & {
  readonly tasksOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Task[]>;
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly claimsOfEncounter: (practiceId: string, encounterId: string) => Promise<readonly Claim[]>;
  readonly stopCoding: (name: string) => Promise<void>;
  /** Hands the decision of a task to whoever waits for it. */
  readonly answerTask: (task: Task) => Promise<void>;
  /** Ends what a crash kept from ending when a decision about a visit was taken back. */
  readonly finishUndo: (encounter: Encounter) => Promise<void>;
};

/** Looks after a visit on its way to a claim, and whether the claim is there that it says it has. */
export const sweepEncounter = async (
  encounter: Encounter,
  seen: Suspect | undefined,
  effects: SweepEncounterEffects,
): Promise<Looked> => {
  if (encounter.status === 'claimed') return sweepClaimed(encounter, effects);
  if (!isCoded(encounter)) return { outcome: 'runs' };
  const tasks = await effects.tasksOfEncounter(encounter.practiceId, encounter.encounterId);
  for (const task of untakenTasks(encounter, tasks)) await effects.answerTask(task);
  if (encounter.asksAgain) await effects.finishUndo(encounter);
  const watched = { waitIds: async () => waitsOfEncounter(tasks), stop: effects.stopCoding };
  return lookTwice(driveOfEncounter(encounter, effects), watched, seen, effects);
};

/** A visit without the claim that it counts as billed by is coded still: its workflow makes the claim. */
const sweepClaimed = async (encounter: Encounter, effects: SweepEncounterEffects): Promise<Looked> => {
  if (await hasClaims(encounter, effects)) return { outcome: 'runs' };
  const { practiceId, encounterId } = encounter;
  const coded = await effects.changeEncounter({ practiceId, encounterId }, ({ status, version }) =>
    status === 'claimed' && version === encounter.version
      ? { status: 'coded', claimIds: undefined }
      : undefined,
  );
  if (!isCoded(coded)) return { outcome: 'runs' };
  const watched = { waitIds: async () => [], stop: effects.stopCoding };
  return lookTwice(driveOfEncounter(coded, effects), watched, undefined, effects);
};

/** By the names that the visit keeps; of visits from before it kept them, by the index. */
const hasClaims = async (
  { practiceId, encounterId, claimIds }: Encounter,
  { findClaim, claimsOfEncounter }: SweepEncounterEffects,
): Promise<boolean> => {
  if (claimIds === undefined) return (await claimsOfEncounter(practiceId, encounterId)).length > 0;
  const found = await Promise.all(claimIds.map(findClaim));
  return claimIds.length > 0 && found.every((claim) => claim !== undefined);
};
