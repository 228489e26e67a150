import { latestOf, type Membership } from '../domain/access/membership.ts';
import { rolesPermit } from '../domain/access/permissions.ts';
import type { Mail } from '../domain/mail.ts';
import type { Practice } from '../domain/practice.ts';
import type { Delivery } from '../domain/webhooks/delivery.ts';
import {
  type ChangeEndpoint,
  type EndpointName,
  type EndpointNotice,
  maySend,
  type WebhookEndpoint,
} from '../domain/webhooks/endpoint.ts';

export type WakeEndpointsEffects = {
  readonly allEndpoints: () => Promise<readonly WebhookEndpoint[]>;
  readonly dueDeliveries: (endpointId: string, now: Date, limit: number) => Promise<readonly Delivery[]>;
  readonly wake: (name: EndpointName) => Promise<void>;
  readonly changeEndpoint: ChangeEndpoint;
  readonly membershipVersions: (practiceId: string) => Promise<readonly Membership[]>;
  readonly getPractice: (practiceId: string) => Promise<Pick<Practice, 'supervisor'>>;
  readonly sendMail: (mail: Mail) => Promise<void>;
  readonly now: () => Date;
};

/**
 * The clock of webhooks: wakes a sender for each endpoint at which something is due, whatever became of the call that was
 * meant to send it, and tells administrators of what was given up.
 */
export const wakeEndpoints = async (
  effects: WakeEndpointsEffects,
): Promise<{ readonly woken: number; readonly told: number }> => {
  const now = effects.now();
  let woken = 0;
  let told = 0;
  for (const endpoint of await effects.allEndpoints()) {
    if (endpoint.untold) told += await tell(endpoint, endpoint.untold, effects);
    if (!maySend(endpoint, now)) continue;
    if ((await effects.dueDeliveries(endpoint.endpointId, now, 1)).length === 0) continue;
    await effects.wake(endpoint);
    woken += 1;
  }
  return { woken, told };
};

const words: Record<EndpointNotice, { readonly subject: string; readonly text: string }> = {
  gone: {
    subject: 'A webhook is disabled: its receiver is gone',
    text: 'The receiver answered that it is gone (410). Nothing is sent there any more. What happens meanwhile is kept for thirty days: enable the webhook again, or delete it.',
  },
  failing: {
    subject: 'A webhook is disabled: its receiver took nothing for three days',
    text: 'Nothing is sent there any more. What happens meanwhile is kept for thirty days and sent once the webhook is enabled again; what was given up before can be replayed.',
  },
  'message-failed': {
    subject: 'A webhook did not take a message',
    text: 'The receiver takes other messages, but not this one: it was tried ten times in three days. Its deliveries say which one, and how it answered. Replay it once that is mended.',
  },
};

const mailTo = (to: string, { practiceId, endpointId }: WebhookEndpoint, notice: EndpointNotice): Mail => {
  const { subject, text } = words[notice];
  const where = `GET /v1/practices/${practiceId}/webhooks/${endpointId}/deliveries`;
  return {
    to,
    subject: `${subject} (${endpointId})`,
    text: `${text}\n\n${where}\n`,
    html: `<p>${text}</p><p><code>${where}</code></p>`,
  };
};

/** Whoever administers the practice, by mailbox; where nobody has one, its supervisor. */
const administratorsOf = async (
  practiceId: string,
  { membershipVersions, getPractice }: WakeEndpointsEffects,
): Promise<readonly string[]> => {
  const members = latestOf(await membershipVersions(practiceId));
  const mailboxes = members
    .filter(({ status, roles }) => status === 'active' && rolesPermit(roles, ['administer']))
    .flatMap(({ mailbox }) => mailbox ?? []);
  return mailboxes.length > 0 ? mailboxes : [(await getPractice(practiceId)).supervisor];
};

/** Mails first and notes it then: a mail twice is better than none. */
const tell = async (
  endpoint: WebhookEndpoint,
  notice: EndpointNotice,
  effects: WakeEndpointsEffects,
): Promise<number> => {
  const mailboxes = await administratorsOf(endpoint.practiceId, effects);
  for (const mailbox of mailboxes) await effects.sendMail(mailTo(mailbox, endpoint, notice));
  await effects.changeEndpoint(endpoint, ({ untold }) =>
    untold === notice ? { untold: undefined } : undefined,
  );
  return mailboxes.length;
};
