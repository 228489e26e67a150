import type { ApiMechanics } from '../../../functions/api/mechanics/api-mechanics.ts';
import type { KeyRecord } from '../../../functions/domain/access/request-key.ts';

/** Keys of requests in memory; they never expire. */
export const requestKeys = (): ApiMechanics['keys'] & { readonly kept: Map<string, KeyRecord> } => {
  const kept = new Map<string, KeyRecord>();
  const isHeldBy = (keyId: string, { lease }: KeyRecord): boolean => kept.get(keyId)?.lease === lease;
  return {
    kept,
    take: async (keyId, record) => {
      const standing = kept.get(keyId);
      if (!standing) kept.set(keyId, record);
      return standing;
    },
    takeOver: async (keyId, from, record) => {
      if (!isHeldBy(keyId, from)) return false;
      kept.set(keyId, record);
      return true;
    },
    keep: async (keyId, record) => {
      if (isHeldBy(keyId, record)) kept.set(keyId, record);
    },
    letGo: async (keyId, record) => {
      if (isHeldBy(keyId, record)) kept.delete(keyId);
    },
  };
};

/** The mechanics of the API in memory, without a limit of clients. */
export const apiMechanics = (change: Partial<ApiMechanics> = {}): ApiMechanics => ({
  cursorKey: async () => new Uint8Array(32).fill(7),
  keys: requestKeys(),
  countRequests: async () => 0,
  ...change,
});
