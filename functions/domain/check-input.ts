import type { z } from 'zod';
import type { Checked, Finding } from './finding.ts';

/** A schema's issues as findings: which field (`lines.0.units`), which rule, never the value. */
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

/** Checks data from outside; keys that the schema does not know are dropped, or refused by a strict one. */
export const checkInput = <S extends z.ZodType>(schema: S, value: unknown): Checked<z.output<S>> => {
  const result = schema.safeParse(value);
  return result.success
    ? { success: true, data: result.data }
    : { success: false, findings: findingsOf(result.error) };
};

/** Reads JSON. The finding against a text that is none says so and no more: the parser's own error quotes the text. */
export const parseJson = (text: string): Checked<unknown> => {
  try {
    return { success: true, data: JSON.parse(text) };
  } catch {
    return { success: false, findings: [{ code: 'not-json', path: '', detail: 'The text is not JSON' }] };
  }
};

/** Reads JSON from outside and checks it. */
export const checkJson = <S extends z.ZodType>(schema: S, text: string): Checked<z.output<S>> => {
  const parsed = parseJson(text);
  return parsed.success ? checkInput(schema, parsed.data) : parsed;
};
