import type { z } from 'zod';
import type { Finding } from '../../domain/finding.ts';
import { nearestWord } from '../../domain/visit/nearest-word.ts';
import {
  choicesOf,
  fieldsOf,
  type Place,
  placeAt,
  present,
  typeOf,
} from '../../domain/visit/schema-places.ts';
import { ruleOf } from './rule-of-field.ts';
import { dateFault, meantChoice, whatToWrite } from './what-to-write.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

export const pathOf = (path: Path): string => path.map(String).join('.');

/** What a schema has against a clinic's file, in the clinic's words: where, what is wrong, what to write. Never a value. */
export const issuesInWords = (
  schema: z.ZodType,
  issues: readonly Issue[],
  root: unknown,
): readonly Finding[] => {
  const findings = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => unknownField(schema, issue.path, key))
      : [inWords(schema, issue, root)],
  );
  return findings.filter(({ path }, at) => findings.findIndex((one) => one.path === path) === at);
};

const unknownField = (schema: z.ZodType, path: Path, key: string): Finding => {
  const known = Object.keys(fieldsOf(placeAt(schema, path)?.schema ?? schema));
  const elsewhere = placesNamed(schema, key).filter((one) => one !== pathOf(path));
  const near = nearestWord(key, known);
  const fields = `The fields here are ${known.join(', ')}`;
  const hint =
    near === undefined && elsewhere.length > 0
      ? `It belongs in ${elsewhere.slice(0, 4).join(' or ')}`
      : near && `The nearest is ${near}`;
  return {
    code: 'unrecognized_keys',
    path: pathOf([...path, key]),
    detail: `There is no field of this name. ${near === undefined ? `${hint ? `${hint}. ` : ''}${fields}` : hint}`,
  };
};

/** Where in the schema a field of this name stands. */
const placesNamed = (schema: z.ZodType, name: string, at = '', depth = 0): readonly string[] => {
  if (depth > 4) return [];
  const { schema: inner } = present(schema);
  if (typeOf(inner) === 'array') {
    const entry = placeAt(inner, [0]);
    return entry ? placesNamed(entry.schema, name, `${at}[ ]`, depth + 1) : [];
  }
  const fields = fieldsOf(inner);
  const here = Object.hasOwn(fields, name) ? [at === '' ? 'the registration itself' : at] : [];
  const below = Object.entries(fields).flatMap(([field, one]) =>
    placesNamed(one, name, at === '' ? field : `${at}.${field}`, depth + 1),
  );
  return [...here, ...below];
};

const inWords = (schema: z.ZodType, issue: Issue, root: unknown): Finding => {
  const path = pathOf(issue.path);
  if (issue.code === 'custom') return { code: 'contradiction', path, detail: issue.message };
  const place = placeAt(schema, issue.path) ?? present(schema);
  const value = valueAt(root, issue.path);
  return { code: issue.code, path, detail: `${whatIsWrong(issue, place, value)} ${toWrite(place, value)}` };
};

const toWrite = ({ schema }: Place, value: unknown): string =>
  `${whatToWrite(schema)}${choicesOf(schema).length > 0 ? meantChoice(schema, value) : ''}`;

const whatIsWrong = (issue: Issue, { schema, isOptional }: Place, value: unknown): string => {
  const leaveOut = isOptional ? ' Leave the field out where there is nothing to say.' : '';
  if (value === undefined) return 'This is missing.';
  if (value === null) return `null says nothing.${leaveOut}`;
  if (typeof value === 'string' && value.trim() === '') return `This is empty.${leaveOut}`;
  if (issue.code === 'invalid_type') return wrongType(typeOf(schema), value);
  if (issue.code === 'too_big') return tooBig(issue.origin, issue.maximum);
  if (issue.code === 'too_small') return tooSmall(issue.origin, issue.minimum);
  if (issue.code === 'invalid_format' && issue.format === 'date') return dateFault(String(value));
  if (choicesOf(schema).length > 0) return 'This value is not one of those that there are.';
  return ruleOf(schema)?.fault ?? 'This is not written as it has to be.';
};

const wrongType = (expected: string, value: unknown): string => {
  if (expected === 'number' && typeof value === 'number')
    return 'This number has decimals, or too many digits.';
  if (expected === 'number' && typeof value === 'string')
    return 'This number stands in quotation marks, or is none.';
  if (expected === 'string' && typeof value === 'number')
    return 'Quotation marks are missing around these digits.';
  if (expected === 'boolean' && typeof value === 'string')
    return 'A text stands here instead of true or false.';
  return `This is ${kindOf(value)}.`;
};

const kindOf = (value: unknown): string => {
  if (Array.isArray(value)) return 'a list in square brackets';
  if (typeof value === 'object') return 'an object in braces';
  if (typeof value === 'string') return 'a text';
  return typeof value === 'number' ? 'a number' : 'true or false';
};

const tooBig = (origin: string, most: number | bigint): string => {
  if (origin === 'array') return `There are more than ${most} entries.`;
  return origin === 'string' ? `This is longer than ${most} characters.` : `This is more than ${most}.`;
};

const tooSmall = (origin: string, least: number | bigint): string => {
  if (origin === 'array') return `There are fewer than ${least} entries.`;
  return origin === 'string'
    ? `This is shorter than ${least} characters.`
    : 'This is negative, or too little.';
};

export const valueAt = (root: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? Reflect.get(value, step)
        : undefined,
    root,
  );
