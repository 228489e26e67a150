import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a function asked of AWS beside the table: whom, where, and what it sent. */
export type Asked = { readonly service: string; readonly path: string; readonly body: string };

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const etagOf = (content: Buffer): string => `"${createHash('md5').update(content).digest('hex')}"`;

const answers: Readonly<Record<string, object>> = {
  TrentService: { Mac: Buffer.alloc(32, 7).toString('base64') },
  AWSStepFunctions: { executionArn: 'arn:aws:states:us-east-1:000000000000:execution:w:1', startDate: 1 },
  AmazonSQS: { MessageId: '1' },
};

/**
 * S3, and just enough of Step Functions, KMS, SES and SQS, in this process, with all that it is asked. It sets the
 * environment in which adapters find it: load them afterwards.
 */
export const cloudInMemory = async () => {
  const objects = new Map<string, Buffer>();
  const asked: Asked[] = [];
  const server = createServer(async (request, response) => {
    const { method, url = '', headers } = request;
    const path = decodeURIComponent(url.split('?')[0] ?? '');
    const body = await bodyOf(request);
    const target = String(headers['x-amz-target'] ?? '').split('.')[0] ?? '';
    const isMail = path.startsWith('/v2/email/');
    const service = isMail ? 'mail' : target === '' ? `s3 ${method}` : target;
    asked.push({ service, path, body: body.toString('utf8') });
    if (isMail || target !== '') {
      response.setHeader('content-type', 'application/json');
      return response.end(JSON.stringify(isMail ? { MessageId: '1' } : (answers[target] ?? {})));
    }
    const object = objects.get(path);
    if (method === 'GET') {
      if (object) response.setHeader('etag', etagOf(object));
      else response.statusCode = 404;
      return response.end(object);
    }
    const { 'if-match': match, 'if-none-match': noneMatch } = headers;
    const isRefused = (noneMatch === '*' && object) || (match && match !== (object && etagOf(object)));
    response.statusCode = isRefused ? 412 : 200;
    if (!isRefused) objects.set(path, body);
    return response.end();
  });
  server.listen(0);
  await once(server, 'listening');
  const arn = (name: string): string => `arn:aws:states:us-east-1:000000000000:stateMachine:${name}`;
  process.env.AWS_ENDPOINT_URL = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.env.AWS_ACCESS_KEY_ID = 'test';
  process.env.AWS_SECRET_ACCESS_KEY = 'test';
  process.env.AWS_REGION = 'us-east-1';
  process.env.AWS_REQUEST_CHECKSUM_CALCULATION = 'WHEN_REQUIRED';
  process.env.TABLE_NAME = 'claims';
  process.env.INTAKE_BUCKET = 'intake';
  process.env.EXCHANGE_BUCKET = 'exchange';
  process.env.CODE_SETS_BUCKET = 'code-sets';
  process.env.SENDER_ADDRESS = 'billing@clinic.example';
  process.env.MAIL_CONFIGURATION_SET = 'mail';
  process.env.TASK_LINK_KEY_ID = 'links';
  process.env.TASK_LINK_BASE_URL = 'https://tasks.clinic.example';
  for (const name of ['CODING_WORKFLOW', 'CLAIM_LIFECYCLE', 'TASK_CLOCK', 'FOLLOW_UP_TIMER'])
    process.env[`${name}_ARN`] = arn(name.toLowerCase());
  return {
    asked,
    objects,
    put: (bucket: string, key: string, body: string | Uint8Array): void =>
      void objects.set(`/${bucket}/${key}`, Buffer.from(body)),
    close: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
};
