import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Half } from './read-probes.ts';

const sets = join(import.meta.dirname, '..', 'tests', 'coding', 'sets');

const Code = z.string().regex(/^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/);
const Level = z.number().int().min(2).max(5);

const Diagnosis = z.strictObject({
  code: Code,
  role: z.enum(['first', 'other']),
  status: z.enum(['required', 'optional']),
  alt_of: Code.optional(),
});

const Procedure = z.strictObject({
  code: z.string().regex(/^[0-9A-Z]\d{3}[0-9A-Z]$/),
  modifiers: z.array(z.string().length(2)),
  units: z.number().int().positive(),
  status: z.enum(['required', 'optional']),
  alt_of: z.string().optional(),
});

/** An invented visit with what a coder would report; tests/coding/sets/README.md tells what each field means. */
const Note = z.strictObject({
  id: z.string(),
  style: z.string(),
  specialty: z.string(),
  gender: z.enum(['male', 'female']),
  age: z.string().regex(/^\d+( (months|weeks|days))?$/),
  patient: z.enum(['new', 'established']),
  note: z.string().min(1),
  dx: z.array(Diagnosis).min(1),
  forbidden: z.array(z.strictObject({ code: Code, why: z.string().min(1) })),
  em: z.strictObject({ level: Level.nullable(), also_acceptable: z.array(Level) }),
  procedures: z.array(Procedure),
});
export type Note = z.infer<typeof Note>;

/**
 * Notes of either half, or those by which only confidence is learned: they were met by rules that had not seen them.
 */
export type NoteSet = Half | 'training';

/** The invented notes of one set with their gold, in the order of their files. */
export const readNotes = (half: NoteSet): readonly Note[] =>
  readdirSync(sets)
    .filter((file) => file.startsWith(`notes-${half}-`))
    .sort()
    .flatMap((file) => readFileSync(join(sets, file), 'utf8').split('\n'))
    .filter((line) => line !== '')
    .map((line) => Note.parse(JSON.parse(line)));

/** Completed years, as an engine is told them: "5 months" is 0. */
export const yearsOf = ({ age }: Note): string => (/\d$/.test(age) ? age : '0');
