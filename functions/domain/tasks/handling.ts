import { z } from 'zod';
import { DecidingActor } from '../actor.ts';
import { Correction } from './correction.ts';

/** What is done with a task without deciding it: it goes to another desk, waits for a day, gets a note or a new mail. */
export const Handling = z.enum(['hand-over', 'hold', 'add-note', 'mail-again']);
export type Handling = z.infer<typeof Handling>;

/** What is asked for, in the words of a form. */
export type HandlingAsked = Pick<HandlingEntry, 'by' | 'note'> & {
  readonly handling: Handling;
  readonly to: string;
};

/** A decision that a task had before it was opened again. */
export const UndoneDecision = z.object({
  action: z.string(),
  by: DecidingActor,
  at: z.string(),
  note: z.string(),
  correction: Correction.optional(),
});

/** That it was done, by whom, and the words said with it. */
export const HandlingEntry = z.object({
  handling: z.enum([...Handling.options, 'propose-no-more', 'reopen']),
  by: DecidingActor,
  at: z.string(),
  note: z.string(),
  to: z.string().optional().describe('the desk it went to, or the day until which it waits'),
  decided: UndoneDecision.optional().describe('of reopen: what had been decided'),
});
export type HandlingEntry = z.infer<typeof HandlingEntry>;
