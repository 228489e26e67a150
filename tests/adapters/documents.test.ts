import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, it } from 'vitest';
import { contentDigest } from '../../functions/domain/digest.ts';

/** An S3 that has two objects, one of them of a size that it sends the beginning of alone. */
const sent = new Map<string, number>();
const small = 'CHIEF COMPLAINT: Tired.'.repeat(5000);
const server = createServer(({ url = '' }, response) => {
  const key = url.split('?')[0]?.split('/').at(-1) ?? '';
  const count = (chunk: string): boolean => {
    sent.set(key, (sent.get(key) ?? 0) + chunk.length);
    return response.write(chunk);
  };
  if (key === 'small.txt') {
    response.writeHead(200, { 'content-length': small.length });
    count(small);
    response.end();
    return;
  }
  response.writeHead(200, { 'content-length': 61 * 1024 * 1024 });
  count('%PDF-1.7');
  // Whoever reads on waits for ever.
});
server.listen(0);
await once(server, 'listening');
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

process.env.AWS_ENDPOINT_URL_S3 = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
process.env.AWS_ACCESS_KEY_ID = 'test';
process.env.AWS_SECRET_ACCESS_KEY = 'test';
process.env.AWS_REGION = 'us-east-1';
process.env.INTAKE_BUCKET = 'intake';
const { digestWithin, readWithin } = await import('../../functions/adapters/documents.ts');

const limit = 50 * 1024 * 1024;

describe('an object of a bucket', () => {
  it('is read where it is within the limit, to the byte', async () => {
    const read = await readWithin('intake', 'small.txt', small.length);
    expect(new TextDecoder().decode(read as Uint8Array)).toBe(small);
    expect(await digestWithin('intake', 'small.txt', limit)).toBe(contentDigest(small));
  });

  it.each([
    ['read', readWithin],
    ['digested', digestWithin],
  ])('that has more is not %s: its size is told before its content', async (_what, open) => {
    const told = await open('intake', 'large.pdf', limit);
    expect(told).toMatchObject({ bytes: 61 * 1024 * 1024 });
    expect(Buffer.from((told as { beginning: Uint8Array }).beginning).toString()).toBe('%PDF-1.7');
    expect(await open('intake', 'small.txt', small.length - 1)).toMatchObject({ bytes: small.length });
  });
});
