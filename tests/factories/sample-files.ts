import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesFolder } from '../../local/samples.ts';

export const sampleBytes = (...path: string[]): Uint8Array => readFileSync(join(samplesFolder, ...path));

export const readSampleFile = (...path: string[]): string =>
  readFileSync(join(samplesFolder, ...path), 'utf8');
