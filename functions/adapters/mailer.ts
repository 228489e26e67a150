import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import type { Mail } from '../domain/mail.ts';
import { requiredEnv } from '../runtime/environment.ts';
import { mailEnv } from './mail.env.ts';
import { tagsOf } from './mail-tags.ts';

const client = new SESv2Client({});

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' });

/** Sends a mail from the practice's address. Mail leaves the system: what it says carries no PHI. */
export const sendMail = async ({ to, subject, text, html, taskId }: Mail): Promise<void> => {
  await client.send(
    new SendEmailCommand({
      FromEmailAddress: requiredEnv(mailEnv.senderAddress),
      ConfigurationSetName: requiredEnv(mailEnv.configurationSet),
      ...(taskId && { EmailTags: tagsOf(taskId) }),
      Destination: { ToAddresses: [to] },
      Content: { Simple: { Subject: utf8(subject), Body: { Text: utf8(text), Html: utf8(html) } } },
    }),
  );
};
