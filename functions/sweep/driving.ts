import type { Claim } from '../domain/claim.ts';
import type { ChangeEncounter, Encounter, EncounterId } from '../domain/encounter.ts';
import {
  drivenClaim,
  drivenEncounter,
  type ExecutionFound,
  stoppedTaskId,
} from '../domain/restarts/restarts.ts';
import type { ClaimStep } from '../domain/step.ts';
import type { Task } from '../domain/task.ts';
import type { TaskDraft } from '../domain/task-draft.ts';
import { describeStopped } from './describe-stopped.ts';
import type { Drive, RestartEffects } from './look-after.ts';

type FindExecution = (name: string) => Promise<ExecutionFound | undefined>;

/** What looking after a claim or a visit does to the world. */
export type DrivingEffects = RestartEffects & {
  readonly findLifecycle: FindExecution;
  readonly findCoding: FindExecution;
  readonly startClaimLifecycle: (name: string, input: ClaimStep) => Promise<unknown>;
  /** Starts the coding under a name, once, and returns the ARN of its execution. */
  readonly startCoding: (name: string, input: EncounterId) => Promise<string>;
  readonly changeEncounter: ChangeEncounter;
  readonly raiseTask: (
    draft: TaskDraft,
    subject: {
      readonly practiceId: string;
      readonly taskId: string;
      readonly claimId?: string;
      readonly encounterId: string;
    },
  ) => Promise<Task>;
  /** Withdraws a task by its id, where it is open. */
  readonly withdrawStopped: (taskId: string) => Promise<void>;
};

/** A claim with its lifecycle, which records by itself that it drives the claim, and ends the one before. */
export const driveOfClaim = (claim: Claim, effects: DrivingEffects): Drive => {
  const { practiceId, claimId, encounterId } = claim;
  return {
    ...drivenClaim(claim),
    findExecution: effects.findLifecycle,
    start: (name) => effects.startClaimLifecycle(name, { practiceId, claimId }),
    ask: (restarts) =>
      effects.raiseTask(describeStopped('claim'), {
        ...{ practiceId, claimId, encounterId },
        taskId: stoppedTaskId(restarts),
      }),
    askNoMore: (restarts) => effects.withdrawStopped(stoppedTaskId(restarts)),
  };
};

/** A visit with its coding. */
export const driveOfEncounter = (encounter: Encounter, effects: DrivingEffects): Drive => {
  const { practiceId, encounterId } = encounter;
  const id = { practiceId, encounterId };
  return {
    ...drivenEncounter(encounter),
    findExecution: effects.findCoding,
    start: async (name) => {
      const executionArn = await effects.startCoding(name, id);
      await effects.changeEncounter(id, (before) =>
        before.executionArn === executionArn ? undefined : { executionArn },
      );
    },
    ask: (restarts) =>
      effects.raiseTask(describeStopped('visit'), { ...id, taskId: stoppedTaskId(restarts) }),
    askNoMore: (restarts) => effects.withdrawStopped(stoppedTaskId(restarts)),
  };
};
