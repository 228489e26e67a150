import { z } from 'zod';

/** What the state machines hand to a step: ids, nothing else. */
export const ClaimStep = z.object({ practiceId: z.string(), claimId: z.string() });
export const ClaimTaskStep = ClaimStep.extend({ taskId: z.string() });
export const EncounterStep = z.object({ practiceId: z.string(), encounterId: z.string() });
