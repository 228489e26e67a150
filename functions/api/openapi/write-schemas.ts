import { z } from 'zod';
import { type JsonSchema, namesIn, refTo, renamed, type Schemas } from './json-schema.ts';

/** Schemas by the names of their components. */
export type NamedSchemas = ReadonlyMap<string, z.ZodType>;

type Direction = 'input' | 'output';

/** Zod states the bounds of what a double holds exactly; nobody needs to be told. */
const withoutBounds = (json: JsonSchema): void => {
  if (json.maximum === Number.MAX_SAFE_INTEGER) delete json.maximum;
  if (json.minimum === Number.MIN_SAFE_INTEGER) delete json.minimum;
};

/** What zod has no words for or says too strictly: transforms here keep the form, and callers bear new fields. */
const mend =
  (io: Direction) =>
  ({ zodSchema, jsonSchema }: { zodSchema: z.core.$ZodTypes; jsonSchema: z.core.JSONSchema.BaseSchema }) => {
    const json = jsonSchema as JsonSchema;
    const { def } = zodSchema._zod;
    withoutBounds(json);
    for (const ours of ['kind', 'id', 'readOnly', '$schema', '$id']) delete json[ours];
    if (io === 'output' && def.type === 'object' && def.catchall === undefined)
      delete json.additionalProperties;
    if (io === 'output' && def.type === 'pipe' && def.out._zod.def.type === 'transform')
      Object.assign(json, { ...schemaOf(def.in as z.ZodType), ...json });
  };

/** The schema of something that has no name of its own. */
const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any', override: mend('output') }) as JsonSchema;

/** All of them as they are sent (`input`) or answered with (`output`), each naming the others. */
const writeOne = (named: NamedSchemas, io: Direction): Schemas => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of named) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, {
    io,
    unrepresentable: 'any',
    uri: refTo,
    override: mend(io),
  });
  const { __shared: shared, ...own } = schemas as Record<string, JsonSchema>;
  const all = { ...own, ...((shared?.$defs ?? {}) as Record<string, JsonSchema>) };
  const text = JSON.stringify(all, (key, value) => (['$schema', '$id'].includes(key) ? undefined : value));
  return JSON.parse(text.replaceAll(`${refTo('__shared')}#/$defs/`, refTo('')));
};

/** Names under which what is sent has another form than what is answered with, its parts counted in. */
const differing = (sent: Schemas, answered: Schemas): ReadonlySet<string> => {
  const names = Object.keys(sent);
  const differ = new Set(
    names.filter((name) => JSON.stringify(sent[name]) !== JSON.stringify(answered[name])),
  );
  for (let before = -1; before !== differ.size; ) {
    before = differ.size;
    for (const name of names) if ([...namesIn(sent[name])].some((part) => differ.has(part))) differ.add(name);
  }
  return differ;
};

/** The components of both directions: one where they agree, else what is sent under a name of its own. */
export const writeSchemas = (
  named: NamedSchemas,
): { readonly schemas: Schemas; readonly sentAs: (name: string) => string } => {
  const answered = writeOne(named, 'output');
  const sent = writeOne(named, 'input');
  const differ = differing(sent, answered);
  const sentAs = (name: string): string => (differ.has(name) ? `${name}Sent` : name);
  const ofSent = Object.entries(sent).map(
    ([name, schema]) => [sentAs(name), renamed(schema, sentAs)] as const,
  );
  return { schemas: { ...answered, ...Object.fromEntries(ofSent) }, sentAs };
};
