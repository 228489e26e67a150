import { describe, expect, it, vi } from 'vitest';
import { answerOf, claimwright, clientCredentials, everyItem, ProblemError } from '../../client/client.ts';

const json = (status: number, body: unknown, type = 'application/json'): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });

describe('a program’s token', () => {
  const signIn = (answers: readonly (() => Response)[]) => {
    const at = { now: 0 };
    const left = answers.values();
    const send = vi.fn<typeof fetch>(async () => {
      const answer = left.next().value;
      if (!answer) throw new Error('Nothing is answered');
      return answer();
    });
    const token = clientCredentials({
      ...{ tokenUrl: 'https://pool.example/oauth2/token', clientId: 'emr', clientSecret: 'key' },
      ...{ scopes: ['read', 'register'], fetch: send, now: () => at.now },
    });
    return { at, send, token };
  };
  const given = (name: string) => () => json(200, { access_token: name, expires_in: 3600 });

  it('is asked for by id and secret, with the scopes', async () => {
    const { send, token } = signIn([given('one')]);
    expect(await token()).toBe('one');
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe('https://pool.example/oauth2/token');
    expect(init?.headers).toEqual({ authorization: `Basic ${btoa('emr:key')}` });
    expect(String(init?.body)).toBe(
      'grant_type=client_credentials&scope=claimwright%2Fread+claimwright%2Fregister',
    );
  });

  it('is kept until a minute before its end, and asked for once by all who need it', async () => {
    const { at, send, token } = signIn([given('one'), given('two')]);
    expect(await Promise.all([token(), token(), token()])).toEqual(['one', 'one', 'one']);
    at.now = 3_539_999;
    expect(await token()).toBe('one');
    at.now = 3_540_000;
    expect(await Promise.all([token(), token()])).toEqual(['two', 'two']);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it('is asked for again after it was refused', async () => {
    const { token } = signIn([() => json(400, { error: 'invalid_client' }), given('two')]);
    await expect(token()).rejects.toThrow(/400.*invalid_client/);
    expect(await token()).toBe('two');
  });
});

const apiThat = (answer: (request: Request) => Response) => {
  const seen: Request[] = [];
  const api = claimwright({
    apiUrl: 'https://api.example',
    token: async () => 'a-token',
    fetch: async (request) => {
      seen.push(request);
      return answer(request);
    },
  });
  return { api, seen };
};

const path = { practiceId: 'maple-street' };

describe('a request', () => {
  it('is signed, goes to its path and gives what is answered', async () => {
    const { api, seen } = apiThat(() => json(200, { items: [] }));
    const params = { path, query: { status: 'open' } } as const;
    expect(await answerOf(api.GET('/v1/practices/{practiceId}/tasks', { params }))).toEqual({ items: [] });
    expect(seen[0]?.url).toBe('https://api.example/v1/practices/maple-street/tasks?status=open');
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer a-token');
  });

  it('that is refused throws with the findings', async () => {
    const problem = {
      ...{ type: '/v1/docs#InvalidInput', title: 'The request does not fit', status: 400 },
      ...{ detail: 'The request does not fit', next: 'Mend it' },
      findings: [{ field: 'fileName', code: 'too_small', detail: 'Too small' }],
    };
    const { api } = apiThat(() => json(400, problem, 'application/problem+json'));
    const params = { path: { ...path, encounterId: 'E1' } };
    const asked = api.POST('/v1/practices/{practiceId}/encounters/{encounterId}/documents', {
      ...{ params, body: { fileName: '' } },
    });
    const error = await asked.then(undefined, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({
      status: 400,
      type: problem.type,
      next: 'Mend it',
      findings: problem.findings,
    });
    expect(String(error)).toBe(
      'ProblemError: POST /v1/practices/maple-street/encounters/E1/documents is answered with 400: The request does not fit\nfileName: Too small',
    );
  });

  it.each([
    ['by the gateway', () => json(503, { message: 'Service Unavailable' }), 'Service Unavailable'],
    [
      'by something else',
      () => new Response('<html>', { status: 502, statusText: 'Bad Gateway' }),
      'Bad Gateway',
    ],
  ])('that is refused %s throws as well', async (_by, answer, detail) => {
    const { api } = apiThat(answer);
    await expect(api.GET('/v1/practices/{practiceId}/claims', { params: { path } })).rejects.toThrow(detail);
  });
});

describe('a request that is cut off on the other side', () => {
  const cutOffOnce = () => {
    let times = 0;
    return apiThat(() => (++times === 1 ? json(502, { message: 'Bad gateway' }) : json(200, { items: [] })));
  };

  it('is sent again where that does nothing twice', async () => {
    const { api, seen } = cutOffOnce();
    const params = { path, query: { status: 'open' } } as const;
    expect(await answerOf(api.GET('/v1/practices/{practiceId}/tasks', { params }))).toEqual({ items: [] });
    expect(seen).toHaveLength(2);
  });

  it('is not where nobody knows whether it was done', async () => {
    const { api, seen } = cutOffOnce();
    const params = { path: { ...path, encounterId: 'E1' } };
    const asked = api.POST('/v1/practices/{practiceId}/encounters/{encounterId}/documents', {
      ...{ params, body: { fileName: 'a.txt' } },
    });
    await expect(asked).rejects.toMatchObject({ status: 502 });
    expect(seen).toHaveLength(1);
  });
});

describe('the items of a list', () => {
  const pages: Readonly<Record<string, { items: number[]; next?: string }>> = {
    '': { items: [1, 2], next: 'a' },
    a: { items: [], next: 'b' },
    b: { items: [3] },
  };

  it('come page by page, as they are asked for', async () => {
    const asked: (string | undefined)[] = [];
    const items = everyItem(async (cursor) => {
      asked.push(cursor);
      return pages[cursor ?? ''] ?? { items: [] };
    });
    expect((await items.next()).value).toBe(1);
    expect(asked).toEqual([undefined]);
    const rest: number[] = [];
    for await (const item of items) rest.push(item);
    expect([rest, asked]).toEqual([
      [2, 3],
      [undefined, 'a', 'b'],
    ]);
  });
});
