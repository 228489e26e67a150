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

/** Records are some ten levels deep; what names itself, like the condition of a rule, is checked by recursion. */
const deepest = 64;

/** DynamoDB keeps numbers of 1e-130 to 9.9e125, of either sign. */
const largest = 1e125;
const smallest = 1e-129;

type Place = { readonly value: unknown; readonly path: string; readonly depth: number };

const objectionTo = ({ value, depth }: Place): Pick<Finding, 'code' | 'detail'> | undefined => {
  if (depth > deepest)
    return { code: 'too-deep', detail: `Nothing here is more than ${deepest} levels deep` };
  if (typeof value === 'string' && !value.isWellFormed())
    return { code: 'not-text', detail: 'Half of a character stands in the text: write it as it is meant' };
  if (typeof value !== 'number' || value === 0) return undefined;
  const size = Math.abs(value);
  return size > largest || size < smallest
    ? { code: 'no-number', detail: 'No number here has so many digits' }
    : undefined;
};

const partsOf = ({ value, path, depth }: Place): readonly Place[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, part]) => {
        const place = path === '' ? name : `${path}.${name}`;
        return [
          { value: part, path: place, depth: depth + 1 },
          // The name of a field is text as well, and is not repeated where it is none.
          ...(name.isWellFormed() ? [] : [{ value: name, path, depth: depth + 1 }]),
        ];
      });

/** What in a JSON value no record could hold: the first of it, by its path. Goes through it without recursion. */
const beyondRecords = (value: unknown): Finding | undefined => {
  const open: Place[] = [{ value, path: '', depth: 0 }];
  for (let place = open.pop(); place; place = open.pop()) {
    const objection = objectionTo(place);
    if (objection) return { ...objection, path: place.depth > deepest ? '' : place.path };
    for (const part of partsOf(place)) open.push(part);
  }
  return undefined;
};

/** Reads JSON from outside and checks it: first whether a record could hold it at all. */
export const checkJson = <S extends z.ZodType>(schema: S, text: string): Checked<z.output<S>> => {
  const parsed = parseJson(text);
  if (!parsed.success) return parsed;
  const beyond = beyondRecords(parsed.data);
  return beyond ? { success: false, findings: [beyond] } : checkInput(schema, parsed.data);
};
