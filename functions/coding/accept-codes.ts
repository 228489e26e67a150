import type { EncounterCodes } from '../domain/coding.ts';
import type { Encounter } from '../domain/encounter.ts';
import type { Task } from '../domain/task.ts';
import { BillingError } from '../runtime/errors.ts';

/** Takes the coder's codes, or by the practice's policy the proposal; codes taken already are not taken again. */
export const acceptCodes = (encounter: Encounter, task?: Task): Partial<Encounter> | undefined => {
  const acceptedFor = task?.taskId ?? 'policy';
  if (encounter.codesAcceptedFor.includes(acceptedFor)) return undefined;
  return {
    codes: codesFrom(encounter, task),
    codedBy: task?.outcome?.by ?? 'practice policy',
    codesAcceptedFor: [...encounter.codesAcceptedFor, acceptedFor],
    codingRounds: encounter.codingRounds + 1,
    status: 'coded',
  };
};

const codesFrom = (encounter: Encounter, task?: Task): EncounterCodes => {
  const codes = task ? task.outcome?.correction?.codes : encounter.proposal;
  if (!codes)
    throw new BillingError('InvalidInput', `Encounter ${encounter.encounterId} has no codes to accept`);
  return codes;
};
