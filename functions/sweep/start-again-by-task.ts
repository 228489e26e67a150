import type { Claim } from '../domain/claim.ts';
import type { Encounter, EncounterId } from '../domain/encounter.ts';
import { isCoded } from '../domain/restarts/to-look-after.ts';
import type { Task } from '../domain/task.ts';
import { type DrivingEffects, driveOfClaim, driveOfEncounter } from './driving.ts';
import { startByPerson } from './look-after.ts';

export type StartAgainEffects = DrivingEffects & {
  readonly findClaim: (claimId: string) => Promise<Claim | undefined>;
  readonly findEncounter: (id: EncounterId) => Promise<Encounter | undefined>;
};

/** Starts the claim or the visit of a task again, where somebody decided that; done before, it does nothing. */
export const startAgainByTask = async (task: Task, effects: StartAgainEffects): Promise<void> => {
  const { kind, taskId, practiceId, claimId, encounterId = '', outcome } = task;
  if (kind !== 'work-stopped' || outcome?.action !== 'start-again') return;
  if (claimId !== undefined) {
    const claim = await effects.findClaim(claimId);
    if (claim && claim.status !== 'closed')
      await startByPerson(taskId, driveOfClaim(claim, effects), effects);
    return;
  }
  const encounter = await effects.findEncounter({ practiceId, encounterId });
  if (encounter && isCoded(encounter))
    await startByPerson(taskId, driveOfEncounter(encounter, effects), effects);
};
