import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays, type CalendarDate } from '../functions/domain/calendar.ts';
import { EncounterCodes } from '../functions/domain/coding.ts';
import { Desk, Practice } from '../functions/domain/practice.ts';
import { TaskAction, TaskKind } from '../functions/domain/task.ts';
import { fillDates } from '../samples/fill-dates.ts';

export const samplesFolder = join(import.meta.dirname, '..', 'samples');

/** What a desk decides on a task of a sample: the fields of the task page's form that it fills in. */
export const SampleDecision = z.object({
  kind: TaskKind,
  desk: Desk.optional(),
  action: TaskAction,
  fields: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
});
export type SampleDecision = z.infer<typeof SampleDecision>;

/** How a sample must end; money in whole cents. */
export const Expectation = z.object({
  codes: EncounterCodes.optional(),
  end: z.enum(['paid', 'billed-to-patient', 'billed-to-next-payer', 'written-off', 'unreadable']),
  claims: z.int().min(0),
  charge: z.int(),
  insurancePaid: z.int(),
  adjustments: z.int(),
  writtenOff: z.int().default(0),
  patientBalance: z.int(),
});
export type Expectation = z.infer<typeof Expectation>;

const SampleFile = z.object({
  title: z.string(),
  story: z.string(),
  daysAgo: z.int().min(0),
  expected: Expectation,
  decisions: z.array(SampleDecision).default([]),
});

/** An invented visit: the files a clinic uploads, what its desks decide, and how it must end. */
export type Sample = z.infer<typeof SampleFile> & {
  readonly name: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
};

const textFile = /\.(txt|json)$/;

/** Reads the samples as they stand on a day, in order; the names given choose among them. */
export const readSamples = async (today: CalendarDate, names?: readonly string[]): Promise<Sample[]> => {
  const folders = (await readdir(samplesFolder)).filter((name) => /^\d\d-/.test(name)).sort();
  const chosen = names ? folders.filter((name) => names.includes(name)) : folders;
  return Promise.all(chosen.map((name) => readSample(name, today)));
};

const readSample = async (name: string, today: CalendarDate): Promise<Sample> => {
  const folder = join(samplesFolder, name);
  const sample = SampleFile.parse(JSON.parse(await readFile(join(folder, 'sample.json'), 'utf8')));
  const dateOfService = addDays(today, -sample.daysAgo);
  const files = new Map<string, Uint8Array>();
  for (const file of (await readdir(folder)).filter((one) => one !== 'sample.json').sort()) {
    const bytes = await readFile(join(folder, file));
    files.set(
      file,
      textFile.test(file) ? Buffer.from(fillDates(bytes.toString('utf8'), dateOfService)) : bytes,
    );
  }
  return { ...sample, name, files };
};

export const readSamplePractice = async (): Promise<Practice> =>
  Practice.parse(JSON.parse(await readFile(join(samplesFolder, 'practice.json'), 'utf8')));
