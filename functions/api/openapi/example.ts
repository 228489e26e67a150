import { type JsonSchema, refTo, type Schemas } from './json-schema.ts';

/** Texts of the forms that the API asks for; what has another form is shown as what it is. */
const texts = [
  '2026-11-16',
  '2026-11-16T15:04:05.000Z',
  '99213',
  'E1014',
  'P1001',
  'maple-street',
  'subject-ana',
  'M17.11',
  '1234567893',
  'NY',
  '12345',
  '11',
  '09:30',
  '24D0404292',
  '00000000000',
  'A1',
  'abc',
  'C23456789CD',
  'ep_0123456789abcdef0123',
  'instead-of-C23456789CD',
  'ana@maplestreet.example',
  'LY==',
  'KX-1',
  'biller-rule',
  '99213-99215',
];

const textOf = ({ format, pattern, minLength, maxLength }: JsonSchema): string => {
  if (format === 'email') return 'ana@maplestreet.example';
  if (format === 'date-time') return '2026-11-16T14:00:00Z';
  if (format === 'uri') return 'https://clinic.example';
  if (format === 'base64') return 'QUJD';
  const fits = typeof pattern === 'string' ? texts.find((text) => new RegExp(pattern).test(text)) : undefined;
  return (
    fits ??
    'As it is called'
      .padEnd(Number(minLength ?? 0), '.')
      .slice(0, Number(maxLength ?? 200))
      .trim()
  );
};

const numberOf = ({ minimum, exclusiveMinimum }: JsonSchema): number => {
  if (exclusiveMinimum !== undefined) return Number(exclusiveMinimum) + 1;
  return Math.max(Number(minimum ?? 1), 1);
};

/** Deeper than this nobody reads, and what names itself would never end. */
const deepest = 6;

/** What could stand where a schema does, with all that has to be there and the first words of what may. */
export const exampleOf = (schema: JsonSchema, schemas: Schemas, depth = 0): unknown => {
  if (typeof schema.$ref === 'string') {
    const name = Object.keys(schemas).find((one) => refTo(one) === schema.$ref) ?? '';
    return exampleOf({ ...schemas[name] }, schemas, depth);
  }
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.default !== undefined) return schema.default;
  const [first] = (schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []) as readonly JsonSchema[];
  if (first) return exampleOf(first, schemas, depth);
  if (schema.type === 'object') return objectOf(schema, schemas, depth);
  if (schema.type === 'array')
    return depth > deepest && !schema.minItems ? [] : listOf(schema, schemas, depth);
  if (schema.type === 'string') return textOf(schema);
  if (schema.type === 'integer' || schema.type === 'number') return numberOf(schema);
  return schema.type === 'boolean' ? true : {};
};

/** The keys of a record that has one for each word of a list. */
const keysOf = ({ propertyNames }: JsonSchema): readonly string[] =>
  (propertyNames as { readonly enum?: readonly string[] } | undefined)?.enum ?? [];

const objectOf = (schema: JsonSchema, schemas: Schemas, depth: number): unknown => {
  const { properties = {}, required = [], additionalProperties: each = {} } = schema;
  const needed = required as readonly string[];
  const shown = Object.entries(properties as Record<string, JsonSchema>).filter(
    ([name]) => needed.includes(name) || depth === 0,
  );
  const fields = [...shown, ...keysOf(schema).map((key) => [key, each as JsonSchema] as const)];
  return Object.fromEntries(fields.map(([name, field]) => [name, exampleOf(field, schemas, depth + 1)]));
};

const listOf = ({ items = {}, minItems = 1 }: JsonSchema, schemas: Schemas, depth: number): unknown =>
  Array.from({ length: Math.max(Number(minItems), 1) }, () =>
    exampleOf(items as JsonSchema, schemas, depth + 1),
  );
