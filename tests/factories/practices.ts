import { Practice } from '../../functions/domain/practice.ts';
import { readSampleFile } from './sample-files.ts';

/** The practice of the samples. */
export const practice = (change: Partial<Practice> = {}): Practice => ({
  ...Practice.parse(JSON.parse(readSampleFile('practice.json'))),
  ...change,
});
