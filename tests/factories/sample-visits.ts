import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { addDays, type CalendarDate } from '../../functions/domain/calendar.ts';
import { EncounterCodes } from '../../functions/domain/coding.ts';
import { EncounterRegistration } from '../../functions/domain/visit/registration.ts';
import { samplesFolder } from '../../local/samples.ts';
import { fillDates } from '../../samples/fill-dates.ts';
import { readSampleFile } from './sample-files.ts';

/** The day on which the tests send the samples in. */
export const sampleDay = '2026-11-22';

const Sample = z.object({
  daysAgo: z.int(),
  expected: z.object({ codes: EncounterCodes.optional() }),
});

export type SampleVisit = {
  readonly name: string;
  readonly registration: EncounterRegistration;
  readonly note?: string | undefined;
  readonly expected: EncounterCodes;
};

/** The visit of a sample that is sent in on a day; undefined for the unreadable one, which is not coded. */
export const sampleVisit = (name: string, sentOn: CalendarDate = sampleDay): SampleVisit | undefined => {
  const { daysAgo, expected } = Sample.parse(JSON.parse(readSampleFile(name, 'sample.json')));
  if (!expected.codes) return undefined;
  const dateOfService = addDays(sentOn, -daysAgo);
  const read = (file: string): string => fillDates(readSampleFile(name, file), dateOfService);
  return {
    name,
    registration: EncounterRegistration.parse(JSON.parse(read('encounter.json'))),
    note: existsSync(join(samplesFolder, name, 'note.txt')) ? read('note.txt') : undefined,
    expected: expected.codes,
  };
};

/** The samples that are coded; the unreadable one is not among them. */
export const samples: readonly SampleVisit[] = readdirSync(samplesFolder)
  .filter((name) => /^\d\d-/.test(name))
  .sort()
  .flatMap((name) => sampleVisit(name) ?? []);
