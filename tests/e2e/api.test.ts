import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { programCredentials } from '../../local/access/program.ts';
import type { LocalPractice } from '../../local/local-practice.ts';
import { objectionTo } from '../factories/api/documented.ts';
import { type FuzzedApi, fuzzedApi } from '../fuzz/fuzzed-api.ts';
import { deepJson, hostileTexts, idsFromOutside } from '../fuzz/hostile-input.ts';
import { runSchemathesis } from '../fuzz/schemathesis.ts';
import { catchLogLines } from '../runtime/log-lines.ts';
import { samplesOf, silently, startPractice, testFolder } from './start-practice.ts';

catchLogLines();

let local: LocalPractice;
let api: FuzzedApi;

beforeAll(async () => {
  local = await startPractice('api');
});

afterAll(async () => {
  await api?.stop();
  await local?.stop();
});

/** A port that nobody has at this moment. */
const freePort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
};

describe('a clinic’s own integration, which knows the published description alone', () => {
  it('registers a visit, sends its note, and follows the claim by webhook until it is paid', async () => {
    const port = await freePort();
    const added = await local.client.send('/webhooks', {
      method: 'POST',
      body: JSON.stringify({ url: `http://localhost:${port}/` }),
    });
    const { secret } = (await added.json()) as { secret: string };
    const [sample] = await samplesOf('01');
    const folder = testFolder('api');
    for (const name of ['encounter.json', 'note.txt'])
      writeFileSync(join(folder, name), sample?.files.get(name) ?? '');
    const { tokenUrl, clientId, clientSecret } = await programCredentials(local.app);
    const script = join(import.meta.dirname, '../../docs/integration/follow-visit.mjs');
    const passing = local.time.pass((error) => console.error(error));
    const child = spawn(process.execPath, [script, 'E-INT-1', 'encounter.json', 'note.txt'], {
      cwd: folder,
      env: {
        ...{ API_URL: local.app.apiUrl, TOKEN_URL: tokenUrl, PRACTICE_ID: 'maple-street' },
        ...{ WEBHOOK_PORT: String(port), WEBHOOK_SECRET: secret },
        ...{ CLIENT_ID: clientId, CLIENT_SECRET: clientSecret, PATH: process.env.PATH },
      },
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => {
        said += String(text);
      });
    const code = await new Promise((resolve) => child.on('close', resolve));
    await passing.stop();
    expect(said).toMatch(/^claim C\w{10} to northwind is closed paid$/m);
    expect(said).toMatch(/^paid 98\.00 of 138\.00, open 0\.00$/m);
    // It looks by itself once an hour: what it saw before, messages told it to look at.
    expect(said).toMatch(/^messages taken: (?:[3-9]|\d\d+)$/m);
    expect(code).toBe(0);
  });
});

type Sent = { readonly body?: string | Uint8Array; readonly type?: string };

type Answer = { readonly status: number; readonly text: string; readonly headers: Headers };

/** Makes a request, and holds what comes back to the description of the API and to what nobody may see. */
const call = async (
  method: string,
  path: string,
  { body, type = 'application/json' }: Sent = {},
): Promise<Answer> => {
  const whole = `/v1/practices/maple-street${path}`;
  const response = await fetch(`${api.url}${whole}`, {
    method,
    headers: {
      ...{ authorization: `Bearer ${api.token}`, 'content-type': type },
      ...{ 'idempotency-key': randomUUID(), 'if-match': '*' },
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : Buffer.from(body) }),
  });
  const { status, headers } = response;
  const text = await response.text();
  const answer = { statusCode: status, headers: Object.fromEntries(headers), body: text };
  expect([method, path.slice(0, 80), objectionTo(method, whole, answer)]).toEqual([
    method,
    path.slice(0, 80),
    undefined,
  ]);
  expect(status).toBeLessThan(500);
  expect(text.includes(api.known.foreignWord)).toBe(false);
  return { status, text, headers };
};

const post = (path: string, body: unknown): Promise<Answer> =>
  call('POST', path, { body: JSON.stringify(body) });

const places = [
  ...['/claims/', '/tasks/', '/patients/', '/encounters/', '/appointments/', '/payments/', '/members/'],
  '/fee-schedules/',
];

/** After the visit above: what visits are billed by may be anything once this is done. */
describe('the API, asked by anybody for anything,', () => {
  beforeAll(async () => {
    api = await fuzzedApi(local);
  });

  describe('whatever is in a path', () => {
    it.each(idsFromOutside)('is looked up, or refused: %s', async (_what, id) => {
      for (const place of places) expect([400, 404]).toContain((await call('GET', `${place}${id}`)).status);
      const held = await call('POST', `/payments/x/held/${id}`, { body: '{"action":"hold","note":"x"}' });
      expect([400, 404]).toContain(held.status);
    });

    it('as a practice is none that there is', async () => {
      for (const [, id] of idsFromOutside) {
        const response = await fetch(`${api.url}/v1/practices/${id}/claims`, {
          headers: { authorization: `Bearer ${api.token}` },
        });
        expect(response.status).toBe(404);
      }
    });

    it('leads to nothing of another practice, by none of its ids', async () => {
      const { foreign } = api.known;
      for (const [name, prefix] of [
        ...[
          ['claimId', '/claims/'] as const,
          ['taskId', '/tasks/'] as const,
          ['patientId', '/patients/'] as const,
        ],
        ...[['encounterId', '/encounters/'] as const, ['paymentId', '/payments/'] as const],
        ...[['appointmentId', '/appointments/'] as const, ['subject', '/members/'] as const],
      ])
        for (const id of foreign[name] ?? [])
          expect([id, (await call('GET', `${prefix}${id}`)).status]).toEqual([id, 404]);
    });
  });

  describe('whatever is in a body', () => {
    it.each([
      ['/rules/trial', `{"rules":${deepJson(100_000)}}`],
      ['/rules/trial', `{"rules":[{"ruleId":"a-rule","when":${deepJson(5_000, '{"not":', '}')}}]}`],
      ['/routing/trial', `{"rules":${deepJson(100_000)}}`],
      ['/deposits', deepJson(200_000)],
      ['/tasks/TA-denial/actions', `{"action":"dismiss","correction":${deepJson(50_000, '{"a":', '}')}}`],
    ])('deep JSON is refused by %s', async (path, body) => {
      expect([400, 413]).toContain((await call('POST', path, { body })).status);
    });

    it('is refused where it is larger than a request can be, or than such a one may be', async () => {
      expect((await call('POST', '/deposits', { body: 'x'.repeat(10_000_001) })).status).toBe(413);
      const body = JSON.stringify({ deposits: [], x: 'y'.repeat(5_000_000) });
      expect((await call('POST', '/deposits', { body })).status).toBe(413);
    });

    it.each([
      ['a form', 'application/x-www-form-urlencoded', 'deposits=1'],
      ['bytes', 'application/octet-stream', Uint8Array.of(0xff, 0xfe, 0)],
      ['XML', 'application/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
      ['nothing', 'application/json', ''],
      ['a null', 'application/json', 'null'],
      ['a list', 'application/json', '[]'],
      ['a text with a byte order mark', 'application/json', '\ufeff{}'],
      ['two documents', 'application/json', '{}{}'],
      ['a number that is none', 'application/json', '{"deposits":NaN}'],
      ['fields of a prototype', 'application/json', '{"__proto__":{"deposits":[]},"constructor":{}}'],
    ])('is refused where it is %s', async (_what, type, body) => {
      expect((await call('POST', '/deposits', { type, body })).status).toBe(400);
    });

    it('says it once: of a field that stands twice one counts, for who may and for what is done', async () => {
      const body = '{"kind":"patients","csv":"a,b\\n1,2\\n","kind":"fees","payerId":"northwind"}';
      const { text } = await call('POST', '/imports', { body });
      expect(JSON.parse(text).kind).toBe('fees');
    });

    it.each(hostileTexts)('is kept and given back as it was said, as JSON: %s', async (_what, note) => {
      const { status, headers } = await post('/claims/C000000000AA1/refunds', {
        ...{ amount: 1, date: '2026-11-02', document: note.slice(0, 200), note },
      });
      expect([200, 400]).toContain(status);
      expect(headers.get('content-type')).toMatch(/^application\/(?:problem\+)?json/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      const kept = await call('GET', '/claims/C000000000AA1');
      if (status === 200) expect(JSON.stringify(JSON.parse(kept.text))).toContain(JSON.stringify(note));
    });

    it('is refused where it is no text', async () => {
      const body = '{"amount":1,"date":"2026-11-02","document":"\\ud800"}';
      const { status, text } = await call('POST', '/claims/C000000000AA1/refunds', { body });
      expect([status, JSON.parse(text).findings[0]]).toMatchObject([
        400,
        { field: 'document', code: 'not-text' },
      ]);
    });

    it.each(hostileTexts)('names no object of a bucket: %s', async (_what, fileName) => {
      const { status, text } = await post('/encounters/E9/documents', {
        fileName: `${fileName.slice(0, 200)}.pdf`,
      });
      const { key, fields } = JSON.parse(text);
      expect(status).toBe(201);
      expect(key).toMatch(/^practices\/maple-street\/encounters\/E9\/document-[0-9a-z]+\.[a-z]{3,4}$/);
      expect(fields.key).toBe(key);
    });

    it('is held to the limits of numbers, so that every sum of them is one', async () => {
      const deposits = (amount: number) => ({
        deposits: [1, 2].map((one) => ({ date: '2026-11-02', amount, text: `limit ${one}` })),
      });
      for (const amount of [Number.MAX_SAFE_INTEGER, 1e15, 100_000_000_000, 0, -1, 0.5])
        expect((await post('/deposits', deposits(amount))).status).toBe(400);
      expect((await post('/deposits', deposits(99_999_999_999))).status).toBe(201);
      expect((await call('GET', '/reconciliation')).status).toBe(200);
    });
  });

  describe('whatever days are asked for', () => {
    it.each([
      ...['/payments', '/deposits', '/appointments', '/reports/denials', '/reconciliation'].flatMap(
        (path) => [
          [`${path}?from=2026-01-02&to=2026-01-01`, 400] as const,
          [`${path}?from=9999-12-01&to=9999-12-31`, 200] as const,
          [`${path}?from=0000-01-01&to=0000-01-02`, 200] as const,
          [`${path}?from=0000-01-01&to=0000-01-01`, 200] as const,
          [`${path}?from=2026-02-30`, 400] as const,
          [`${path}?from=2026-01-01&from=2026-01-02`, 400] as const,
        ],
      ),
    ])('%s is %i', async (path, status) => {
      expect((await call('GET', path)).status).toBe(status);
    });
  });

  it('a generated request finds no failure, no answer that is not described, and nothing of another practice', async () => {
    const options = ['--phases', 'fuzzing', '--max-examples', '5', '--seed', '15', '--no-shrink'];
    const { isClean, report } = await runSchemathesis(api, { options, progress: silently });
    expect(isClean ? '' : report).toBe('');
    console.log(/^.*generated.*$/m.exec(report)?.[0]?.trim());
  });
});
