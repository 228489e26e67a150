import type { KeyRecord } from '../../domain/access/request-key.ts';

/** Keys by which callers name requests; they are kept for a day. */
export type RequestKeys = {
  /** Takes a key that is new, or that was let go; the record that stands where somebody has it. */
  readonly take: (keyId: string, record: KeyRecord) => Promise<KeyRecord | undefined>;
  /** Takes a key over from a request that was cut off; false where somebody else did. */
  readonly takeOver: (keyId: string, from: KeyRecord, record: KeyRecord) => Promise<boolean>;
  /** Keeps what came of a request; an answer that is too large is left out, and is then unknown. */
  readonly keep: (keyId: string, record: KeyRecord) => Promise<void>;
  /** Lets a key go under which nothing was done. */
  readonly letGo: (keyId: string, record: KeyRecord) => Promise<void>;
};

export type Clock = { readonly now: () => Date };

/** What is the same of every route: pages, keys of requests and limits of clients. */
export type ApiMechanics = {
  /** The key that cursors are sealed with; 32 bytes. */
  readonly cursorKey: () => Promise<Uint8Array>;
  readonly keys: RequestKeys;
  /** Adds to the requests of a client in a window, over all instances, and returns how many they are now. */
  readonly countRequests: (client: string, window: number, requests: number) => Promise<number>;
};
