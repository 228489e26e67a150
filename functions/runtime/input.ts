import type { z } from 'zod';
import { checkInput, checkJson } from '../domain/check-input.ts';
import type { Checked } from '../domain/finding.ts';
import { BillingError } from './errors.ts';

/** Reads what another part of the system sends; throws InvalidInput, for that is no mistake of a person. */
export const requireInput = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> =>
  required(checkInput(schema, value));

/** The same of a text that holds JSON. */
export const requireJson = <S extends z.ZodType>(schema: S, text: string): z.output<S> =>
  required(checkJson(schema, text));

const required = <T>(checked: Checked<T>): T => {
  if (checked.success) return checked.data;
  const fields = checked.findings.map(({ path, code }) => `${path || 'the whole'} (${code})`).join(', ');
  throw new BillingError('InvalidInput', `The input does not fit: ${fields}`);
};
