import type { Posted } from '../../domain/webhooks/delivery.ts';
import { type Post, postMessage } from './post-message.ts';
import { isThisMachine, type ReceiverAddresses, receiverAddresses } from './public-address.ts';
import { webhooksEnv } from './webhooks.env.ts';

const toThisMachine = (): boolean => process.env[webhooksEnv.toThisMachine] === 'yes';

export const whereIs = (url: URL): Promise<ReceiverAddresses> =>
  receiverAddresses(url, { toThisMachine: toThisMachine() });

/** Whether a receiver is on this machine, and may be: on a local cloud alone. */
export const isLocal = (url: URL): boolean => toThisMachine() && isThisMachine(url);

export const post = (message: Post): Promise<Posted> =>
  postMessage(message, { toThisMachine: toThisMachine() });
