import { z } from 'zod';

/** What the sets say about each of their codes, beside the days it is valid. */
export const recordFields = {
  hcpcs: z.object({
    description: z.string(),
    shortDescription: z.string().optional(),
    status: z.string().optional().describe("OPPS status indicator of CMS's Addendum B"),
    ended: z.boolean().default(false).describe('in an earlier list, but not in this edition'),
  }),
  modifier: z.object({ description: z.string() }),
  cpt: z.object({ description: z.string() }),
  mue: z.object({
    units: z.int().nonnegative().describe('the most units that a practitioner may bill a patient'),
    adjudication: z.enum(['line', 'day-policy', 'day-clinical']).describe('MAI 1, 2, 3: per line or per day'),
    rationale: z.string(),
  }),
  'add-on': z.object({
    primary: z.string().optional().describe('undefined: the contractor defines the primary codes'),
    type: z.int().min(1).max(3).describe('1: only with a listed primary; 2: contractor; 3: some of each'),
  }),
  mpfs: z.object({
    modifier: z.string().describe('"", 26, TC or 53'),
    status: z.string().describe('A active, B bundled, C carrier priced, I invalid for Medicare, …'),
    work: z.number(),
    practiceNonFacility: z.number(),
    practiceFacility: z.number(),
    malpractice: z.number(),
    totalNonFacility: z.number(),
    totalFacility: z.number(),
    globalDays: z.string().describe('000, 010, 090, MMM, XXX, YYY or ZZZ'),
    bilateral: z.string().describe('1: 150 % with modifier 50'),
    multipleProcedure: z.string(),
    assistant: z.string().optional().describe('0 with documentation, 1 never paid, 2 paid, 9 no such thing'),
    coSurgeons: z.string().optional().describe('0 never paid, 1 with documentation, 2 paid, 9 no such thing'),
    team: z.string().optional().describe('as of co-surgeons'),
    conversionFactor: z.number().optional().describe('dollars per RVU'),
  }),
  pos: z.object({ name: z.string(), setting: z.enum(['facility', 'non-facility']).optional() }),
  carc: z.object({ description: z.string() }),
  rarc: z.object({ description: z.string() }),
  status: z.object({ kind: z.enum(['category', 'status']), description: z.string().optional() }),
  taxonomy: z.object({
    grouping: z.string().optional(),
    classification: z.string().optional(),
    specialization: z.string().optional(),
  }),
  nppes: z.object({
    entity: z.enum(['person', 'organization']).optional().describe('none of a number that is deactivated'),
    names: z
      .array(z.object({ last: z.string(), first: z.string().optional() }))
      .describe('of a person, the legal name first; of an organization in `last`'),
    deactivated: z.string().optional().describe('first day without effect'),
    reactivated: z.string().optional().describe('first day with effect again'),
    taxonomies: z.array(z.string()).describe('the primary one first'),
    absent: z.literal(true).optional().describe('asked for when the file was read, and not in it'),
  }),
} as const;

export const RecordSet = z.enum(Object.keys(recordFields) as (keyof typeof recordFields)[]);
export type RecordSet = z.infer<typeof RecordSet>;
export type RecordFields<S extends RecordSet> = z.infer<(typeof recordFields)[S]>;
