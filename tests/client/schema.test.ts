import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSync } from 'oxc-parser';
import { describe, expect, expectTypeOf, it } from 'vitest';
import type { operations, Schema } from '../../client/client.ts';
import { clientSchema, typeOf } from '../../local/build/client-schema.ts';
import { documented } from '../factories/api/documented.ts';

const root = join(import.meta.dirname, '../..');
const written = readFileSync(join(root, 'client/schema.d.ts'), 'utf8');

const formatted = (text: string): string =>
  execFileSync(
    process.execPath,
    ['node_modules/@biomejs/biome/bin/biome', 'format', '--stdin-file-path=client/schema.d.ts'],
    {
      cwd: root,
      input: text,
      encoding: 'utf8',
    },
  );

describe('client/schema.d.ts', () => {
  it('is what the description of the API says today; else: npm run build:client', () => {
    expect(written).toBe(formatted(clientSchema(documented)));
  });

  it('can be read, and names nothing that it has not', () => {
    expect(parseSync('schema.d.ts', written).errors).toEqual([]);
    const { schemas, responses } = documented.components;
    for (const [, section, name = ''] of written.matchAll(/components\['(\w+)'\]\['(\w+)'\]/g))
      expect([section, name, name in (section === 'schemas' ? schemas : responses)]).toEqual([
        section,
        name,
        true,
      ]);
  });

  it('tells types as they are', () => {
    expectTypeOf<Schema<'Problem'>['status']>().toEqualTypeOf<number>();
    expectTypeOf<Schema<'Claim'>['lines'][number]['procedure']>().toEqualTypeOf<string>();
    expectTypeOf<Schema<'Claim'>['payerControlNumber']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Schema<'TaskAction'>>().not.toBeAny();
    type Told = operations['getTasks']['responses'][200]['content']['application/json'];
    expectTypeOf<Told['items'][number]>().toEqualTypeOf<Schema<'Task'>>();
    expectTypeOf<operations['getTasks']['parameters']['path']>().toEqualTypeOf<{ practiceId: string }>();
  });
});

describe('the type of a schema', () => {
  it.each([
    [{ type: 'string', format: 'date' }, 'string'],
    [{ type: 'integer', minimum: 1 }, 'number'],
    [{ type: ['string', 'number', 'boolean'] }, 'string | number | boolean'],
    [{ const: 'PUT', type: 'string' }, '"PUT"'],
    [{ enum: ['a', 1, null] }, '"a" | 1 | null'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, '(string | null)'],
    [{ $ref: '#/components/schemas/Claim' }, `components['schemas']["Claim"]`],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, '("a" | "b")[]'],
    [{ type: 'array' }, '(unknown)[]'],
    [{}, 'unknown'],
    [{ description: 'anything' }, 'unknown'],
    [{ type: 'object' }, '{ [name: string]: unknown }'],
    [{ type: 'object', additionalProperties: { type: 'integer' } }, '{ [name: string]: number }'],
    [
      { type: 'object', propertyNames: { enum: ['a', 'b'] }, additionalProperties: { type: 'integer' } },
      '{ [name in "a" | "b"]: number }',
    ],
    [
      { type: 'object', properties: { a: { type: 'string' }, 'b-c': {} }, required: ['a'] },
      '{ a: string;\n"b-c"?: unknown; }',
    ],
    [
      { type: 'object', properties: { a: { type: 'string' } }, additionalProperties: {} },
      '{ a?: string; } & { [name: string]: unknown }',
    ],
    [
      { type: 'object', properties: { a: { type: 'string', description: 'ends */ here' } } },
      '{ \n/** ends *\\/ here */\na?: string; }',
    ],
  ])('%j is %s', (schema, type) => {
    expect(typeOf(schema)).toBe(type);
  });
});
