import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { routesOfCaller } from '../../../functions/api/access/caller-routes.ts';
import { openApiDocument } from '../../../functions/api/openapi/document.ts';
import type { PracticeRoute } from '../../../functions/api/practice-request.ts';
import { routesOfPractice } from '../../../functions/api/practice-routes.ts';
import { rolesThat } from '../../../functions/domain/access/permissions.ts';
import { problemKinds } from '../../../functions/runtime/problem.ts';
import { documented, holdToDocument, issuer } from '../../factories/api/documented.ts';
import { rightsOfRoutes } from '../access/expected-access.ts';

type Operation = {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly { readonly $ref?: string }[];
  readonly responses: Readonly<Record<string, unknown>>;
};

const inPractice = '/v1/practices/{practiceId}';

const all = Object.entries(documented.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    route: `${method.toUpperCase()} ${path.replace(inPractice, '')}`,
    path,
    operation: operation as unknown as Operation,
  })),
);

const operations = all.filter(({ path }) => path.startsWith(inPractice));
const isOfPath = (ref: string): boolean =>
  documented.components.parameters[ref.replace('#/components/parameters/', '')]?.in === 'path';

/** Which routes answer with a status, where not all do. */
const onlyOf: Readonly<Record<string, (route: PracticeRoute) => boolean>> = {
  409: ({ method }) => method !== 'GET',
  412: ({ version }) => version === 'asked',
  413: ({ method }) => method !== 'GET',
  422: ({ method }) => method === 'POST',
  428: ({ version }) => version === 'asked',
};

const routeNamed = (name: string): PracticeRoute => {
  const found = routesOfPractice.find(({ method, path }) => `${method} ${path}` === name);
  if (!found) throw new Error(`There is no route ${name}`);
  return found;
};

describe('the description of the API', () => {
  it('is OpenAPI 3.1 by its schema', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(documented));
    expect([valid, errors]).toEqual([true, undefined]);
  });

  it('has every route once, and no other', () => {
    expect(operations.map(({ route }) => route).toSorted()).toEqual(Object.keys(rightsOfRoutes).toSorted());
    expect(operations).toHaveLength(routesOfPractice.length);
    console.log(`${operations.length} routes, ${Object.keys(documented.components.schemas).length} schemas`);
  });

  it('has beside them what is asked before a practice is chosen, with a token and without a scope', () => {
    const others = all.filter(({ path }) => !path.startsWith(inPractice));
    expect(others.map(({ route }) => route)).toEqual(
      routesOfCaller.map(({ method, path }) => `${method} /v1${path}`),
    );
    for (const { operation } of others) expect(operation.security).toEqual([{ signedIn: [] }]);
  });

  it('calls each of them by a name of its own', () => {
    const ids = all.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^(?:get|put|post|patch|delete)[A-Z]\w+$/);
    expect(ids).toEqual(
      expect.arrayContaining(['getClaim', 'getClaims', 'getClaimHistory', 'postTaskActions']),
    );
  });

  it('asks for the scopes that the matrix of access asks for', () => {
    for (const { route, operation } of operations) {
      const scopes = operation.security.flatMap((one) => Object.values(one).flat());
      for (const scope of scopes) expect(Object.keys(rolesThat)).toContain(scope.replace('claimwright/', ''));
      const rights = rightsOfRoutes[route] ?? '';
      if (!rights.startsWith('by '))
        expect([route, scopes]).toEqual([route, rights.split(' ').map((right) => `claimwright/${right}`)]);
    }
  });

  it('describes every place of every path', () => {
    for (const { path, operation } of operations) {
      const places = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `#/components/parameters/${name}`);
      expect(operation.parameters.flatMap(({ $ref }) => $ref ?? []).filter(isOfPath)).toEqual(places);
    }
    for (const [name, { schema }] of Object.entries(documented.components.parameters))
      expect(
        ['type', '$ref'].some((key) => key in (schema as object)),
        name,
      ).toBe(true);
  });

  it('declares every refusal that the API knows, of the routes that refuse so', () => {
    const codes = new Set(Object.values(problemKinds).map(({ status }) => String(status)));
    for (const { route, operation } of operations)
      for (const code of codes)
        expect([route, code, code in operation.responses]).toEqual([
          route,
          code,
          onlyOf[code]?.(routeNamed(route)) ?? true,
        ]);
  });

  it('asks for what a page, a key and a version take, of the routes that take them', () => {
    for (const { route, operation } of operations) {
      const named = operation.parameters.flatMap(({ $ref }) => $ref?.split('/').at(-1) ?? []);
      const { method, list, repeat, version } = routeNamed(route);
      const expected = [
        ...(list === undefined ? [] : ['Cursor', 'Limit']),
        ...(method !== 'POST' ? [] : [repeat === undefined ? 'NeededIdempotencyKey' : 'IdempotencyKey']),
        ...(version === 'asked' ? ['IfMatch'] : []),
      ];
      expect([route, named.filter((one) => /^[A-Z]/.test(one))]).toEqual([route, expected]);
    }
  });

  it('names no component that it has not, and has none that it does not name', () => {
    const named = new Set(
      [...JSON.stringify(documented).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)].map(
        ([, name]) => name,
      ),
    );
    expect([...named].toSorted()).toEqual(Object.keys(documented.components.schemas).toSorted());
  });

  it('says each form once: no two components of a name and its like are the same', () => {
    const { schemas } = documented.components;
    for (const name of Object.keys(schemas).filter((one) => `${one}Sent` in schemas))
      expect([name, schemas[`${name}Sent`]]).not.toEqual([name, schemas[name]]);
  });

  it('is the same each time', () => {
    expect(JSON.stringify(openApiDocument(routesOfPractice, issuer))).toBe(JSON.stringify(documented));
  });
});

/** What looks like a list and is none: a report over everything, a document, ten at most, or what hangs on one record. */
const wholes: readonly string[] = [
  ...['GET /credit-balances', 'GET /provider-ledger', 'GET /reconciliation', 'GET /duplicate-patients'],
  ...['GET /reports/undocumented-appointments', 'GET /reports/unbilled-visits'],
  ...['GET /adjustment-classes', 'GET /charge-master', 'GET /enrolments', 'GET /locations'],
  ...['GET /claims/{claimId}', 'GET /encounters/{encounterId}', 'GET /members/{subject}'],
  ...['GET /patients/{patientId}', 'GET /patients/{patientId}/coverages'],
  ...['GET /patients/{patientId}/authorizations', 'GET /patients/{patientId}/disclosures'],
  ...['GET /patients/{patientId}/export', 'GET /webhooks'],
  ...['GET /settings/versions', 'GET /providers'],
  ...['GET /payers', 'GET /code-sets', 'GET /code-sets/{codeSet}/codes'],
  ...['GET /claims/{claimId}/timeline', 'GET /claims/{claimId}/ledger', 'GET /claims/{claimId}/files'],
  ...['GET /encounters/{encounterId}/documents', 'GET /encounters/{encounterId}/timeline'],
  ...['GET /encounters/{encounterId}/suggestions', 'GET /tasks/{taskId}/timeline'],
  ...['GET /patients/{patientId}/timeline', 'GET /remittances', 'GET /remittances/{remittanceId}'],
];

describe('lists', () => {
  it('are read a page at a time, all that are no whole of their own', () => {
    const fieldsOf = (body: z.ZodType) => Object.values((body as Partial<z.ZodObject>).shape ?? {});
    const answersWithList = ({ method, answer }: PracticeRoute): boolean =>
      method === 'GET' && fieldsOf(answer.body).some((field) => field instanceof z.ZodArray);
    const whole = routesOfPractice.filter((route) => answersWithList(route) && route.list === undefined);
    expect(whole.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(wholes.toSorted());
    const paged = routesOfPractice.filter(({ list }) => list !== undefined);
    for (const { answer } of paged)
      expect(Object.keys((answer.body as z.ZodObject).shape)).toEqual(
        expect.arrayContaining(['items', 'next']),
      );
    console.log(`${paged.length} lists in pages, ${whole.length} wholes`);
  });
});

describe('what holds answers to it', () => {
  const path = '/v1/practices/maple-street/tasks';
  const headers = { 'content-type': 'application/json' };

  it.each([
    ['a status that is not declared', { statusCode: 418, headers, body: '{}' }],
    ['a type that is not declared', { statusCode: 404, headers, body: '{}' }],
    ['a body without what is promised', { statusCode: 200, headers, body: '{}' }],
    ['a body with more than is described', { statusCode: 200, headers, body: '{"items":[],"more":1}' }],
  ])('refuses %s', (_title, answer) => {
    expect(() => holdToDocument('GET', path, answer)).toThrow('not as described');
    expect(() =>
      holdToDocument('GET', path, { statusCode: 200, headers, body: '{"items":[]}' }),
    ).not.toThrow();
  });
});
