import type { z } from 'zod';
import { routesOfCaller } from '../access/caller-routes.ts';
import type { PracticeRoute } from '../practice-request.ts';
import { commonParameters } from './common-parameters.ts';
import { type JsonSchema, namesIn, refTo, renamed, type Schemas } from './json-schema.ts';
import { headersIn, operationOf, operationOfCaller, scheme, type Written } from './operation.ts';
import { groupOf, operationIdOf } from './operation-id.ts';
import { pathParameters } from './path-parameters.ts';
import { Conflict, GatewayRefusal, Problem, refusals } from './refusals.ts';
import { schemaNames } from './schema-names.ts';
import { webhookEventsOf } from './webhook-events.ts';
import { writeSchemas } from './write-schemas.ts';

/** A description of an API as OpenAPI 3.1 has it. */
export type OpenApiDocument = {
  readonly openapi: string;
  readonly info: JsonSchema;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, JsonSchema>>>>;
  /** What is sent to programs, by its type. */
  readonly webhooks: Schemas;
  readonly components: {
    readonly schemas: Schemas;
    readonly parameters: Readonly<Record<string, JsonSchema>>;
    readonly responses: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, JsonSchema>>;
  };
} & JsonSchema;

const common: Readonly<Record<string, z.ZodType>> = { ...schemaNames, Problem, Conflict, GatewayRefusal };

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** What is said of a route of a practice or of the caller's own. */
type DescribedRoute = Pick<PracticeRoute, 'method' | 'path' | 'query' | 'body' | 'answer'>;

/** Every schema that is said once, by its name: what has none is called after the first route that has it. */
const nameSchemas = (routes: readonly DescribedRoute[]): Map<z.ZodType, string> => {
  const names = new Map(Object.entries(common).map(([name, schema]) => [schema, name] as const));
  const name = (schema: z.ZodType | undefined, otherwise: string): void => {
    if (schema && !names.has(schema)) names.set(schema, String(schema.meta()?.id ?? otherwise));
  };
  for (const route of routes) {
    const id = capital(operationIdOf(route));
    name(route.query, `${id}Query`);
    name(route.body, `${id}Body`);
    name(route.answer.body, `${id}Answer`);
  }
  return names;
};

/** What is described of all that was written: the rest is of no route. */
const reached = (schemas: Schemas, from: unknown): Schemas => {
  const names = new Set(namesIn(from));
  for (const name of names) for (const part of namesIn(schemas[name])) names.add(part);
  return Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => names.has(name))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
};

/** What is sent alone needs no name beside that of what is answered with. */
const plainNameIn =
  (schemas: Schemas) =>
  (name: string): string => {
    const plain = name.replace(/Sent$/, '');
    return plain in schemas ? name : plain;
  };

const parameterOf = (name: string, schemas: Schemas): JsonSchema => {
  const { description, ...schema } = schemas[parameterName(name)] ?? {};
  return { name, in: 'path', required: true, description, schema };
};

const parameterName = (name: string): string => `Path.${name}`;

const responses = Object.fromEntries(
  refusals.map(({ name, told, schemas, headers }) => [
    name,
    {
      description: told,
      ...(headers && { headers: headersIn(headers) }),
      content: Object.fromEntries(
        Object.entries(schemas).map(([type, schema]) => [type, { schema: { $ref: refTo(schema) } }]),
      ),
    },
  ]),
);

const pathsOf = (routes: readonly PracticeRoute[], written: Written): OpenApiDocument['paths'] => {
  const paths = new Map<string, Record<string, JsonSchema>>(
    routesOfCaller.map((route) => [
      `/v1${route.path}`,
      { [route.method.toLowerCase()]: operationOfCaller(route, written) },
    ]),
  );
  for (const route of routes) {
    const path = `/v1/practices/{practiceId}${route.path}`;
    const methods = paths.get(path) ?? {};
    methods[route.method.toLowerCase()] = operationOf(route, written);
    paths.set(path, methods);
  }
  return Object.fromEntries(paths);
};

const info = {
  title: 'Claimwright',
  version: '1',
  description:
    'Visits, claims, payments and tasks of a practice. Days are YYYY-MM-DD, instants ISO 8601 in UTC, money is whole cents. Answers may have more fields than are described: leave what you do not know.',
  license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
};

/**
 * Describes routes as OpenAPI 3.1. `issuer` is the address of the user pool whose tokens are taken; programs find there
 * where they are given.
 */
export const openApiDocument = (routes: readonly PracticeRoute[], issuer: string): OpenApiDocument => {
  const names = nameSchemas([...routesOfCaller, ...routes]);
  const parameters = Object.entries(pathParameters).map(
    ([name, schema]) => [parameterName(name), schema] as const,
  );
  const { schemas, sentAs } = writeSchemas(
    new Map([...[...names].map(([schema, name]) => [name, schema] as const), ...parameters]),
  );
  const nameOf = (schema: z.ZodType): string => names.get(schema) ?? '';
  const paths = pathsOf(routes, {
    bodyOf: ({ body }) => body && sentAs(nameOf(body)),
    answerOf: ({ answer }) => nameOf(answer.body),
    queryOf: ({ query }) => query && schemas[sentAs(nameOf(query))],
  });
  const places = Object.fromEntries(
    Object.keys(pathParameters).map((name) => [name, parameterOf(name, schemas)]),
  );
  const webhooks = webhookEventsOf('WebhookMessage');
  const components = reached(schemas, [paths, webhooks, responses, places]);
  const plain = plainNameIn(components);
  const plainly = Object.entries(components).map(
    ([name, schema]) => [plain(name), renamed(schema, plain)] as const,
  );
  return {
    openapi: '3.1.0',
    info,
    servers: [{ url: '/' }],
    tags: [...new Set([...routesOfCaller, ...routes].map(groupOf))].map((name) => ({ name })),
    paths: renamed(paths, plain),
    webhooks: renamed(webhooks, plain),
    components: {
      schemas: Object.fromEntries(plainly),
      parameters: { ...places, ...commonParameters },
      responses,
      securitySchemes: {
        [scheme]: {
          type: 'openIdConnect',
          openIdConnectUrl: `${issuer}/.well-known/openid-configuration`,
          description:
            'An access token. Of a program, by client credentials, it names what the program may do as scopes (claimwright/read); of a person it names none, and the roles in the practice decide.',
        },
      },
    },
  };
};
