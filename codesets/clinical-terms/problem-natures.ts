import { z } from 'zod';
import rows from './problem-natures.json' with { type: 'json' };

const Nature = z.enum([
  'chronic',
  'acute',
  'self-limited',
  'injury',
  'systemic',
  'uncertain',
  'threat',
  'symptom',
  'status',
  'external-cause',
]);

/**
 * What kind of problem an ICD-10-CM code is for the decision making of an E/M, by the definitions of the AMA's
 * 2021 guideline: "systemic" is an acute illness with systemic symptoms, "uncertain" an undiagnosed problem with
 * uncertain prognosis, "threat" one to life or bodily function in the near term.
 */
export type ProblemNature = z.infer<typeof Nature>;

const prefixes = z.record(z.string(), z.array(z.string())).parse(rows);

const natureByPrefix = new Map<string, ProblemNature>(
  Nature.options.flatMap((nature) => (prefixes[nature] ?? []).map((prefix) => [prefix, nature] as const)),
);
const worseningPrefixes = prefixes.worsening ?? [];

/** The nature by the longest prefix that the table has: "I20.0" is a threat while "I20" is chronic. */
export const natureOfCode = (code: string): ProblemNature => {
  for (let length = code.length; length > 0; length -= 1) {
    const nature = natureByPrefix.get(code.slice(0, length));
    if (nature) return nature;
  }
  return 'acute';
};

/** Whether the code itself says that a chronic illness is exacerbated or not at its treatment goal. */
export const saysWorsening = (code: string): boolean =>
  worseningPrefixes.some((prefix) => code.startsWith(prefix));
