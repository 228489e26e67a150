import type { OpenApiDocument } from '../../functions/api/openapi/document.ts';
import type { JsonSchema } from '../../functions/api/openapi/json-schema.ts';

const heading = `/** What the API takes and gives, as types: written by \`npm run build:client\` from the description of the API. */
// biome-ignore-all lint: written by a program
`;

const literal = (value: unknown): string => JSON.stringify(value);

const isName = (name: string): boolean => /^[A-Za-z_$][\w$]*$/.test(name);

const keyOf = (name: string): string => (isName(name) ? name : literal(name));

const refOf = (ref: string, section = 'schemas'): string =>
  `components['${section}'][${literal(ref.split('/').at(-1) ?? '')}]`;

const union = (types: readonly string[]): string => [...new Set(types)].join(' | ') || 'never';

/** On a line of its own: formatters move comments that stand beside a field. */
const comment = ({ description }: JsonSchema): string =>
  typeof description === 'string' ? `\n/** ${description.replaceAll('*/', '*\\/')} */\n` : '';

/** What stands under names that are not told one by one. */
const restOf = ({ additionalProperties: rest, propertyNames }: JsonSchema): string => {
  if (rest === undefined || rest === false) return '';
  const of =
    rest === true || Object.keys(rest as object).length === 0 ? 'unknown' : typeOf(rest as JsonSchema);
  const names = (propertyNames as JsonSchema | undefined)?.enum;
  return Array.isArray(names) ? `[name in ${union(names.map(literal))}]: ${of}` : `[name: string]: ${of}`;
};

const objectOf = (schema: JsonSchema): string => {
  const { properties = {}, required = [] } = schema;
  const fields = Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, field]) =>
      `${comment(field)}${keyOf(name)}${(required as string[]).includes(name) ? '' : '?'}: ${typeOf(field)};`,
  );
  const rest = restOf(schema);
  if (fields.length === 0) return `{ ${rest || '[name: string]: unknown'} }`;
  // A name that is told may be of another form than the rest.
  return `{ ${fields.join('\n')} }${rest ? ` & { ${rest.includes('unknown') ? '[name: string]: unknown' : rest} }` : ''}`;
};

const ofKind = (kind: string, schema: JsonSchema): string => {
  if (kind === 'object') return objectOf(schema);
  if (kind === 'array') return `(${schema.items ? typeOf(schema.items as JsonSchema) : 'unknown'})[]`;
  return kind === 'integer' ? 'number' : kind;
};

/** The type of what fits a schema; what types have no words for (patterns, bounds) is left to the API. */
export const typeOf = (schema: JsonSchema): string => {
  if (typeof schema.$ref === 'string') return refOf(schema.$ref);
  if ('const' in schema) return literal(schema.const);
  if (Array.isArray(schema.enum)) return union(schema.enum.map(literal));
  const choices = (schema.anyOf ?? schema.oneOf) as readonly JsonSchema[] | undefined;
  if (choices) return `(${union(choices.map(typeOf))})`;
  const kinds = [schema.type].flat().filter((kind) => typeof kind === 'string');
  return kinds.length === 0 ? 'unknown' : union(kinds.map((kind) => ofKind(kind, schema)));
};

type Described = { readonly content?: Readonly<Record<string, { readonly schema: JsonSchema }>> };

const contentOf = ({ content = {} }: Described): string =>
  Object.entries(content)
    .map(([type, { schema }]) => `${literal(type)}: ${typeOf(schema)};`)
    .join(' ');

const responseOf = (response: JsonSchema): string =>
  typeof response.$ref === 'string'
    ? refOf(response.$ref, 'responses')
    : `{ headers: { [name: string]: unknown }; content: { ${contentOf(response as Described)} } }`;

type Parameter = JsonSchema & { readonly name: string; readonly in: string; readonly required?: boolean };

const parametersOf = (all: readonly Parameter[], place: string): string => {
  const here = all.filter((one) => one.in === place);
  if (here.length === 0) return `${place}?: never;`;
  const isOptional = here.every(({ required }) => !required);
  const fields = here.map(
    ({ name, required, schema, ...told }) =>
      `${comment(told)}${keyOf(name)}${required ? '' : '?'}: ${typeOf(schema as JsonSchema)};`,
  );
  return `${place}${isOptional ? '?' : ''}: { ${fields.join('\n')} };`;
};

/** One operation in the form that openapi-fetch reads. */
const operationOf = (operation: JsonSchema, { components }: OpenApiDocument): string => {
  const parameters = (operation.parameters as JsonSchema[]).map((one) =>
    typeof one.$ref === 'string' ? components.parameters[one.$ref.split('/').at(-1) ?? ''] : one,
  ) as Parameter[];
  const places = ['path', 'query', 'header', 'cookie'].map((place) => parametersOf(parameters, place));
  const responses = Object.entries(operation.responses as Record<string, JsonSchema>).map(
    ([status, response]) => `${status}: ${responseOf(response)};`,
  );
  const body = operation.requestBody as Described | undefined;
  return `{
    parameters: { ${places.join(' ')} };
    ${body ? `requestBody: { content: { ${contentOf(body)} } };` : 'requestBody?: never;'}
    responses: { ${responses.join('\n')} };
  }`;
};

const section = (name: string, entries: readonly string[]): string => `${name}: {\n${entries.join('\n')}\n};`;

/** The description of the API as types, in the form of `openapi-typescript`, which openapi-fetch is made for. */
export const clientSchema = (document: OpenApiDocument): string => {
  const paths = Object.entries(document.paths).map(([path, methods]) => {
    const operations = Object.entries(methods).map(
      ([method, { operationId }]) => `${method}: operations[${literal(operationId)}];`,
    );
    return `${literal(path)}: { ${operations.join(' ')} };`;
  });
  const operations = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(
      (operation) =>
        `/** ${operation.summary} */\n${keyOf(String(operation.operationId))}: ${operationOf(operation, document)};`,
    ),
  );
  const { schemas, responses } = document.components;
  const components = [
    section(
      'schemas',
      Object.entries(schemas).map(([name, schema]) => `${comment(schema)}${keyOf(name)}: ${typeOf(schema)};`),
    ),
    section(
      'responses',
      Object.entries(responses).map(([name, response]) => `${keyOf(name)}: ${responseOf(response)};`),
    ),
  ];
  return `${heading}
export interface paths {\n${paths.join('\n')}\n}

export interface components {\n${components.join('\n')}\n}

export interface operations {\n${operations.join('\n')}\n}
`;
};
