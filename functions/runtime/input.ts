import type { z } from 'zod';
import type { Checked, Finding } from '../domain/finding.ts';
import { BillingError } from './errors.ts';

/** The issues of a zod schema as findings: which field, which rule, never the value. */
const findingsOf = (error: z.ZodError): Finding[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' ? unknownFields(issue) : [findingAt(issue.path, issue)],
  );

const findingAt = (
  path: readonly PropertyKey[],
  { code, message }: { readonly code: string; readonly message: string },
): Finding => ({ code, path: path.map(String).join('.'), detail: message });

/** One finding for each field that a strict schema refuses, so that its path names it. */
const unknownFields = ({ code, path, keys }: z.core.$ZodIssueUnrecognizedKeys): Finding[] =>
  keys.map((key) => findingAt([...path, key], { code, message: 'This field is not taken here' }));

/** Reads data from outside; keys that the schema does not know are dropped, or refused by a strict one. */
export const checkInput = <S extends z.ZodType>(schema: S, value: unknown): Checked<z.output<S>> => {
  const result = schema.safeParse(value);
  return result.success
    ? { success: true, data: result.data }
    : { success: false, findings: findingsOf(result.error) };
};

/** Reads what another part of the system sends; throws InvalidInput, for that is no mistake of a person. */
export const requireInput = <S extends z.ZodType>(schema: S, value: unknown): z.output<S> => {
  const checked = checkInput(schema, value);
  if (checked.success) return checked.data;
  const fields = checked.findings.map(({ path, code }) => `${path || 'the whole'} (${code})`).join(', ');
  throw new BillingError('InvalidInput', `The input does not fit: ${fields}`);
};

/** Parses JSON; undefined when it is none. The parser's own error would quote the text. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
