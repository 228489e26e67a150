import { z } from 'zod';
import { localAccount } from './aws-clients.ts';

const CapturedMail = z.object({
  MessageId: z.string(),
  Source: z.string(),
  To: z.array(z.string()),
  Subject: z.string(),
  BodyText: z.string().nullish(),
  BodyHtml: z.string().nullish(),
  Timestamp: z.union([z.string(), z.number()]),
});

const Captured = z.object({ messages: z.record(z.string(), z.array(CapturedMail)) });

/** A mail that the local cloud took instead of sending it. */
export type Mail = {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
};

/** All mail since the local cloud started, in the order it was sent; a restart empties the mailbox. */
export const listMail = async (endpoint: string): Promise<Mail[]> => {
  const response = await fetch(`${endpoint}/_ministack/ses/messages?account=${localAccount}`);
  if (!response.ok) throw new Error(`The mailbox answers with ${response.status}`);
  const { messages } = Captured.parse(await response.json());
  return (messages[localAccount] ?? []).map((mail) => ({
    messageId: mail.MessageId,
    from: mail.Source,
    to: mail.To,
    subject: mail.Subject,
    text: mail.BodyText ?? '',
    html: mail.BodyHtml ?? '',
  }));
};
