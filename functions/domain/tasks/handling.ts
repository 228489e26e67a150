import { z } from 'zod';
import { DecidingActor } from '../actor.ts';
import { Desk } from '../practice.ts';
import { Correction } from './correction.ts';

/** What is done with a task without deciding it: it goes to another desk, waits for a day, gets a note or a new mail. */
export const Handling = z.enum(['hand-over', 'hold', 'add-note', 'mail-again']);
export type Handling = z.infer<typeof Handling>;

/** What is asked for, in the words of a form. */
export type HandlingAsked = Pick<HandlingEntry, 'by' | 'note'> & {
  readonly handling: Handling;
  readonly to: string;
};

/** Who sends a correction that waits for other desks; `of` names it by its instant, where no other one is meant. */
export type Sending = Pick<HandlingEntry, 'by'> & { readonly of?: string | undefined };

/** Who has a task, and until when. */
export const TaskPlace = z.object({
  owner: Desk,
  email: z.email(),
  due: z.string(),
  remindAt: z.string(),
  remindedAt: z.string().optional(),
  escalatedAt: z.string().optional(),
});
export type TaskPlace = z.infer<typeof TaskPlace>;

/** The link that opened a task before it was handed over: it opens nothing any more but the way back. */
export const HandBack = z.object({ mailbox: z.email(), nonce: z.string(), at: z.string() });

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
  handling: z.enum([...Handling.options, 'propose-no-more', 'reopen', 'take-back']),
  by: DecidingActor,
  at: z.string(),
  note: z.string(),
  to: z.string().optional().describe('the desk it went to, or the day until which it waits'),
  before: TaskPlace.optional().describe('of hand-over and hold: where and until when it was'),
  undoes: z.string().optional().describe('of take-back: when what is taken back was done'),
  decided: UndoneDecision.optional().describe('of reopen: what had been decided'),
});
export type HandlingEntry = z.infer<typeof HandlingEntry>;

/** What was done last without deciding and still stands; nothing where the task was decided or opened again since. */
export const lastHandling = ({ history }: { readonly history: readonly HandlingEntry[] }) => {
  const undone = new Set(history.flatMap(({ undoes }) => undoes ?? []));
  const last = history.findLast(({ handling, at }) => handling !== 'take-back' && !undone.has(at));
  const known = Handling.safeParse(last?.handling);
  return last && known.success ? { ...last, handling: known.data } : undefined;
};
