import { describe, expect, it } from 'vitest';
import { BillingError, billingErrorNames } from '../../functions/runtime/errors.ts';
import { badRequest, type HttpRequest, httpHandler, json } from '../../functions/runtime/http-handler.ts';
import { anHttpEvent, claimsOf, withClaims } from '../factories/http-event.ts';
import { aContext } from '../factories/lambda-context.ts';
import { catchLogLines } from './log-lines.ts';

const logs = catchLogLines();

const failing = (error: unknown) =>
  httpHandler([
    {
      method: 'GET',
      path: '/x',
      respond: async () => {
        throw error;
      },
    },
  ])(anHttpEvent('GET', '/x'), aContext());

describe('httpHandler', () => {
  it('gives the route its decoded path, query and body', async () => {
    const seen: HttpRequest[] = [];
    const handler = httpHandler([
      {
        method: 'POST',
        path: '/claims/{claimId}/notes',
        respond: async (request) => {
          seen.push(request);
          return json(201, { ok: true });
        },
      },
    ]);
    const body = Buffer.from('a=ü').toString('base64');
    const event = anHttpEvent('POST', '/claims/C%201/notes?x=1', { body, isBase64Encoded: true });
    const answer = await handler(event, aContext());
    expect(seen).toMatchObject([{ path: { claimId: 'C 1' }, query: { x: '1' }, body: 'a=ü' }]);
    expect(answer).toMatchObject({
      statusCode: 201,
      body: '{"ok":true}',
      headers: { 'cache-control': 'no-store' },
    });
  });

  it('tells the route whose token was checked, by what API Gateway says and not by a header', async () => {
    const seen: HttpRequest[] = [];
    const handler = httpHandler([
      { method: 'GET', path: '/x', respond: async (request) => json(200, seen.push(request)) },
    ]);
    const person = claimsOf({ subject: 'subject-ana', kind: 'person' });
    const program = claimsOf({ subject: 'client-of-emr', kind: 'program' }, ['read', 'bill']);
    const scope = 'openid other/code claimwright/read';
    const claims = [
      person,
      program,
      { ...program, scope },
      { ...person, token_use: 'id' },
      { ...person, sub: '' },
      {},
    ];
    for (const one of claims) await handler(withClaims(anHttpEvent('GET', '/x'), one), aContext());
    await handler(
      anHttpEvent('GET', '/x', { headers: { authorization: 'Bearer x', sub: 'ana' } }),
      aContext(),
    );
    expect(seen.map(({ caller }) => caller)).toEqual([
      { kind: 'person', subject: 'subject-ana', scopes: [] },
      { kind: 'program', subject: 'client-of-emr', scopes: ['read', 'bill'] },
      { kind: 'program', subject: 'client-of-emr', scopes: ['read'] },
      ...[undefined, undefined, undefined, undefined],
    ]);
  });

  it('gives the route its cookies, from their list or their header', async () => {
    const seen: HttpRequest[] = [];
    const handler = httpHandler([
      { method: 'GET', path: '/x', respond: async (request) => json(200, seen.push(request)) },
    ]);
    await handler(anHttpEvent('GET', '/x', { cookies: ['a=1', 'b=x=y'] }), aContext());
    await handler(anHttpEvent('GET', '/x', { headers: { cookie: 'a=1; b=x=y' } }), aContext());
    await handler(anHttpEvent('GET', '/x'), aContext());
    const both = { a: '1', b: 'x=y' };
    expect(seen.map(({ cookies }) => cookies)).toEqual([both, both, {}]);
  });

  it('answers 404 for paths that no route knows', async () => {
    const answer = await httpHandler([])(anHttpEvent('GET', '/nowhere'), aContext());
    expect(answer).toMatchObject({ statusCode: 404 });
  });

  it('refuses with problem details, whose findings say the next step where there is one', async () => {
    const findings = [
      { code: 'not-json', path: '', detail: 'The text is not JSON' },
      { code: 'of-its-own', path: 'lines.0.units', detail: 'Too many' },
    ];
    const { status, headers, body } = badRequest(findings);
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(JSON.parse(body)).toEqual({
      type: '/v1/docs#InvalidInput',
      title: 'The request does not fit',
      status: 400,
      detail: 'The request does not fit',
      next: expect.stringContaining('findings'),
      findings: [
        {
          code: 'not-json',
          field: '',
          detail: 'The text is not JSON',
          next: expect.stringContaining('JSON'),
        },
        { code: 'of-its-own', field: 'lines.0.units', detail: 'Too many' },
      ],
    });
  });

  it('refuses a path that is none, and a failure, in the same form', async () => {
    const lost = await httpHandler([])(anHttpEvent('GET', '/nowhere'), aContext());
    const failed = await failing(new Error('x'));
    for (const answer of [lost, failed]) {
      expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json' });
      expect(JSON.parse(answer.body ?? '')).toMatchObject({ status: answer.statusCode, findings: [] });
    }
  });

  it.each([
    ['RecordNotFound', 404],
    ['InvalidInput', 400],
    ['ConcurrentChange', 409],
    ['NotRecorded', 503],
    ['MissingConfiguration', 500],
  ] as const)('answers %s with %i', async (name, status) => {
    expect(billingErrorNames).toContain(name);
    await expect(failing(new BillingError(name, 'why'))).resolves.toMatchObject({ statusCode: status });
  });

  it('tells the caller nothing of a foreign error, and the log no word of it', async () => {
    const answer = await failing(new Error('Okafor'));
    expect(JSON.stringify(answer)).not.toContain('Okafor');
    expect(answer).toMatchObject({ statusCode: 500 });
    expect(logs.lines.join('\n')).toContain('Request failed');
    expect(logs.lines.join('\n')).not.toContain('Okafor');
  });
});
