import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { addDays } from '../../functions/domain/calendar.ts';
import { EncounterCodes } from '../../functions/domain/coding.ts';
import { EncounterRegistration } from '../../functions/domain/encounter.ts';
import { Payer } from '../../functions/domain/payer.ts';
import { Practice } from '../../functions/domain/practice.ts';
import { fillDates } from '../../local/samples.ts';

const folder = new URL('../../samples/', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

/** The day on which the tests send the samples in. */
export const sampleDay = '2026-11-22';

const Sample = z.object({
  title: z.string(),
  story: z.string(),
  daysAgo: z.int(),
  expected: z.object({ codes: EncounterCodes.optional() }),
});

const readSample = (name: string) => {
  const sample = Sample.parse(JSON.parse(read(`${name}/sample.json`)));
  const dateOfService = addDays(sampleDay, -sample.daysAgo);
  const registration = EncounterRegistration.parse(
    JSON.parse(fillDates(read(`${name}/encounter.json`), dateOfService)),
  );
  const note = existsSync(new URL(`${name}/note.txt`, folder))
    ? fillDates(read(`${name}/note.txt`), dateOfService)
    : undefined;
  const { codes } = sample.expected;
  return codes ? [{ name, registration, note, expected: codes }] : [];
};

/** The samples that are coded; the unreadable one is not among them. */
export const samples = readdirSync(folder)
  .filter((name) => /^\d\d-/.test(name))
  .sort()
  .flatMap(readSample);

export const sampleBytes = (path: string): Uint8Array => readFileSync(new URL(path, folder));

export const practice = Practice.parse(JSON.parse(read('practice.json')));
export const payers = z.array(Payer).parse(JSON.parse(read('payers.json')));
