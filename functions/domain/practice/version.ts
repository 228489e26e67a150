import { z } from 'zod';
import { type Actor, DecidingActor } from '../actor.ts';

/** What a practice calls a rule of its own. */
export const RuleId = z
  .string()
  .regex(/^[a-z][a-z0-9-]{1,58}[a-z0-9]$/, 'Write small letters, digits and hyphens, the first one a letter');

export const RuleNote = z
  .string()
  .trim()
  .min(3)
  .max(300)
  .describe('why: the payer’s manual, the letter, who decided');

/** Rules as somebody writes them, to become the next version. */
export type WrittenVersion = {
  readonly written: unknown;
  readonly note: string;
  readonly by: Actor;
  /** The version that it was made of. @default whichever is in force */
  readonly madeOf?: number | undefined;
};

/** All rules of one kind that somebody entered for a practice: a version, which nobody changes; the highest is in force. */
export const versionOf = <Rules extends z.ZodType>(rules: Rules) =>
  z.object({
    practiceId: z.string(),
    version: z.int().min(1),
    rules,
    note: z.string().default(''),
    by: DecidingActor,
    at: z.string(),
  });
