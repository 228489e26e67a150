import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import {
  type LocalPractice,
  type LocalPracticeOptions,
  startLocalPractice,
  today,
} from '../../local/local-practice.ts';
import type { SimulatorEvent } from '../../local/payer-simulator/simulator.ts';
import { readSamples, type Sample } from '../../local/samples.ts';

export const testFolder = (name: string): string => join(import.meta.dirname, '../../.local/test', name);

export const silently = (): void => undefined;

/** Starts the product in a folder that is emptied first; a payer that fails to answer fails the test. */
export const startPractice = (
  name: string,
  options: Partial<LocalPracticeOptions> = {},
): Promise<LocalPractice> => {
  rmSync(testFolder(name), { recursive: true, force: true });
  return startAgain(name, options);
};

/** Starts it on what an earlier start left in the folder. */
export const startAgain = (
  name: string,
  options: Partial<LocalPracticeOptions> = {},
): Promise<LocalPractice> =>
  startLocalPractice({
    directory: testFolder(name),
    persist: false,
    progress: silently,
    report: reportFailure,
    // To start a worker costs more than to keep it for the minutes of a file.
    warmSeconds: 120,
    assembly: inject('assembly'),
    ...options,
  });

const reportFailure = (event: SimulatorEvent): void => {
  if (event.kind === 'failed') console.error(`the payer simulator failed on ${event.name}`, event.error);
};

/** The samples whose names begin with the numbers given, all without one, as they stand today. */
export const samplesOf = async (...numbers: string[]): Promise<Sample[]> =>
  (await readSamples(await today())).filter(
    ({ name }) => numbers.length === 0 || numbers.includes(name.slice(0, 2)),
  );
