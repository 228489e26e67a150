import { z } from 'zod';
import { isWithin } from '../code-notation.ts';
import rows from './context-codes.json' with { type: 'json' };

/**
 * The code that stands in the place of a condition's own when the note names it as past, met with, screened for or in
 * the family (guideline I.C.21.c). An `event` is over once it has happened: a date of the past makes it history.
 */
const ContextCode = z.object({
  when: z.enum(['past', 'exposed', 'screened', 'family']),
  conditions: z.array(z.string()),
  code: z.string(),
  event: z.boolean().optional(),
});
export type ContextCode = z.infer<typeof ContextCode>;

const byWhen = Map.groupBy(z.array(ContextCode).parse(rows), ({ when }) => when);

/** The row for a condition in such a context, where the code set has a code for it. */
export const contextCodeFor = (code: string, when: ContextCode['when']): ContextCode | undefined =>
  byWhen.get(when)?.find(({ conditions }) => isWithin(code, conditions));
