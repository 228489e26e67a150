import { z } from 'zod';
import { DecidingActor } from '../actor.ts';

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
