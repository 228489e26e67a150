import type { Finding } from '../domain/finding.ts';

export type CheckUrlEffects = {
  /** Where the receiver is now, as far as it may be sent to. */
  readonly whereIs: (
    url: URL,
  ) => Promise<{ readonly addresses: unknown } | { readonly error: 'refused-address' | 'no-address' }>;
  /** Whether it is on this machine, and may be. */
  readonly isLocal: (url: URL) => boolean;
};

const finding = (code: string, detail: string): readonly Finding[] => [{ code, path: 'url', detail }];

/**
 * What is wrong with the address of a receiver. Where its name leads is looked up here, so that whoever enters it learns
 * of it, and again at each message, since a name may lead elsewhere by then.
 */
export const checkUrl = async (text: string, effects: CheckUrlEffects): Promise<readonly Finding[]> => {
  const url = URL.parse(text);
  if (!url) return finding('no-url', 'This is no address. Write https://, a host and a path');
  if (url.username !== '' || url.password !== '')
    return finding('user-in-url', 'No user and no password stand in it: messages are signed instead');
  if (url.hash !== '') return finding('fragment-in-url', 'What stands behind # is never sent: leave it out');
  if (effects.isLocal(url) && url.protocol === 'http:') return [];
  if (url.protocol !== 'https:') return finding('not-https', 'Only https is sent to');
  const where = await effects.whereIs(url);
  if (!('error' in where)) return [];
  return where.error === 'no-address'
    ? finding('unknown-host', 'The name of the host leads nowhere')
    : finding('refused-address', 'The host is not on the public internet');
};
