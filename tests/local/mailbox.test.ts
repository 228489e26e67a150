import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { listMail } from '../../local/mailbox.ts';

let server: Server | undefined;
afterEach(() => server?.close());

const captured = (messageId: string) => ({
  MessageId: messageId,
  Source: 'billing@maplestreet.example',
  To: ['coder@maplestreet.example'],
  Subject: 'A task',
  BodyText: 'Please confirm',
  BodyHtml: null,
  Timestamp: 1,
});

/** A cloud that captured one mail at first, and one more each time it is asked. */
const serveMail = async (account: string): Promise<string> => {
  let asked = 0;
  server = createServer((_, response) => {
    asked += 1;
    const messages = Array.from({ length: asked }, (_, index) => captured(`m${index + 1}`));
    response.end(JSON.stringify({ messages: { [account]: messages } }));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};

describe('the mailbox of the local cloud', () => {
  it('lists the mail of its account', async () => {
    expect(await listMail(await serveMail('000000000000'))).toEqual([
      {
        messageId: 'm1',
        from: 'billing@maplestreet.example',
        to: ['coder@maplestreet.example'],
        subject: 'A task',
        text: 'Please confirm',
        html: '',
      },
    ]);
  });

  it('is empty when the account sent nothing', async () => {
    expect(await listMail(await serveMail('111111111111'))).toEqual([]);
  });
});
