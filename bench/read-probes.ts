import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const sets = join(import.meta.dirname, '..', 'tests', 'coding', 'sets');

export const halves = ['tuning', 'kept'] as const;
export type Half = (typeof halves)[number];

/** A code, or several of which one is enough. */
const Wanted = z.union([z.string(), z.array(z.string())]).transform((codes) => [codes].flat());

/** tests/coding/sets/probes.md tells what each field asks for. */
const Probe = z.strictObject({
  id: z.string(),
  kind: z.string(),
  note: z.string(),
  must: z.array(Wanted),
  mustNot: z.array(z.string()),
  any: z.boolean(),
  only: z.literal(true).optional(),
  noSide: z.literal(true).optional(),
  em: z.string().optional(),
  noEm: z.literal(true).optional(),
  procedures: z.array(Wanted).optional(),
  notProcedures: z.array(z.string()).optional(),
  age: z.string(),
  patient: z.enum(['new', 'established']),
});
export type Probe = z.infer<typeof Probe>;

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(sets, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** The probes of one half, in their order. */
export const readProbes = (half: Half): readonly Probe[] =>
  linesOf(`probes-${half}-01.jsonl`).map((line) => Probe.parse(JSON.parse(line)));

/** The sentences of one half that name no condition, in their order. */
export const readHarmless = (half: Half): readonly string[] => linesOf(`harmless-${half}-01.txt`);
