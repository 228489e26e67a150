import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2 } from '@aws-sdk/client-s3';
import type { LocalPractice } from './local-practice.ts';
import { listMail } from './mailbox.ts';

/** Writes every file exchanged with partners to `x12/` and every mail to `mail/` of a folder. */
export const exportRun = async (practice: LocalPractice, folder: string): Promise<void> => {
  await exportPartnerFiles(practice, join(folder, 'x12'));
  await exportMail(practice, join(folder, 'mail'));
};

const exportPartnerFiles = async ({ app }: LocalPractice, folder: string): Promise<void> => {
  const { s3 } = app.clients;
  const Bucket = app.records.ExchangeBucket;
  for await (const { Contents = [] } of paginateListObjectsV2(
    { client: s3 },
    { Bucket, Prefix: 'partners/' },
  )) {
    for (const { Key = '' } of Contents) {
      const [, , direction = '', name = ''] = Key.split('/');
      const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
      await mkdir(join(folder, direction), { recursive: true });
      await writeFile(join(folder, direction, name), (await Body?.transformToByteArray()) ?? '');
    }
  }
};

const exportMail = async ({ cloud }: LocalPractice, folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true });
  for (const [index, mail] of (await listMail(cloud.endpoint)).entries()) {
    const name = `${String(index + 1).padStart(3, '0')}-${mail.to[0]?.split('@')[0] ?? 'unknown'}`;
    const head = `From: ${mail.from}\nTo: ${mail.to.join(', ')}\nSubject: ${mail.subject}\n\n`;
    await writeFile(join(folder, `${name}.txt`), `${head}${mail.text}`);
    await writeFile(join(folder, `${name}.html`), mail.html);
  }
};
