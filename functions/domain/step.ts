import { z } from 'zod';
import type { WaitFor } from './wait.ts';

/** What the state machines hand to a step: ids, nothing else. */
export const ClaimStep = z.object({ practiceId: z.string(), claimId: z.string() });
export type ClaimStep = z.infer<typeof ClaimStep>;
export const ClaimTaskStep = ClaimStep.extend({ taskId: z.string() });
export type ClaimTaskStep = z.infer<typeof ClaimTaskStep>;
/** A visit by its reference (`visitReference`): its id may name a patient. */
export const EncounterStep = z.object({ practiceId: z.string(), visit: z.string() });
export type EncounterStep = z.infer<typeof EncounterStep>;

/** What a step hands on: an outcome that its machine knows. */
export type StepResult<O extends string> = { readonly outcome: O };

/** What a step hands on that may be followed by a wait: after the outcomes `W` it names the wait, after others none. */
export type AwaitingResult<O extends string, W extends O> =
  | { readonly outcome: W; readonly wait: WaitFor }
  | { readonly outcome: Exclude<O, W>; readonly wait: null };
