import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** The evaluation sets that are no part of the project. */
export const evaluation = join(import.meta.dirname, '..', '..', 'shared', 'eval');

/** The date of service that the gold sets were coded for. */
export const dateOfService = '2026-03-02';

export const SharedVisit = z.object({
  id: z.string(),
  note: z.string(),
  age: z.string().optional(),
  patient: z.enum(['new', 'established']).optional().catch(undefined),
});
export type SharedVisit = z.infer<typeof SharedVisit>;
export const Report = z.object({ id: z.string(), text_en: z.string(), icd10cm: z.array(z.string()) });
export type Report = z.infer<typeof Report>;

export const linesOf = (path: string): readonly string[] =>
  readFileSync(join(evaluation, path), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '');

export const readLines = <T>(path: string, schema: z.ZodType<T>): readonly T[] =>
  linesOf(path).map((line) => schema.parse(JSON.parse(line)));

/**
 * Rules were tuned on the even lines of each set only; the odd ones show what they are worth elsewhere, and what is
 * wrong in them is told to nobody.
 */
export const sharedHalves = [
  { name: 'tuning half', holds: (at: number) => at % 2 === 0 },
  { name: 'untouched half', holds: (at: number) => at % 2 === 1 },
] as const;

/** A set of visits with the command line of its scorer. */
export const visitSets = {
  outpatient: {
    notes: 'outpatient/dev.notes.jsonl',
    gold: 'outpatient/dev.gold.jsonl',
    scorer: 'outpatient/score.mjs',
    tells: '--by-note',
  },
  varied: {
    notes: 'varied/dev.notes.jsonl',
    gold: 'varied/dev.gold.jsonl',
    scorer: 'outpatient/score.mjs',
    tells: '--by-note',
  },
  probes: {
    notes: 'probes/probes.jsonl',
    gold: 'probes/probes.jsonl',
    scorer: 'probes/score.mjs',
    tells: '--failures',
  },
} as const;
export type VisitSet = keyof typeof visitSets;

export const visitOf = ({ age, patient }: Pick<SharedVisit, 'age' | 'patient'>) => {
  const years = Number.parseInt(age ?? '', 10);
  return {
    dateOfService,
    ...(Number.isNaN(years) ? {} : { ageInYears: years }),
    ...(patient && { patientType: patient }),
  };
};
