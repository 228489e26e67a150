import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { checkJson } from '../functions/domain/check-input.ts';

/** A file of our samples, which stands in where no record is named. */
export const sampleFile = (name: string): string => join(import.meta.dirname, '..', 'samples', name);

/** The record in a file, or an error that says what is wrong with it, a line each. */
export const readRecord = <S extends z.ZodType>(file: string, schema: S): z.output<S> => {
  const read = checkJson(schema, readFileSync(file, 'utf8'));
  if (read.success) return read.data;
  throw new Error(read.findings.map(({ path, detail }) => `${file}: ${path}: ${detail}`).join('\n'));
};
